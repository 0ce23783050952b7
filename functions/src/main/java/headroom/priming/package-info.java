/// Lets a function load, before its first event, what it will need for it.
///
/// - Priming cannot act. It runs a handler of its own over clients whose transport has no network
///   and answers from [Example], and what it sends over the network has no credentials.
/// - Priming cannot fail or hang the init: whatever is thrown is dropped, and after a bound the
///   init goes on without it. It ends by itself then, a second or two for each endpoint that does
///   not answer.
/// - Nothing is left of it but loaded classes: no connection, no line in a log, no credential that
///   is used again.
/// - Only a handler that Lambda creates primes; one that is given its clients does not.
@org.jspecify.annotations.NullMarked
package headroom.priming;
