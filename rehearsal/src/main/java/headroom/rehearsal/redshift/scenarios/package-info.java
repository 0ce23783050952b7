/// Redshift's scenarios, by what they are about. [Scenarios] lists them all.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.redshift.scenarios;
