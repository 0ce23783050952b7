/// Files that a person names.
@org.jspecify.annotations.NullMarked
package headroom.command.file;
