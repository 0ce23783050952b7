package headroom.rehearsal.trials;

import headroom.simulated.faults.FaultKinds;

import java.util.List;
import java.util.Set;

/// The kinds of fault at a place that leave different traces.
final class FaultClasses {
    /// Of what may happen to a function or an integration: refused, done and not answered, silent,
    /// and done twice. Of what a service's client may throw: throttled, and its own effects.
    private static final Set<String> CHOSEN =
            Set.of(
                    "Lambda.ServiceException/BEFORE",
                    "Runtime.ExitError/AFTER",
                    "DynamoDB.InternalServerErrorException/BEFORE",
                    "DynamoDB.SdkClientException/AFTER",
                    "SNS.InternalErrorException/BEFORE",
                    "SNS.SdkClientException/AFTER",
                    "SILENCE/AFTER",
                    "THROTTLED",
                    "NO_CONNECTION",
                    "ANSWER_LOST",
                    "STALE",
                    "TWICE");

    private FaultClasses() {}

    static List<String> of(String place, FaultKinds all) {
        if (place.startsWith(FaultKinds.STATE)) {
            return List.of(FaultKinds.ABORT);
        }
        List<String> kinds = all.at(place);
        List<String> chosen = kinds.stream().filter(CHOSEN::contains).toList();
        return chosen.isEmpty() ? kinds : chosen;
    }
}
