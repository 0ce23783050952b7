/// Random setups of Redshift's scenarios, for [headroom.rehearsal.trials].
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.redshift.trials;
