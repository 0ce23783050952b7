package headroom.run;

import java.util.List;

/// An execution, told from its ARN:
/// `arn:PARTITION:states:REGION:ACCOUNT:execution:STATE_MACHINE:NAME`.
public record Execution(String arn, String partition, String region, String stateMachineArn) {
    private static final int PARTS = 8;

    /// Takes the ARN apart.
    public static Execution of(String arn) {
        List<String> parts = List.of(arn.split(":"));
        if (parts.size() != PARTS) {
            throw new IllegalArgumentException(
                    "The execution's ARN is %s; expected %d parts with colons between them."
                            .formatted(arn, PARTS));
        }
        String stateMachine =
                "arn:%s:states:%s:%s:stateMachine:%s"
                        .formatted(parts.get(1), parts.get(3), parts.get(4), parts.get(6));
        return new Execution(arn, parts.get(1), parts.get(3), stateMachine);
    }

    /// Its name, from an ARN or what stands for one.
    public static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    /// The console of its partition.
    public Console console() {
        return new Console(Console.host(partition), region);
    }

    /// Its page there.
    public String page() {
        return console().execution(arn);
    }
}
