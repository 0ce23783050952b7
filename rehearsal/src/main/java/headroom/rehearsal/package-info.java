/// The command `./rehearse`: it reads what was typed, and runs scenarios of a workflow. It alone
/// knows the engine and the workflows.
///
/// The engine knows no workflow: `states` (the States Language), `aws` (the services that each
/// workflow uses), `simulation`, `invariants`, `scenario` and `trials`, on the time, journal and
/// faults of `headroom.simulated`. What is a workflow's own stands in a package with its name, such
/// as `redshift`, and builds on the engine.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal;
