/// The few numbers that CloudWatch draws and raises alarms on, beside those that AWS's services
/// measure themselves.
///
/// - They are log lines in CloudWatch's embedded metric format: no call that could fail or take
///   time, no right, and no library for a dozen lines of JSON.
/// - An invocation writes one line at most, and a round of the watch one more about drills. A line
///   that comes twice, because a step was repeated, counts twice; nothing but a curve hangs on it.
/// - Each combination of dimensions is a metric that costs money beyond the first ten of an
///   account. There are ten for a resource, and three while nothing happens.
/// - Those that AWS's services measure are read by [headroom.metrics.MetricData]; one that is
///   missing is unknown, and never zero.
@org.jspecify.annotations.NullMarked
package headroom.metrics;
