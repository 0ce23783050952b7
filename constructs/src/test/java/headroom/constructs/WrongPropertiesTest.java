package headroom.constructs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.configuration.Configuration;
import headroom.configuration.WrongSettings;
import headroom.constructs.elasticache.ElastiCacheHeadroom;
import headroom.constructs.redshift.RedshiftHeadroom;

import org.junit.jupiter.api.Test;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.sns.Topic;

import java.util.List;
import java.util.Map;

/// Facts: whatever is wrong with a construct is told at once, in the words of the context's
/// settings, with its path in the app and how it is written in Java.
final class WrongPropertiesTest {
    private static final App APP = ForeignApp.named("wrong");
    private static final Stack STACK = new Stack(new Stage(APP, "Prod"), "Data");
    private static final Stack IRELAND =
            new Stack(
                    APP,
                    "Ireland",
                    StackProps.builder()
                            .env(
                                    Environment.builder()
                                            .account("111122223333")
                                            .region("eu-west-1")
                                            .build())
                            .build());

    @Test
    void allMistakesOfAClusterAreToldAtOnce() {
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  Prod/Data/Warehouse.cluster is missing; expected the Redshift cluster's identifier: at most 63 lower-case letters, digits and single hyphens, with a letter first and no hyphen last. Example: .cluster("analytics")
                  Prod/Data/Warehouse.endpoints is known only when the stack is deployed; expected the ARNs of the DMS endpoints that point at the cluster, at least one. Example: .endpoints(List.of("arn:aws:dms:eu-west-1:111122223333:endpoint:ABC"))
                  Prod/Data/Warehouse.maxNodes is 1; expected a whole number from 2 to 128, the size that no resize goes above. Example: .maxNodes(16)
                  Prod/Data/Warehouse.window is "SAT 01:00-05:00 Europe/Berlim"; there is no time zone Europe/Berlim, did you mean Europe/Berlin? Expected always, or days, times and a time zone, as in SAT,SUN 01:00-05:00 Europe/Berlin, MON-FRI 22:00-06:00 UTC or daily 00:00-04:00 America/New_York: the hours in which a resize may begin unasked, from one time to a different one (default always). Example: .window("SAT,SUN 01:00-05:00 Europe/Berlin")
                  Prod/Data/Warehouse.drill is "29"; expected off, or a whole number from 1 to 28, the day of each month on which a copy of the cluster is restored, resized and deleted, to measure how long a resize takes (default off). Example: .drill(1)
                  Prod/Data/Warehouse.operatorsEmail is "nobody"; expected the e-mail address that reports are sent to. Example: .operatorsEmail("operators@example.com")
                  Prod/Data/Warehouse.operatorsEmails is ["a@example.com", "b"]; expected the e-mail addresses that reports are sent to, beside operatorsEmail. Example: .operatorsEmails(List.of("operators@example.com", "oncall@example.com"))
                  Prod/Data/Warehouse.alarmPercent is 95, and criticalPercent is 90 by default; expected alarmPercent below criticalPercent: the alarm is meant to speak first. Lower alarmPercent or raise criticalPercent.\
                """,
                assertThrows(
                                WrongSettings.class,
                                () ->
                                        RedshiftHeadroom.Builder.create(STACK, "Warehouse")
                                                .endpoints(List.of(Aws.STACK_NAME))
                                                .maxNodes(1)
                                                .alarmPercent(95)
                                                .window("SAT 01:00-05:00 Europe/Berlim")
                                                .drill(29)
                                                .operatorsEmail("nobody")
                                                .operatorsEmails(List.of("a@example.com", "b"))
                                                .build())
                        .getMessage());
    }

    @Test
    void allMistakesOfAGroupAreToldAtOnce() {
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  Prod/Data/Sessions.replicationGroup is known only when the stack is deployed; expected the ElastiCache replication group's identifier: at most 40 lower-case letters, digits and single hyphens, with a letter first and no hyphen last. Example: .replicationGroup("sessions")
                  Prod/Data/Sessions.maxShards is missing; expected a whole number from 1 to 500, the number of shards that no step goes above. Example: .maxShards(6)
                  Prod/Data/Sessions.maxReplicasPerShard is 6; expected a whole number from 0 to 5, the number of replicas on one shard that no step goes above. Example: .maxReplicasPerShard(3)
                  Prod/Data/Sessions.headroomFactor is 0.5; expected a number from 1.0 to 10.0, how many times today's load a group should carry after a step (default 2.0). Example: .headroomFactor(2.0)
                  Prod/Data/Sessions.largestNodeType is "cache.t4g.small", whose processors run on credits; expected a type whose processors are its own, as a group that grows has used its credits up. Example: cache.r7g.2xlarge\
                """,
                assertThrows(
                                WrongSettings.class,
                                () ->
                                        ElastiCacheHeadroom.Builder.create(STACK, "Sessions")
                                                .replicationGroup(Aws.STACK_NAME)
                                                .maxReplicasPerShard(6)
                                                .largestNodeType("cache.t4g.small")
                                                .headroomFactor(0.5)
                                                .build())
                        .getMessage());
    }

    /// Where the stack goes is known by its env.
    @Test
    void endpointsAndTheTopicAreWhereTheStackIs() {
        String frankfurt = "arn:aws:dms:eu-central-1:111122223333:endpoint:ABC";
        var topic =
                Topic.fromTopicArn(
                        IRELAND, "Ops", "arn:aws:sns:eu-central-1:111122223333:ops.fifo");
        assertEquals(
                List.of(
                        "Ireland/Warehouse.operatorsTopic is a FIFO topic; expected a standard one,"
                                + " as no alarm publishes to another, and none sends mail.",
                        "Ireland/Warehouse.operatorsTopic is in eu-central-1; expected one in"
                                + " eu-west-1, where the stack is, as an alarm publishes in its own"
                                + " region alone.",
                        "Ireland/Warehouse.endpoints[0] is \"%s\"; expected a DMS endpoint in partition aws, region eu-west-1, account 111122223333, where the stack goes by its env. Correct the ARN, or use a stack in the endpoint's account and region. Example: arn:aws:dms:eu-west-1:111122223333:endpoint:ABC"
                                .formatted(frankfurt)),
                assertThrows(
                                WrongSettings.class,
                                () ->
                                        ForeignApp.cluster(IRELAND, "Warehouse", "analytics")
                                                .endpoints(List.of(frankfurt))
                                                .operatorsTopic(topic)
                                                .build())
                        .mistakes());
    }

    /// But for the place and the example, which are the program's.
    @Test
    void theComplaintsAreThoseOfTheContext() {
        List<String> ofContext =
                assertThrows(
                                WrongSettings.class,
                                () ->
                                        Configuration.parse(
                                                Map.of(
                                                        "clusters",
                                                        List.of(
                                                                Map.of(
                                                                        "cluster", "Analytics",
                                                                        "maxNodes", 1,
                                                                        "alarmMinutes", 7,
                                                                        "classicHours", 30,
                                                                        "drill", 15)))))
                        .mistakes();
        List<String> ofProgram =
                assertThrows(
                                WrongSettings.class,
                                () ->
                                        RedshiftHeadroom.Builder.create(STACK, "Warehouse")
                                                .cluster("Analytics")
                                                .maxNodes(1)
                                                .alarmMinutes(7)
                                                .classicHours(30)
                                                .drill(15)
                                                .build())
                        .mistakes();
        assertEquals(6, ofContext.size());
        assertEquals(
                ofContext.stream()
                        .map(each -> each.replace("clusters[0]", "Prod/Data/Warehouse"))
                        .map(WrongPropertiesTest::withoutExample)
                        .toList(),
                ofProgram.stream().map(WrongPropertiesTest::withoutExample).toList());
    }

    private static String withoutExample(String mistake) {
        return mistake.replaceFirst(" Example: .*", "");
    }
}
