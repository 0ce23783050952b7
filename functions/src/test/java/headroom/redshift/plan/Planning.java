package headroom.redshift.plan;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.report.Told;
import headroom.run.Cause;
import headroom.simulated.redshift.RedshiftBehaviour;

import software.amazon.awssdk.services.databasemigration.model.ReplicationTaskStats;

import java.time.Instant;
import java.util.Optional;

/// What the tests of the plan's look take for granted: a cluster whose disk is filling, and a task.
abstract class Planning {
    GivenAws aws = given(RedshiftBehaviour.ORDINARY.withSizes(8));

    static GivenAws given(RedshiftBehaviour behaviour) {
        return new GivenAws(behaviour)
                .task(
                        "orders",
                        it ->
                                it.status("running")
                                        .replicationTaskStats((ReplicationTaskStats) null))
                .disk(Given.ago(1, 0), 84.2);
    }

    final Plan plan(Cause cause) {
        return plan(cause, Given.NOW);
    }

    final Plan plan(Cause cause, Instant since) {
        return new PlanResize(aws.redshift, aws.dms, aws.cloudWatch, Given.SETTINGS, Given.CLOCK)
                .run(
                        new PlanResize.Input(
                                cause,
                                since,
                                false,
                                Told.first(Told.NOTHING, Given.NOW),
                                Precopy.PENDING,
                                Optional.empty(),
                                Optional.empty()))
                .plan();
    }
}
