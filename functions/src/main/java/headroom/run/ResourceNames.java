package headroom.run;

import java.util.HexFormat;

/// The names of what is deployed for one resource. They carry its kind, so that a cluster and a
/// cache of one name do not collide.
///
/// @param kind of the resource, in one word
/// @param name the resource's own
public record ResourceNames(String kind, String name) {
    private static final String PREFIX = "headroom-";
    private static final int LONGEST_STATE_MACHINE = 80;

    public String stack() {
        return PREFIX + kind + "-" + name;
    }

    /// The stack's name, as far as Step Functions takes it: a cluster of 63 characters has one too
    /// many.
    public String stateMachine() {
        return cut(stack(), name, LONGEST_STATE_MACHINE);
    }

    /// As much of a text as there is room for. What is cut is marked, so that the texts of two
    /// resources stay two, though both are too long to stand there whole.
    ///
    /// @param name of the resource
    /// @param longest how many characters there is room for
    public static String cut(String whole, String name, int longest) {
        if (whole.length() <= longest) {
            return whole;
        }
        String mark = "-" + HexFormat.of().toHexDigits(name.hashCode());
        return whole.substring(0, longest - mark.length()).replaceAll("-$", "") + mark;
    }

    /// The lease's key in its table, and the value of the metrics' dimension.
    public String leaseKey() {
        return kind + "/" + name;
    }

    public String alarm(String of) {
        return stack() + "-" + of;
    }

    /// A dashboard's name holds for all regions of an account.
    public String dashboard(String region) {
        return stack() + "-" + region;
    }

    /// What the names of the functions' log groups begin with.
    public String functionLogs() {
        return "/headroom/" + leaseKey() + "/";
    }
}
