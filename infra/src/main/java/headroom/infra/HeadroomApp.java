package headroom.infra;

import headroom.configuration.Configuration;
import headroom.configuration.Destination;
import headroom.configuration.HeadroomJson;
import headroom.configuration.WrongSettings;

import software.amazon.awscdk.App;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// The CDK app: one stack for each configured cluster and replication group.
public final class HeadroomApp {
    /// Tells `infra/pom.xml` that whatever is wrong has been told already.
    private static final int SETTINGS_ARE_WRONG = 3;

    private HeadroomApp() {}

    public static void main(String[] arguments) {
        var app = new App();
        try {
            Configuration configuration =
                    Configuration.parse(
                            HeadroomJson.in(Path.of("")),
                            context(app),
                            Destination.of(System.getenv()));
            configuration.clusters().forEach(each -> new RedshiftStack(app, each));
            configuration.groups().forEach(each -> new CacheStack(app, each));
            app.synth();
        } catch (WrongSettings wrong) {
            // An app without stacks, so that the CDK command does not go on with an earlier one.
            app.synth();
            System.err.println(wrong.getMessage());
            System.exit(SETTINGS_ARE_WRONG);
        }
    }

    /// What `cdk.json` and `-c` say, together with CDK's own keys. A `null` says nothing.
    private static Map<String, Object> context(App app) {
        return ((Map<?, ?>) app.getNode().getAllContext())
                .entrySet().stream()
                        .filter(each -> each.getValue() != null)
                        .collect(
                                Collectors.toMap(
                                        each -> (String) each.getKey(), Map.Entry::getValue));
    }
}
