/// Lets a function load, before its first event, most of what it will need for it.
///
/// - Priming cannot act. Before a client is built, one like it asks something over
///   [headroom.priming.Unsigned], which keeps the request to itself and opens a connection to the
///   endpoint by a request that has no signature.
/// - Priming cannot fail or hang the init: whatever is thrown is dropped, and after a bound the
///   init goes on without it.
/// - Only a handler that Lambda creates primes; one that is given its clients does not.
@org.jspecify.annotations.NullMarked
package headroom.priming;
