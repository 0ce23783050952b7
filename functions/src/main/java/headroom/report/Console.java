package headroom.report;

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

    /// A Redshift cluster.
    public String cluster(String cluster) {
        return page("redshiftv2", "/cluster-details?cluster=" + cluster);
    }

    /// Headroom's page on a cluster.
    String dashboard(String cluster) {
        return page("cloudwatch", "dashboards/dashboard/headroom-%s-%s".formatted(cluster, region));
    }

    /// The log groups of Headroom's functions for a cluster, of which the console lists those that
    /// contain a text. It wants that escaped twice, with a dollar sign for a percent sign.
    String logs(String cluster) {
        return page(
                "cloudwatch",
                "logsV2:log-groups$3FlogGroupNameFilter$3D$252Fheadroom$252F%s$252F"
                        .formatted(cluster));
    }

    private String page(String service, String fragment) {
        return "https://%s.%s/%s/home?region=%s#%s"
                .formatted(region, host, service, region, fragment);
    }
}
