/// What every step of the state machine shares: records in and out, progress, named errors.
///
/// - A step answers or throws; it never returns a failure as a value, so that no caller can
///   overlook one.
/// - A state machine matches exceptions by their fully qualified class name. Those it names are
///   public, final and top-level; renaming one changes its definition, and a test says so.
/// - Nothing here knows Redshift or DMS.
@org.jspecify.annotations.NullMarked
package headroom.step;
