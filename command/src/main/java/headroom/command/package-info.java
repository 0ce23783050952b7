/// The command `./headroom`: what an operator does by hand, without looking anything up.
///
/// - It understands a command whole or not at all: what is misspelt is answered with what was
///   meant, and nothing is done.
/// - To judge settings it needs neither AWS nor the CDK, and loads no client of either.
@org.jspecify.annotations.NullMarked
package headroom.command;
