package headroom.redshift.trigger;

import headroom.redshift.Given;
import headroom.trigger.Deliveries;
import headroom.trigger.Trigger;

/// Messages that are delivered to the trigger of a cluster.
abstract class Delivering extends Deliveries {
    static final String MACHINE =
            "arn:aws:states:eu-west-1:111122223333:stateMachine:headroom-sales";

    @Override
    protected final Trigger trigger() {
        return new StartResize(stepFunctions, () -> dynamoDb, Given.SETTINGS, Messages.STACK);
    }
}
