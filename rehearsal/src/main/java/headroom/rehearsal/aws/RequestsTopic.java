package headroom.rehearsal.aws;

import headroom.simulated.aws.Refusal;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

import java.util.function.Consumer;

/// The topic that starts runs, as a person publishes on it with the SDK.
///
/// @param arn its own
/// @param messages takes what is published
public record RequestsTopic(String arn, Consumer<String> messages) implements SnsClient {
    @Override
    public PublishResponse publish(PublishRequest request) {
        if (!arn.equals(request.topicArn())) {
            throw Refusal.of(
                    NotFoundException.builder(), "Sns", "NotFound", "Topic does not exist");
        }
        messages.accept(request.message());
        return PublishResponse.builder().messageId("a-person").build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing that could be closed.
    }
}
