@org.jspecify.annotations.NullMarked
package headroom.redshift;
