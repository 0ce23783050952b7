/// What the modules and packages promise in their `package-info`, held by the tests of this module.
///
/// - It reads what the other modules have built, and none of them knows it.
@org.jspecify.annotations.NullMarked
package headroom.architecture;
