/// One execution of a state machine: what caused it, what its ARN says, how soon a dead one is
/// answered.
@org.jspecify.annotations.NullMarked
package headroom.run;
