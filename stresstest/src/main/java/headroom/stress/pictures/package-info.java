/// What a scene looked like from its beginning to its end: a picture that stands in the
/// documentation.
///
/// It draws what it is given, and measures nothing.
@org.jspecify.annotations.NullMarked
package headroom.stress.pictures;
