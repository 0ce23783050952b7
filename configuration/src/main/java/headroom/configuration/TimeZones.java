package headroom.configuration;

import headroom.settings.Type;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds the time zone that somebody meant.
final class TimeZones {
    private static final List<String> ALL = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private static final Map<String, String> BY_CITY = byCity();

    /// Beyond that, a suggestion would be a guess.
    private static final int NEAR = 3;

    private TimeZones() {}

    /// What is wrong with hours that are not understood, where it is the zone alone.
    static Optional<String> remark(String hours) {
        String text = hours.strip();
        String zone = text.substring(text.lastIndexOf(' ') + 1);
        String rest = text.substring(0, text.length() - zone.length());
        if (ALL.contains(zone) || new Type.Hours().parse(rest + "UTC").isEmpty()) {
            return Optional.empty();
        }
        String unknown = "there is no time zone " + zone;
        return Optional.of(
                nearest(zone)
                        .map(meant -> unknown + ", did you mean " + meant + "?")
                        .orElse(unknown + "."));
    }

    /// By its whole name, or by that of its city alone.
    private static Optional<String> nearest(String written) {
        Optional<String> whole = Spelling.nearest(written, ALL, NEAR);
        return whole.isPresent()
                ? whole
                : Spelling.nearest(written, BY_CITY.keySet(), NEAR).map(BY_CITY::get);
    }

    private static Map<String, String> byCity() {
        Map<String, String> zones = new TreeMap<>();
        for (String zone : ALL) {
            int slash = zone.lastIndexOf('/');
            if (slash > 0 && !zone.startsWith("Etc/")) {
                zones.putIfAbsent(zone.substring(slash + 1), zone);
            }
        }
        return zones;
    }
}
