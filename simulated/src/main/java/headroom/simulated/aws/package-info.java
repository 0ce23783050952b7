/// What the services of all workflows are simulated with: pages, refusals, quotas of calls, and
/// CloudWatch's alarms.
@org.jspecify.annotations.NullMarked
package headroom.simulated.aws;
