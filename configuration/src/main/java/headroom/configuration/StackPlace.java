package headroom.configuration;

import headroom.settings.Setting;
import headroom.settings.Type.Text;
import headroom.settings.Values;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a stack goes, as far as its entry says so. The rest is up to the AWS credentials.
public record StackPlace(Optional<String> account, Optional<String> region) {
    /// Where the credentials are.
    public static final StackPlace UNNAMED = new StackPlace(Optional.empty(), Optional.empty());

    static final Setting<String> ACCOUNT =
            Setting.optional(
                    "account",
                    new Text("\\d{12}"),
                    "the AWS account that the stack goes to, as text of twelve digits; without it"
                            + " the account of the AWS credentials",
                    "111122223333");

    static final Setting<String> REGION =
            Setting.optional(
                    "region",
                    new Text("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}"),
                    "the AWS region that the stack goes to, as in eu-west-1 or us-gov-east-1;"
                            + " without it the region of the AWS credentials",
                    "eu-west-1");

    static StackPlace of(Values values) {
        return new StackPlace(values.find(ACCOUNT), values.find(REGION));
    }

    public boolean isNamed() {
        return !equals(UNNAMED);
    }

    /// The id of a stack in the app, where several may have one name in different places. No name
    /// of a stack has a dot.
    public String id(String stack) {
        return Stream.of(Optional.of(stack), account, region)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("."));
    }

    /// Whether both say where they are, and it is not the same.
    boolean differsFrom(StackPlace other) {
        return differs(account, other.account) || differs(region, other.region);
    }

    private static boolean differs(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
