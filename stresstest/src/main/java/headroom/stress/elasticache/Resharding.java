package headroom.stress.elasticache;

import headroom.stress.servers.Seen;
import headroom.stress.servers.Server;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// Spreads the slots evenly, slot by slot, by what the servers say of themselves: begun again after
/// a breakdown at any moment it first closes the slots that stand open, and then goes on.
final class Resharding {
    static final int SLOTS = 16_384;

    /// Keys that one command moves: while it does, the node answers nobody else.
    private static final int AT_A_TIME = 50;

    private static final String PATIENCE = "5000";

    private final LocalGroup group;
    private final Interruption interruption;
    private final AtomicReference<@Nullable Double> percent;
    private int moved;

    /// @param percent is told how much of it is done
    Resharding(
            LocalGroup group,
            Interruption interruption,
            AtomicReference<@Nullable Double> percent) {
        this.group = group;
        this.interruption = interruption;
        this.percent = percent;
    }

    private record Move(int slot, Server from, Server to) {}

    /// The shards differ in no more than one slot.
    static boolean isEven(LocalGroup group) {
        var counts =
                group.shards().stream()
                        .mapToInt(each -> each.primary().server().myself().slots().cardinality())
                        .summaryStatistics();
        return counts.getMax() - counts.getMin() <= 1;
    }

    void run() {
        List<Server> primaries = primaries();
        closeOpenSlots(primaries);
        List<Move> moves = plan(primaries);
        percent.set(0.0);
        for (Move each : moves) {
            move(each);
            moved++;
            percent.set(100.0 * moved / moves.size());
            interruption.at(Interruption.Moment.AFTER, moved);
        }
        percent.set(null);
    }

    private List<Server> primaries() {
        return group.shards().stream().map(each -> each.primary().server()).toList();
    }

    /// A slot whose keys are on their way is brought to its end; one that goes to a node that is no
    /// more stays where it is. What the new primary in that node's place has of its keys comes to
    /// it as it would have to the old one.
    private void closeOpenSlots(List<Server> primaries) {
        Map<String, Seen> seen = Cluster.bySelf(primaries);
        for (Server from : primaries) {
            for (int slot : open(seen, from).keySet()) {
                Server to =
                        primaries.stream()
                                .filter(each -> imports(each, slot, from))
                                .findFirst()
                                .orElseGet(() -> successor(from, slot));
                move(new Move(slot, from, to));
            }
        }
        for (Server each : primaries) {
            each.myself()
                    .importing()
                    .keySet()
                    .forEach(slot -> each.text("CLUSTER", "SETSLOT", "" + slot, "STABLE"));
        }
    }

    private static Map<Integer, String> open(Map<String, Seen> seen, Server server) {
        Seen myself = seen.get(server.id());
        return myself == null ? Map.of() : myself.migrating();
    }

    private static boolean imports(Server server, int slot, Server from) {
        return from.id().equals(server.myself().importing().get(slot));
    }

    /// The primary of the shard that the slot was on its way to.
    private Server successor(Server from, int slot) {
        String target = from.myself().migrating().get(slot);
        return group.shards().stream()
                .filter(
                        each ->
                                each.nodes().stream()
                                        .anyMatch(node -> node.server().id().equals(target)))
                .findFirst()
                .orElseThrow()
                .primary()
                .server();
    }

    /// From those that have more than their share, the last of their slots.
    private static List<Move> plan(List<Server> primaries) {
        int share = SLOTS / primaries.size();
        int larger = SLOTS % primaries.size();
        List<Server> fullest =
                primaries.stream().sorted((one, other) -> slots(other) - slots(one)).toList();
        Deque<Move> given = new ArrayDeque<>();
        List<Move> moves = new ArrayList<>();
        for (int each = 0; each < fullest.size(); each++) {
            Server server = fullest.get(each);
            BitSet slots = server.myself().slots();
            int wanted = share + (each < larger ? 1 : 0);
            int slot = slots.length();
            for (int surplus = slots.cardinality() - wanted; surplus > 0; surplus--) {
                slot = slots.previousSetBit(slot - 1);
                given.add(new Move(slot, server, server));
            }
            for (int lack = wanted - slots.cardinality(); lack > 0 && !given.isEmpty(); lack--) {
                Move next = given.remove();
                moves.add(new Move(next.slot(), next.from(), server));
            }
        }
        return moves;
    }

    private static int slots(Server server) {
        return server.myself().slots().cardinality();
    }

    private void move(Move move) {
        String slot = Integer.toString(move.slot());
        move.to().text("CLUSTER", "SETSLOT", slot, "IMPORTING", move.from().id());
        move.from().text("CLUSTER", "SETSLOT", slot, "MIGRATING", move.to().id());
        // No key comes to a slot that is on its way out, so that a short list is the last one.
        List<String> keys;
        do {
            keys = keys(move.from(), slot);
            int first =
                    interruption.equals(Interruption.NONE) ? keys.size() : (keys.size() + 1) / 2;
            migrate(move, keys.subList(0, first));
            interruption.at(Interruption.Moment.INSIDE, moved);
            migrate(move, keys.subList(first, keys.size()));
        } while (keys.size() == AT_A_TIME);
        // The one that takes it first: it is never without an owner that serves it. All others
        // learn
        // it from these two.
        move.to().text("CLUSTER", "SETSLOT", slot, "NODE", move.to().id());
        move.from().text("CLUSTER", "SETSLOT", slot, "NODE", move.to().id());
    }

    private static List<String> keys(Server server, String slot) {
        return server.list("CLUSTER", "GETKEYSINSLOT", slot, Integer.toString(AT_A_TIME));
    }

    private static void migrate(Move move, List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "MIGRATE",
                                "127.0.0.1",
                                Integer.toString(move.to().port()),
                                "",
                                "0",
                                PATIENCE,
                                "KEYS"));
        words.addAll(keys);
        move.from().text(words.toArray(String[]::new));
    }
}
