package headroom.simulated.faults;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something that upsets a scenario from outside.
///
/// As text it is `PLACE#NTH:WHAT`. `dynamodb.GetItem#3:THROTTLED` strikes the third call in the
/// scenario, `#3x2` the third and the fourth, `#3+` the third and every later one.
///
/// @param place an operation of a service, a function, a state, or a minute of the scenario; see
///   [FaultKinds]
/// @param nth the call, entry or minute that it strikes first, counted from 1
/// @param times how often it strikes in a row; [#FOR_GOOD] never ends
/// @param what one of the kinds that are possible at the place
public record Fault(String place, int nth, int times, String what) {
    public static final int FOR_GOOD = Integer.MAX_VALUE;

    private static final Pattern TEXT = Pattern.compile("(.+)#(\\d+)(\\+|x(\\d+))?:(.+)");

    public Fault {
        if (nth < 1 || times < 1) {
            throw new IllegalArgumentException(
                    "Found call %d, %d times, at %s; expected numbers from 1."
                            .formatted(nth, times, place));
        }
    }

    public static Fault once(String place, int nth, String what) {
        return new Fault(place, nth, 1, what);
    }

    /// Reads what [#toString()] wrote, wherever it strikes.
    ///
    /// @throws IllegalArgumentException with what was expected
    static Fault parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Found the fault \"%s\"; expected PLACE#NTH:WHAT, such as dynamodb.GetItem#3:THROTTLED, with x2 after NTH for twice in a row, or + for good."
                            .formatted(text));
        }
        String often = parts.group(3);
        int times =
                often == null ? 1 : often.equals("+") ? FOR_GOOD : Integer.parseInt(parts.group(4));
        return new Fault(parts.group(1), Integer.parseInt(parts.group(2)), times, parts.group(5));
    }

    boolean strikes(String where, int call) {
        return place.equals(where) && call >= nth && call - nth < times;
    }

    public boolean isForGood() {
        return times == FOR_GOOD;
    }

    @Override
    public String toString() {
        String often = times == 1 ? "" : isForGood() ? "+" : "x" + times;
        return place + "#" + nth + often + ":" + what;
    }
}
