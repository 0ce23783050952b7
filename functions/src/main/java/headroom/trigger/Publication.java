package headroom.trigger;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What somebody published on the topic.
///
/// @param message null where it is missing
/// @param messageId the same for each delivery
public record Publication(@Nullable String message, String messageId) {

    /// Those of an event.
    ///
    /// @throws IllegalArgumentException if it is none of SNS: what Lambda does not find in it, it
    ///   leaves out
    public static List<Publication> of(SNSEvent event) {
        return present(event.getRecords(), "Records").stream()
                .map(each -> present(each.getSNS(), "Records[].Sns"))
                .map(
                        each ->
                                new Publication(
                                        each.getMessage(),
                                        present(each.getMessageId(), "Records[].Sns.MessageId")))
                .toList();
    }

    private static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "The event is none of SNS: %s is nothing; expected a value.".formatted(field));
        }
        return value;
    }

    /// The name of the execution that it starts.
    public String executionName(String prefix) {
        return prefix + "-" + digest(messageId);
    }

    /// What asked for a run, for people.
    public String byHand() {
        return "message " + messageId + ", published by hand";
    }

    /// Enough of a hash that two messages do not meet, in characters that a name may have.
    public static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
