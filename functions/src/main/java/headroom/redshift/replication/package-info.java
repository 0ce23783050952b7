/// The DMS tasks that write into the cluster: found, stopped, and started again.
///
/// - A serverless replication is a task in all but its requests and its statuses. Only those of a
///   zero-ETL integration are left to the service that runs them.
/// - Only tasks that were running when the run was planned are stopped, and only those are started
///   again; what a person had stopped stays stopped.
/// - A task that has ended by itself is done: nobody starts it.
/// - A task continues from its checkpoint (`resume-processing`). It is never reloaded: that would
///   empty its tables.
/// - DMS answers a search that finds nothing with an error. Here it is an empty list.
@org.jspecify.annotations.NullMarked
package headroom.redshift.replication;
