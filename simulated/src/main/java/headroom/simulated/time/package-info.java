/// Virtual time. One thread, one clock, one scheduler ordered by time and then by the order of
/// entry; nothing in the rehearsal sleeps, reads the machine's clock or draws an unseeded random
/// number, so a scenario replays to the byte.
///
/// Everybody in the rehearsal may use this package; it knows nobody.
@org.jspecify.annotations.NullMarked
package headroom.simulated.time;
