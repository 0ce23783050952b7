package headroom.trigger;

import headroom.trigger.Notification.Foreign;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Recognises what services of AWS publish on topics. They do not know what this topic is for, so
/// nothing of their making asks for anything.
final class AwsServices {
    /// @param what in few words
    private record Mark(String what, Predicate<Look> isOn) {}

    /// The first that fits names it. Each is a field that the services write and people do not.
    private static final List<Mark> MARKS =
            List.of(
                    new Mark("an event of EventBridge", json -> starts(json.at("source"), "aws.")),
                    new Mark("an event of EventBridge", has("detail-type")),
                    new Mark("a notification to Chatbot", AwsServices::isToChatbot),
                    new Mark("an event notification of Redshift", AwsServices::isOfRedshift),
                    new Mark("an event notification of a database service", has("Event Source")),
                    new Mark("an event notification of a database service", has("Event Message")),
                    new Mark("an alarm's notification without a state", has("AlarmName")),
                    new Mark("records of events", has("Records")),
                    new Mark("a message of SNS about a subscription", has("SubscribeURL")),
                    new Mark("a message of SNS in its envelope", AwsServices::isEnvelope),
                    new Mark("a notification of a service", json -> isService(json.at("Service"))),
                    new Mark("a test event of S3", json -> starts(json.at("Event"), "s3:")),
                    new Mark("a notification of Auto Scaling", has("AutoScalingGroupARN")),
                    new Mark("an approval of CodePipeline", has("approval")),
                    new Mark("a notification of SES", json -> json.has("mail")),
                    new Mark("a notification of AWS Config", has("configurationItem")),
                    new Mark("a notification of AWS Config", has("messageType")),
                    new Mark("a notification of CloudTrail", has("s3ObjectKey")),
                    new Mark("a notification of Cost Management", has("anomalyDetailsLink")),
                    new Mark("a result of a Lambda function", has("requestContext")),
                    new Mark("an event of ElastiCache", AwsServices::isOfElastiCache),
                    new Mark("a notification with an account", has("AWSAccountId")),
                    new Mark("a notification with an account", has("AccountId")),
                    new Mark("a notification with an account", has("awsAccountId")),
                    new Mark("a notification with an account", has("accountId")));

    /// How the texts begin that services write in plain words.
    private static final List<String> BEGINNINGS =
            List.of(
                    "AWS ",
                    "Amazon ",
                    "An AWS ",
                    "Dear AWS ",
                    "Dear Amazon ",
                    "ALARM: ",
                    "OK: ",
                    "INSUFFICIENT_DATA: ",
                    "StackId='",
                    "Timestamp: ");

    private AwsServices() {}

    /// Of a list, the first that is a service's.
    static Optional<Foreign> ofJson(Look json, String text) {
        return Stream.concat(Stream.of(json), json.elements())
                .flatMap(AwsServices::marks)
                .findFirst()
                .map(each -> foreign(each.what(), text));
    }

    private static Stream<Mark> marks(Look json) {
        return MARKS.stream().filter(each -> each.isOn().test(json));
    }

    static Optional<Foreign> ofText(String text) {
        return BEGINNINGS.stream().anyMatch(text::startsWith)
                ? Optional.of(foreign("a notification of AWS in plain text", text))
                : Optional.empty();
    }

    private static Foreign foreign(String what, String text) {
        return new Foreign("%s: %s".formatted(what, Excerpt.of(text)));
    }

    private static Predicate<Look> has(String field) {
        return json -> json.has(field);
    }

    /// Those of RDS and DMS have the same form, with a source's identifier instead.
    private static boolean isOfRedshift(Look json) {
        return json.has("Event Source") && json.has("Resource");
    }

    /// What people let their own programs write for it.
    private static boolean isToChatbot(Look json) {
        return json.has("source") && json.has("content");
    }

    private static boolean isEnvelope(Look json) {
        return json.has("Type") && json.has("TopicArn");
    }

    private static boolean isOfElastiCache(Look json) {
        return json.names().anyMatch(each -> each.startsWith("ElastiCache:"));
    }

    private static boolean isService(Look service) {
        return starts(service, "AWS") || starts(service, "Amazon");
    }

    private static boolean starts(Look place, String beginning) {
        return place.text().filter(each -> each.startsWith(beginning)).isPresent();
    }
}
