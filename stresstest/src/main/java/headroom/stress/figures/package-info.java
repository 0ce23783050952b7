/// What CloudWatch knows of the nodes: each minute, what their servers say of themselves.
///
/// - What servers count is a rate: as much as it would be in a minute.
/// - A node's processor is a part of a core of this machine; its memory is scaled where the node is
///   made.
/// - What this program asks of the servers is taken out.
/// - What servers do not know is not there: of networks' limits there is nothing.
@org.jspecify.annotations.NullMarked
package headroom.stress.figures;
