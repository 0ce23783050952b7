package headroom.rehearsal.story;

/// Notifications that stories publish themselves.
final class Messages {
    private Messages() {}

    /// An alarm as CloudWatch sends it.
    static String alarm(String state, String cluster) {
        return """
        {"AlarmName":"disk-of-%2$s","AlarmDescription":null,"AWSAccountId":"111122223333",
         "NewStateValue":"%1$s","NewStateReason":"Threshold Crossed",
         "StateChangeTime":"2026-11-22T03:59:58.123+0000","Region":"EU (Ireland)",
         "AlarmArn":"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:disk-of-%2$s",
         "OldStateValue":"INSUFFICIENT_DATA","OKActions":[],
         "Trigger":{"MetricName":"PercentageDiskSpaceUsed","Namespace":"AWS/Redshift",
          "StatisticType":"Statistic","Statistic":"AVERAGE","Unit":null,
          "Dimensions":[{"value":"%2$s","name":"ClusterIdentifier"}],
          "Period":300,"EvaluationPeriods":3,"Threshold":80.0,"TreatMissingData":"ignore"}}
        """
                .formatted(state, cluster);
    }
}
