package headroom.infra.workflow;

import java.nio.file.Files;
import java.nio.file.Path;

/// What is deployed as it is.
///
/// @param functions the jar with all handlers of a workflow
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
    /// @param kind of the workflow, in one word
    public static Artifacts in(Path root, String kind) {
        return new Artifacts(
                root.resolve("functions/target/headroom-%s.jar".formatted(kind)),
                root.resolve("statemachine"));
    }
}
