/// Kinds of settings that any workflow may have.
@org.jspecify.annotations.NullMarked
package headroom.settings;
