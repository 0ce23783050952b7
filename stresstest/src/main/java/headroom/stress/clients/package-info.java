/// Clients that write and read all the while, and remember each write that was acknowledged.
@org.jspecify.annotations.NullMarked
package headroom.stress.clients;
