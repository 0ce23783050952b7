/// Real servers on this machine, and what is asked of them besides their clients' commands.
///
/// - Each is a process of its own, on free ports of the loopback interface, in one folder.
/// - However this process ends, they end with it, and the folder goes.
/// - What is asked of a server here is counted, so that it can be taken out of its figures.
@org.jspecify.annotations.NullMarked
package headroom.stress.servers;
