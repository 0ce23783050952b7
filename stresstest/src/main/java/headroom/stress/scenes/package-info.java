/// What is shown, each from its first server to its last: a scene has servers, clients and a load,
/// lets Headroom see and act, and says whether what is promised has come true.
@org.jspecify.annotations.NullMarked
package headroom.stress.scenes;
