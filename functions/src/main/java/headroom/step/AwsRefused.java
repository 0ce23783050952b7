package headroom.step;

import software.amazon.awssdk.core.exception.SdkException;

/// An AWS service refuses what was asked, and would refuse it again: a right is missing, or
/// something is not as the step expects. The state machine does not repeat the step.
public final class AwsRefused extends RuntimeException {
    AwsRefused(SdkException cause) {
        super("AWS refuses this: " + AwsSays.of(cause), cause);
    }
}
