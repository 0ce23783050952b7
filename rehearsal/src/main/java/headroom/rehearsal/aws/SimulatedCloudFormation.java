package headroom.rehearsal.aws;

import headroom.simulated.aws.Pages;
import headroom.simulated.aws.Refusal;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// CloudFormation with the stacks of one account and region.
public final class SimulatedCloudFormation implements CloudFormationClient {
    private static final String ID = "arn:aws:cloudformation:eu-west-1:111122223333:stack/";

    private final List<Stack> stacks = new ArrayList<>();

    /// Adds a stack.
    ///
    /// @param outputs what is not made yet, or not any more, has none
    public SimulatedCloudFormation with(String name, String status, Map<String, String> outputs) {
        stacks.add(
                Stack.builder()
                        .stackName(name)
                        .stackId(ID + name + "/00000000-0000-4000-8000-000000000001")
                        .stackStatus(status)
                        .outputs(
                                outputs.entrySet().stream()
                                        .map(
                                                each ->
                                                        Output.builder()
                                                                .outputKey(each.getKey())
                                                                .outputValue(each.getValue())
                                                                .build())
                                        .toList())
                        .build());
        return this;
    }

    /// A stack that there is not has no exception of its own: it is a value that is not valid.
    @Override
    public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
        String name = request.stackName();
        List<Stack> found =
                stacks.stream()
                        .filter(
                                each ->
                                        name == null
                                                || each.stackName().equals(name)
                                                || each.stackId().equals(name))
                        .toList();
        if (name != null && found.isEmpty()) {
            throw Refusal.of(
                    CloudFormationException.builder(),
                    "CloudFormation",
                    "ValidationError",
                    "Stack with id %s does not exist".formatted(name));
        }
        Pages<Stack> pages = Pages.cut(found, request.nextToken());
        return DescribeStacksResponse.builder()
                .stacks(pages.page())
                .nextToken(pages.marker())
                .build();
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
