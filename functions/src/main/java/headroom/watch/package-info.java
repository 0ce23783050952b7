/// The level to the alarm's edge: compares what is with what should be, every fifteen minutes.
///
/// - An alarm notification comes once and can be lost; an execution can be aborted. The watch finds
///   a standing alarm that nobody answers, and a lease whose owner no longer runs, and starts what
///   is missing. Nothing else depends on a message that arrives.
/// - It warns, once at each level, when a pause eats the time for which the source keeps its log.
/// - It tells operators, once a day at most, that the disk is out of sight: the alarms on it ignore
///   missing data, so a metric that stopped would go unnoticed. A paused cluster, and one at which
///   a run is at work, are no reason.
/// - It passes on what others leave on the lease for operators: late reports, answers, a stranger
///   on the requests' topic.
/// - It looks, decides as a pure function of values, and acts; it changes neither the cluster nor
///   DMS.
@org.jspecify.annotations.NullMarked
package headroom.watch;
