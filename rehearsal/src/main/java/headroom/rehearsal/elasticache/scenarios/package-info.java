/// The scenarios of caches, told by what is not as usual in them.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.elasticache.scenarios;
