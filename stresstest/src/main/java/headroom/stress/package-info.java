/// The workflow of caches over real servers and real clients.
///
/// - The deployed definition and the real handlers run in real time, with all waits shortened by
///   one factor.
/// - Below them are redis-server processes on this machine, in place of ElastiCache and CloudWatch.
/// - What is promised of each scene is checked, and so is that the checks can fail.
@org.jspecify.annotations.NullMarked
package headroom.stress;
