package headroom.elasticache.trigger;

import headroom.elasticache.Settings;
import headroom.priming.Primed;
import headroom.run.StackEnvironment;
import headroom.trigger.Publication;
import headroom.trigger.Reaction;
import headroom.trigger.Trigger;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;

import java.util.function.Supplier;

/// The trigger of a group.
public final class StartScaling extends Trigger {
    private final Reactions reactions;

    public StartScaling() {
        this(
                Primed.stepFunctions(),
                DynamoDbClient::create,
                Settings.fromEnvironment(),
                StackEnvironment.read());
    }

    /// @param dynamoDb asked for only when there is a note to write
    public StartScaling(
            SfnClient stepFunctions,
            Supplier<DynamoDbClient> dynamoDb,
            Settings settings,
            StackEnvironment stack) {
        super(stepFunctions, dynamoDb, stack);
        reactions = new Reactions(settings, stack);
    }

    @Override
    protected Reaction react(Publication publication) {
        return reactions.to(publication);
    }
}
