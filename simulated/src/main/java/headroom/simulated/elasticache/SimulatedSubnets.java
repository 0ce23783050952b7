package headroom.simulated.elasticache;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The subnets of the account, with the addresses that are free in each. The state machine asks for
/// them itself, by its own integration with EC2.
public final class SimulatedSubnets {
    /// The integration that states name.
    public static final String DESCRIBE = "arn:aws:states:::aws-sdk:ec2:describeSubnets";

    private static final String REFUSED = "Ec2.Ec2Exception";

    private final Map<String, Integer> free = new LinkedHashMap<>();
    private boolean allowed = true;

    /// Two, with a hundred addresses each.
    public static SimulatedSubnets roomy() {
        return of(Map.of("subnet-1", 100)).and("subnet-2", 100);
    }

    public static SimulatedSubnets of(Map<String, Integer> free) {
        var subnets = new SimulatedSubnets();
        free.forEach(subnets::and);
        return subnets;
    }

    public SimulatedSubnets and(String subnet, int addresses) {
        free.put(subnet, addresses);
        return this;
    }

    /// Nobody may ask any more.
    public void deny() {
        allowed = false;
    }

    int free(List<String> names) {
        return names.stream().mapToInt(each -> free.getOrDefault(each, 0)).sum();
    }

    boolean take(List<String> names, int count) {
        if (free(names) < count) {
            return false;
        }
        int left = count;
        for (String each : names) {
            int taken = Math.min(left, free.getOrDefault(each, 0));
            free.merge(each, -taken, Integer::sum);
            left -= taken;
        }
        return true;
    }

    /// EC2 refuses what a state asks.
    public static final class Denied extends RuntimeException {
        Denied(String message) {
            super(message);
        }

        /// As Step Functions names it.
        public String error() {
            return REFUSED;
        }
    }

    /// What a state is answered.
    ///
    /// @throws Denied if EC2 refuses
    public Map<String, Object> describe(@Nullable Object arguments) {
        if (!allowed) {
            throw new Denied("You are not authorized to perform: ec2:DescribeSubnets");
        }
        List<Object> found = new ArrayList<>();
        for (String each : asked(arguments)) {
            Integer addresses = free.get(each);
            if (addresses == null) {
                throw new Denied("The subnet ID '%s' does not exist".formatted(each));
            }
            found.add(Map.of("SubnetId", each, "AvailableIpAddressCount", addresses));
        }
        return Map.of("Subnets", found);
    }

    private static List<String> asked(@Nullable Object arguments) {
        if (arguments instanceof Map<?, ?> request
                && request.size() == 1
                && request.get("SubnetIds") instanceof List<?> ids) {
            return ids.stream().map(String.class::cast).toList();
        }
        throw new IllegalArgumentException(
                "Found %s; expected a list of SubnetIds alone.".formatted(arguments));
    }
}
