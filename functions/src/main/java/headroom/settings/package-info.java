/// What a workflow's settings are, how they are written, and the functions' environment that holds
/// them.
///
/// - A setting stands in one list, with its key, its type, its bounds, its default and its meaning.
///   Whatever reads, writes or explains it goes by that list.
/// - The name of its environment variable is made of its key, and the value is written as in
///   `cdk.json`.
/// - Bounds are checked before anything is deployed; a function takes what was deployed.
/// - It knows no workflow. Each has a list of its own.
@org.jspecify.annotations.NullMarked
package headroom.settings;
