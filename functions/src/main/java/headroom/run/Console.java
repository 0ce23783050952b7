package headroom.run;

/// Where AWS's console shows what a report or a dashboard is about.
///
/// @param host the console's host in the partition
public record Console(String host, String region) {

    /// The console of the partition and region that an ARN names.
    public static Console of(String arn) {
        String[] parts = arn.split(":", 5);
        return new Console(host(parts[1]), parts[3]);
    }

    /// The console's host in a partition; a partition that is not known gets the first one's.
    public static String host(String partition) {
        return switch (partition) {
            case "aws-cn" -> "console.amazonaws.cn";
            case "aws-us-gov" -> "console.amazonaws-us-gov.com";
            default -> "console.aws.amazon.com";
        };
    }

    public String execution(String arn) {
        return page("states", "/v2/executions/details/" + arn);
    }

    /// All executions of a state machine.
    public String executions(String stateMachineArn) {
        return page("states", "/statemachines/view/" + stateMachineArn);
    }

    public String dashboard(String name) {
        return page("cloudwatch", "dashboards/dashboard/" + name);
    }

    /// The log groups that contain a text. The console wants it escaped twice, with a dollar sign
    /// for a percent sign.
    public String logs(String part) {
        return page(
                "cloudwatch",
                "logsV2:log-groups$3FlogGroupNameFilter$3D" + part.replace("/", "$252F"));
    }

    /// @param fragment what stands behind the number sign
    public String page(String service, String fragment) {
        return "https://%s.%s/%s/home?region=%s#%s"
                .formatted(region, host, service, region, fragment);
    }
}
