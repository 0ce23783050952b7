package headroom.redshift.trigger;

import headroom.run.StackEnvironment;

/// What CloudWatch publishes when an alarm changes its state.
final class Messages {
    static final String CHANGED_AT = "2026-11-22T04:05:06.789+0000";

    static final StackEnvironment STACK =
            new StackEnvironment(
                    "arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-sales",
                    "table",
                    "redshift/sales",
                    "arn:topic");

    private Messages() {}

    /// In the very form that CloudWatch uses: names of dimensions in lower case, an offset without
    /// a colon, a unit of null.
    static String alarm(String state, String cluster, String changedAt) {
        return """
        {"AlarmName":"rs-disk-sales","AlarmDescription":"disk","AWSAccountId":"111122223333",
         "AlarmConfigurationUpdatedTimestamp":"2026-11-01T09:00:00.000+0000",
         "NewStateValue":"%s","NewStateReason":"Threshold Crossed: 3 out of the last 3 datapoints",
         "StateChangeTime":"%s","Region":"EU (Ireland)",
         "AlarmArn":"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:rs-disk-sales",
         "OldStateValue":"OK","OKActions":[],
         "AlarmActions":["arn:aws:sns:eu-west-1:111122223333:rs"],"InsufficientDataActions":[],
         "Trigger":{"MetricName":"PercentageDiskSpaceUsed","Namespace":"AWS/Redshift",
          "StatisticType":"Statistic","Statistic":"AVERAGE","Unit":null,
          "Dimensions":[{"value":"%s","name":"ClusterIdentifier"}],
          "Period":300,"EvaluationPeriods":3,"DatapointsToAlarm":3,
          "ComparisonOperator":"GreaterThanOrEqualToThreshold","Threshold":80.0,
          "TreatMissingData":"missing","EvaluateLowSampleCountPercentile":""}}
        """
                .formatted(state, changedAt, cluster);
    }

    static String alarm(String state) {
        return alarm(state, "sales", CHANGED_AT);
    }

    /// An alarm on an expression has its dimensions with its metrics, and none on the trigger.
    static String expressionAlarm() {
        return """
        {"AlarmName":"rs-any","NewStateValue":"ALARM","StateChangeTime":"%s","AlarmArn":"arn:any",
         "Trigger":{"Period":60,"EvaluationPeriods":1,"Threshold":80.0,
          "Metrics":[
           {"Id":"e1","Expression":"MAX([m1,m2])","ReturnData":true},
           {"Id":"m1","MetricStat":{"Metric":{"Namespace":"AWS/Redshift",
             "MetricName":"PercentageDiskSpaceUsed",
             "Dimensions":[{"value":"sales","name":"ClusterIdentifier"}]},
            "Period":60,"Stat":"Maximum"},"ReturnData":false},
           {"Id":"m2","MetricStat":{"Metric":{"Namespace":"AWS/Redshift",
             "MetricName":"PercentageDiskSpaceUsed",
             "Dimensions":[{"value":"Leader","name":"NodeID"},
              {"value":"stock","name":"ClusterIdentifier"}]},
            "Period":60,"Stat":"Maximum"},"ReturnData":false}]}}
        """
                .formatted(CHANGED_AT);
    }

    /// A composite alarm watches other alarms, and no metric.
    static String compositeAlarm() {
        return """
        {"AlarmName":"rs-all","NewStateValue":"ALARM","StateChangeTime":"%s","AlarmArn":"arn:all",
         "AlarmRule":"ALARM(rs-disk-sales)","TriggeringChildren":[]}
        """
                .formatted(CHANGED_AT);
    }
}
