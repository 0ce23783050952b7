package headroom.command.cluster;

import headroom.command.answer.Refused;
import headroom.configuration.Spelling;
import headroom.redshift.ClusterNames;

import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

import java.util.List;
import java.util.Optional;

/// Says what was looked for where, and what there is instead.
record NoSuchStack(Services services, ClusterNames names) {
    private static final int NEAR = 3;

    Refused refusal() {
        Seen<String> account =
                Seen.look(
                        () -> {
                            GetCallerIdentityResponse caller =
                                    services.sts().get().getCallerIdentity();
                            return caller.account();
                        });
        return new Refused(
                "There is no stack %s in region %s of account %s, so nothing was done.\n%s\nIf it is elsewhere, give --region or --profile."
                        .formatted(
                                names.stack(),
                                services.region(),
                                account.inWords(each -> each),
                                instead()));
    }

    private String instead() {
        Seen<List<String>> found =
                Seen.look(
                        () ->
                                services
                                        .cloudFormation()
                                        .get()
                                        .describeStacksPaginator(_ -> {})
                                        .stacks()
                                        .stream()
                                        .map(Stack::stackName)
                                        .filter(each -> each.startsWith(ClusterNames.PREFIX))
                                        .sorted()
                                        .toList());
        return switch (found) {
            case Seen.Known<List<String>>(List<String> stacks) -> among(stacks);
            case Seen.Unknown<List<String>>(String why) ->
                    "Which stacks there are is not known: " + why;
        };
    }

    private String among(List<String> stacks) {
        if (stacks.isEmpty()) {
            return "No stack there has a name that begins with " + ClusterNames.PREFIX + ".";
        }
        List<String> clusters =
                stacks.stream().map(each -> each.substring(ClusterNames.PREFIX.length())).toList();
        Optional<String> meant =
                clusters.contains(unprefixed())
                        ? Optional.of(unprefixed())
                        : Spelling.nearest(names.cluster(), clusters, NEAR);
        return "The stacks of Headroom there: %s.%s"
                .formatted(
                        String.join(", ", stacks),
                        meant.map(" Did you mean the cluster %s?"::formatted).orElse(""));
    }

    /// Who gives the stack's name means its cluster.
    private String unprefixed() {
        return names.cluster().startsWith(ClusterNames.PREFIX)
                ? names.cluster().substring(ClusterNames.PREFIX.length())
                : names.cluster();
    }
}
