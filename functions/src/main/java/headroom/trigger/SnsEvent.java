package headroom.trigger;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What SNS invokes a function with, as far as it is read here.
record SnsEvent(List<Delivery> records) {

    record Delivery(Publication sns) {}

    /// @param message as it was published, or null where it is missing
    /// @param messageId the same for each delivery of one publication
    record Publication(@Nullable String message, String messageId) {}
}
