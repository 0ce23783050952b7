/// One execution of a state machine, and what there is around it: what caused it, how it is started
/// once however often it is asked for, what its ARN says, how soon a dead one is answered, and how
/// the resources of its stack are called.
@org.jspecify.annotations.NullMarked
package headroom.run;
