package headroom.trigger;

import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNS;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What somebody published on the topic.
///
/// @param message null where it is missing
/// @param messageId the same for each delivery
public record Publication(@Nullable String message, String messageId) {

    public static Publication of(SNS sns) {
        return new Publication(sns.getMessage(), sns.getMessageId());
    }

    /// The name of the execution that it starts.
    public String executionName(String prefix) {
        return prefix + "-" + digest(messageId);
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
