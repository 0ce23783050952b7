@org.jspecify.annotations.NullMarked
package headroom.run;
