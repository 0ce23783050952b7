/// Lists, times and spans as people read them.
///
/// - Pure functions of values, which know no service and no message.
@org.jspecify.annotations.NullMarked
package headroom.text;
