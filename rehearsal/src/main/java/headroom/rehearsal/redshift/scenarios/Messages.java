package headroom.rehearsal.redshift.scenarios;

/// Notifications that scenarios publish themselves.
final class Messages {
    /// As Redshift writes of a cluster to whoever has subscribed to its events.
    static final String OF_REDSHIFT =
            """
            {"Event Source":"cluster","Resource":"analytics","Event Time":"2026-11-22 04:00:00.000",
             "Identifier Link":"https://console.aws.amazon.com/redshift/home","Severity":"INFO",
             "Category":["Monitoring"],"About this Event":"https://docs.aws.amazon.com/redshift",
             "Event Message":"A snapshot of Amazon Redshift cluster analytics was taken."}
            """;

    private Messages() {}

    /// The same alarm as EventBridge carries it.
    static String event(String state, String cluster) {
        return """
        {"version":"0","id":"c4c1c1c9-6542-e61b-6ef0-8c4d36933a92",
         "detail-type":"CloudWatch Alarm State Change","source":"aws.cloudwatch",
         "account":"111122223333","time":"2026-11-22T03:59:58Z","region":"eu-west-1",
         "resources":["arn:aws:cloudwatch:eu-west-1:111122223333:alarm:disk-of-%2$s"],
         "detail":{"alarmName":"disk-of-%2$s",
          "state":{"value":"%1$s","reason":"Threshold Crossed",
           "timestamp":"2026-11-22T03:59:58.123+0000"},
          "previousState":{"value":"INSUFFICIENT_DATA"},
          "configuration":{"metrics":[{"id":"disk","metricStat":{
           "metric":{"namespace":"AWS/Redshift","name":"PercentageDiskSpaceUsed",
            "dimensions":{"ClusterIdentifier":"%2$s"}},"period":300,"stat":"Maximum"},
           "returnData":true}]}}}
        """
                .formatted(state, cluster);
    }

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
