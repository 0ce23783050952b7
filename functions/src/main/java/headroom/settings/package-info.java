@org.jspecify.annotations.NullMarked
package headroom.settings;
