package headroom.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What functions and a state machine call in the rehearsal's scenarios, as it is recorded there in
/// IAM's words, beside what the roles of a stack allow. Of the right to invoke, both name the
/// function too.
///
/// @param file in the folder of the rehearsal
/// @param silent the functions that call nothing
public record RecordedCalls(String file, Synthesised stack, Set<String> silent) {
    private static final String STATE_MACHINE = "StateMachine";
    private static final String INVOKE = "lambda:InvokeFunction";

    /// Lambda writes a function's log, and puts aside what it failed with, both with the function's
    /// role. The handler calls neither.
    private static final Set<String> DONE_BY_LAMBDA =
            Set.of("logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage");

    /// Step Functions sets up the delivery of a state machine's log with its role, when the state
    /// machine is made.
    private static final Set<String> DONE_BY_STEP_FUNCTIONS =
            Set.of(
                    "logs:CreateLogDelivery",
                    "logs:DeleteLogDelivery",
                    "logs:DescribeLogGroups",
                    "logs:DescribeResourcePolicies",
                    "logs:GetLogDelivery",
                    "logs:ListLogDeliveries",
                    "logs:PutResourcePolicy",
                    "logs:UpdateLogDelivery");

    /// Redshift looks at the copy's network with the rights of whoever restores it.
    private static final Set<String> DONE_BY_REDSHIFT =
            Set.of(
                    "ec2:DescribeAccountAttributes",
                    "ec2:DescribeAddresses",
                    "ec2:DescribeAvailabilityZones",
                    "ec2:DescribeInternetGateways",
                    "ec2:DescribeSecurityGroups",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeVpcs");

    public void assertAllowedAndNothingElse() {
        Set<String> allowed =
                Stream.concat(functions(), Stream.of(STATE_MACHINE))
                        .flatMap(this::allowed)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> called = called();
        Stream<String> refused =
                called.stream()
                        .filter(each -> !allowed.contains(each))
                        .map(each -> each + " is called, and not allowed; grant it.");
        Stream<String> unused =
                allowed.stream()
                        .filter(each -> !called.contains(each))
                        .map(
                                each ->
                                        each
                                                + " is allowed, and never called; tell a scenario"
                                                + " or take it.");
        assertEquals("", Stream.concat(refused, unused).collect(Collectors.joining("\n")));
    }

    /// Only one that has been called can have shown that its rights are enough.
    public void assertEveryFunctionCalls() {
        Set<String> callers =
                called().stream()
                        .map(each -> each.substring(0, each.indexOf(' ')))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = functions().collect(Collectors.toCollection(TreeSet::new));
        all.add(STATE_MACHINE);
        all.removeAll(silent);
        assertEquals(all, callers);
    }

    private Stream<String> functions() {
        return stack.all("AWS::Lambda::Function").stream()
                .map(each -> each.path("Handler").asText())
                .map(each -> each.substring(each.lastIndexOf('.') + 1));
    }

    private Stream<String> allowed(String caller) {
        Set<String> exceptions =
                caller.equals(STATE_MACHINE) ? DONE_BY_STEP_FUNCTIONS : DONE_BY_LAMBDA;
        return roles(caller)
                .flatMap(each -> stack.rights(each).stream())
                .map(right -> right.split(" on ", 2))
                .filter(right -> !exceptions.contains(right[0]))
                .filter(right -> !isDoneByRedshift(caller, right[0]))
                .map(right -> caller + " " + right[0] + invoked(right));
    }

    private static boolean isDoneByRedshift(String caller, String action) {
        return caller.equals("RestoreCopy") && DONE_BY_REDSHIFT.contains(action);
    }

    /// The rehearsal does not tell the state machines of a stack apart.
    private static Stream<String> roles(String caller) {
        return caller.equals(STATE_MACHINE)
                ? Stream.of(caller + "Role", "Drill" + caller + "Role")
                : Stream.of(caller + "Role");
    }

    private static String invoked(String[] right) {
        return right[0].equals(INVOKE) ? " " + right[1].replaceAll("^\\$\\{|Live}$", "") : "";
    }

    private Set<String> called() {
        try {
            return new TreeSet<>(Files.readAllLines(Path.of("..", "rehearsal", file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
