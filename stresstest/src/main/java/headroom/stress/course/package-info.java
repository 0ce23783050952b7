/// Headroom as it is deployed for one group, over servers on this machine, in real time.
@org.jspecify.annotations.NullMarked
package headroom.stress.course;
