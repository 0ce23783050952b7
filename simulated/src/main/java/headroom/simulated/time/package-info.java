/// Virtual time. One thread, one clock, one scheduler ordered by time and then by the order of
/// entry; nothing that uses it sleeps, reads the machine's clock or draws an unseeded random
/// number, so a scenario replays to the byte.
///
/// Everybody may use this package; it knows nobody.
@org.jspecify.annotations.NullMarked
package headroom.simulated.time;
