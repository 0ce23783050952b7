package headroom.infra.workflow;

import java.nio.file.Files;
import java.nio.file.Path;

/// What is deployed as it is.
///
/// @param functions the jar with all handlers
/// @param definitions the folder of the state machines' definitions
public record Artifacts(Path functions, Path definitions) {
    public Artifacts {
        if (!Files.isRegularFile(functions)) {
            throw new IllegalStateException(
                    functions
                            + " is missing; expected the functions' jar. To build it: mvn package");
        }
    }

    /// @param root the project's root, where `cdk.json` lies
    public static Artifacts in(Path root) {
        return new Artifacts(
                root.resolve("functions/target/headroom-functions.jar"),
                root.resolve("statemachine"));
    }
}
