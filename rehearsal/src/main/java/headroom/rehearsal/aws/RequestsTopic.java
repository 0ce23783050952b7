package headroom.rehearsal.aws;

import headroom.simulated.aws.Refusal;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

import java.util.Map;
import java.util.function.Consumer;

/// The topic that starts runs, as a person publishes on it with the SDK; and how many get what is
/// published on others.
///
/// @param arn its own
/// @param messages takes what is published
/// @param readers the confirmed subscriptions by the topic's ARN
public record RequestsTopic(String arn, Consumer<String> messages, Map<String, Integer> readers)
        implements SnsClient {
    @Override
    public PublishResponse publish(PublishRequest request) {
        if (!arn.equals(request.topicArn())) {
            throw notFound();
        }
        messages.accept(request.message());
        return PublishResponse.builder().messageId("a-person").build();
    }

    @Override
    public GetTopicAttributesResponse getTopicAttributes(GetTopicAttributesRequest request) {
        Integer confirmed = readers.get(request.topicArn());
        if (confirmed == null) {
            throw notFound();
        }
        return GetTopicAttributesResponse.builder()
                .attributes(
                        Map.of(
                                "TopicArn", request.topicArn(),
                                "SubscriptionsConfirmed", confirmed.toString(),
                                "SubscriptionsPending", "0"))
                .build();
    }

    private static AwsServiceException notFound() {
        return Refusal.of(NotFoundException.builder(), "Sns", "NotFound", "Topic does not exist");
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
