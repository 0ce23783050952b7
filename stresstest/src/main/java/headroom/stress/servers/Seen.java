package headroom.stress.servers;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A node of a cluster, as another one sees it: a line of CLUSTER NODES.
///
/// @param id the engine's
/// @param primary whose replica it is; empty of a primary
/// @param migrating where slots are on their way to, by slot; a node tells this of itself alone
/// @param importing where slots come from, by slot; the same
public record Seen(
        String id,
        int port,
        List<String> flags,
        Optional<String> primary,
        BitSet slots,
        Map<Integer, String> migrating,
        Map<Integer, String> importing) {
    private static final int WORDS_BEFORE_SLOTS = 8;

    static List<Seen> parse(String nodes) {
        return nodes.lines().map(Seen::line).toList();
    }

    private static Seen line(String line) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        BitSet slots = new BitSet();
        Map<Integer, String> migrating = new TreeMap<>();
        Map<Integer, String> importing = new TreeMap<>();
        words.stream()
                .skip(WORDS_BEFORE_SLOTS)
                .filter(each -> !each.isEmpty())
                .forEach(each -> slot(each, slots, migrating, importing));
        String address = words.get(1);
        return new Seen(
                words.getFirst(),
                Integer.parseInt(address.substring(address.indexOf(':') + 1, address.indexOf('@'))),
                List.of(words.get(2).split(",", -1)),
                Optional.of(words.get(3)).filter(each -> !each.equals("-")),
                slots,
                migrating,
                importing);
    }

    /// `0-5460`, `42`, `[93->-ID]`, or `[93-<-ID]`.
    private static void slot(
            String word,
            BitSet slots,
            Map<Integer, String> migrating,
            Map<Integer, String> importing) {
        if (word.startsWith("[")) {
            String inner = word.substring(1, word.length() - 1);
            int slot = Integer.parseInt(inner.substring(0, inner.indexOf('-')));
            String id = inner.substring(inner.lastIndexOf('-') + 1);
            (inner.contains("->-") ? migrating : importing).put(slot, id);
            return;
        }
        int dash = word.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? word : word.substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(word.substring(dash + 1));
        slots.set(first, last + 1);
    }

    public boolean isPrimary() {
        return flags.contains("master");
    }

    public boolean isMyself() {
        return flags.contains("myself");
    }

    public boolean isWell() {
        return flags.stream()
                .noneMatch(each -> each.startsWith("fail") || each.equals("handshake"));
    }
}
