/// The settings of each cluster and each replication group, read once and whole.
///
/// - Whatever is wrong is told in one answer: key, value found, what was expected, an example.
/// - So are two values that contradict each other, and a name that is no setting: an `ask` that is
///   not understood would let a cluster be resized unasked.
/// - Endpoints are compared with each other and with where the stack goes: one that is elsewhere
///   would seem to have no tasks, and they would write on during a resize.
/// - There is no default for what only the owner can know: the cluster, its endpoints, the group,
///   and the ceilings on their sizes. Without a ceiling nothing is synthesised.
/// - Two lists stand beside each other, in `headroom.json` or in the context. At the top level of
///   the context there is one cluster or one group, as what both have could be meant for either.
/// - All settings stand in one place: beside a `headroom.json` the context says nothing of them.
/// - In `headroom.json` each form is exact, so that `headroom.schema.json`, which is made of the
///   same lists, judges it alike. What no schema can say is told here alone.
/// - A [headroom.configuration.Configuration] that exists is right; nobody checks it again.
@org.jspecify.annotations.NullMarked
package headroom.configuration;
