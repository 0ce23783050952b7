/// What a function costs before it does its work.
///
/// - The function runs as Lambda runs it: Lambda's own runtime interface client in a process of its
///   own, with Lambda's options for the JVM, on the unpacked deployment package. Around it stand a
///   small Runtime API and an endpoint that answers for all AWS services.
/// - Plain HTTP. TLS, the machine's start and the share of a processor that the memory setting buys
///   are Lambda's own, and not measured.
/// - Counts of classes are the same in each run, so tests hold them; times are compared within one
///   run of the benchmark only.
@org.jspecify.annotations.NullMarked
package headroom.benchmarks.coldstart;
