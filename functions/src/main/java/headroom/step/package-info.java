/// What every step of a state machine shares: records in and out, progress, pace, named errors.
///
/// - A step answers or throws; it never returns a failure as a value, so that no caller can
///   overlook one.
/// - The state machine matches exceptions by their fully qualified class name. Those it names are
///   public, final and top-level; renaming one changes a definition, and a test says so.
/// - It knows no workflow, and no service's own error codes.
@org.jspecify.annotations.NullMarked
package headroom.step;
