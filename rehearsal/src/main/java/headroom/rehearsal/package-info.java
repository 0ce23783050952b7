@org.jspecify.annotations.NullMarked
package headroom.rehearsal;
