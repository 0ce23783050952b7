/// Answers to cdk-nag, for who has its rules judge the app.
///
/// - It is of use only with `io.github.cdklabs:cdknag` on the class path, which the library does
///   not bring along; nothing else here needs it.
/// - One resource, one finding, one reason: the same right elsewhere is a finding again.
@org.jspecify.annotations.NullMarked
package headroom.constructs.nag;
