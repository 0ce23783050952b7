package headroom.simulated.elasticache.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a node of a type has, as ElastiCache's own tables say.
///
/// @param processors its virtual ones
/// @param memory in bytes, before what is reserved
/// @param base in bits a second, which its network carries for ever
/// @param burst the same, which it carries for a while
public record NodeKind(String name, int processors, double memory, double base, double burst) {
    /// Of `memory`, by default: for copies, backups and buffers.
    private static final double RESERVED = 0.25;

    private static final double GIGABIT = 1e9;

    private static final List<String> SIZES =
            List.of("large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge");
    private static final int[] PROCESSORS = {2, 4, 8, 16, 32, 48, 64};

    private static final double[] GENERAL = {
        6854542746d,
        13891921715d,
        27966669210d,
        56116178125d,
        111325552312d,
        168715971994d,
        225000375228d
    };
    private static final double[] LARGE_MEMORY = {
        14037181030d,
        28261849702d,
        56711183565d,
        113609865216d,
        225000375228d,
        341206346547d,
        450000750456d
    };
    private static final double[] BASE_6 = {.75, 1.25, 2.5, 5, 12, 20, 25};
    private static final double[] BURST_6 = {10, 10, 10, 10, 12, 20, 25};
    private static final double[] BASE_7 = {.937, 1.876, 3.75, 7.5, 15, 22.5, 30};
    private static final double[] BURST_7 = {12.5, 12.5, 15, 15, 15, 22.5, 30};

    private static final Map<String, NodeKind> ALL = new TreeMap<>();

    static {
        family("m6g", GENERAL, BASE_6, BURST_6);
        family("m7g", GENERAL, BASE_7, BURST_7);
        family("r6g", LARGE_MEMORY, BASE_6, BURST_6);
        family("r7g", LARGE_MEMORY, BASE_7, BURST_7);
        for (String family : List.of("t3", "t4g")) {
            add("cache." + family + ".micro", 2, 536870912d, .064, 5);
            add("cache." + family + ".small", 2, 1471026299d, .128, 5);
            add("cache." + family + ".medium", 2, 3317862236d, .256, 5);
        }
    }

    private static void family(String family, double[] memory, double[] base, double[] burst) {
        for (int each = 0; each < SIZES.size(); each++) {
            add(
                    "cache." + family + "." + SIZES.get(each),
                    PROCESSORS[each],
                    memory[each],
                    base[each],
                    burst[each]);
        }
    }

    private static void add(String name, int processors, double memory, double base, double burst) {
        ALL.put(name, new NodeKind(name, processors, memory, base * GIGABIT, burst * GIGABIT));
    }

    /// @throws IllegalArgumentException if it is none of those that are modelled
    public static NodeKind of(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Found the node type %s; expected one of %s."
                                                .formatted(name, ALL.keySet())));
    }

    public static Optional<NodeKind> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /// Those with more memory, the smallest first.
    public Stream<NodeKind> larger() {
        return ALL.values().stream()
                .filter(each -> each.memory > memory)
                .sorted((one, other) -> Double.compare(one.memory, other.memory));
    }

    /// In bytes: what keys and values may use.
    public double room() {
        return memory * (1 - RESERVED);
    }
}
