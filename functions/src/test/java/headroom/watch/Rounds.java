package headroom.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentCaptor;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Rounds of a watch over services that answer what a test has set, whatever it watches.
public abstract class Rounds {
    protected static final Instant SCHEDULED = Instant.parse("2026-11-22T04:29:58Z");

    protected final DynamoDbClient dynamoDb = mock(DynamoDbClient.class, CALLS_REAL_METHODS);
    protected final SfnClient stepFunctions = mock(SfnClient.class, CALLS_REAL_METHODS);
    protected final SnsClient sns = mock(SnsClient.class, CALLS_REAL_METHODS);

    private final String machine;

    /// @param machine the state machine's ARN
    protected Rounds(String machine) {
        this.machine = machine;
    }

    @BeforeEach
    void callsSucceed() {
        doReturn(StartExecutionResponse.builder().build())
                .when(stepFunctions)
                .startExecution(any(StartExecutionRequest.class));
        doReturn(PublishResponse.builder().build()).when(sns).publish(any(PublishRequest.class));
        doReturn(UpdateItemResponse.builder().build())
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));
    }

    protected final void lease(Map<String, String> attributes) {
        Map<String, AttributeValue> item = new HashMap<>();
        attributes.forEach((name, text) -> item.put(name, AttributeValue.fromS(text)));
        doReturn(GetItemResponse.builder().item(item).build())
                .when(dynamoDb)
                .getItem(any(GetItemRequest.class));
    }

    protected final void owner(String status, @Nullable Instant ended) {
        doReturn(DescribeExecutionResponse.builder().status(status).stopDate(ended).build())
                .when(stepFunctions)
                .describeExecution(any(DescribeExecutionRequest.class));
    }

    /// The one update of the lease.
    protected final UpdateItemRequest update() {
        var request = ArgumentCaptor.forClass(UpdateItemRequest.class);
        verify(dynamoDb).updateItem(request.capture());
        return request.getValue();
    }

    /// The one message to operators, with the text that an e-mail has.
    protected final PublishRequest published() {
        PublishRequest request = request();
        return request.toBuilder().message(form(request, "default")).build();
    }

    /// What a chat has of it.
    protected final String card() {
        return form(request(), "https");
    }

    private PublishRequest request() {
        var request = ArgumentCaptor.forClass(PublishRequest.class);
        verify(sns).publish(request.capture());
        return request.getValue();
    }

    private static String form(PublishRequest request, String protocol) {
        assertEquals("json", request.messageStructure());
        return JsonNode.parser().parse(request.message()).field(protocol).orElseThrow().text();
    }

    protected final void verifyRecovery(String why, String deadOwner) {
        String input =
                "{\"cause\":\"recover\",\"origin\":\"the watch: %s\",\"deadOwner\":\"%s\",\"settled\":true}"
                        .formatted(why, deadOwner);
        verify(stepFunctions).startExecution(start("recover-20261122T042958Z", input));
    }

    protected final StartExecutionRequest start(String name, String input) {
        return StartExecutionRequest.builder()
                .stateMachineArn(machine)
                .name(name)
                .input(input)
                .build();
    }
}
