package headroom.elasticache.diagnosis;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Finding.Kind;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.group.Slots;
import headroom.text.Listing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How the processors of a group are used: one shard stands out, or they are busy together, or some
/// were for a while. At least one of the three holds where any minute of any node reached the
/// alarm's percentage.
record Processors(List<Traffic> shards, Policy policy) {
    Optional<Finding> found() {
        if (isOver()) {
            return spike();
        }
        Traffic hottest =
                shards.stream().max(Comparator.comparingDouble(Traffic::busiest)).orElseThrow();
        if (standsOut(hottest)) {
            return Optional.of(hot(hottest));
        }
        return isTooBusy(hottest) || areBusy() ? Optional.of(busy(hottest)) : spike();
    }

    private boolean isTooBusy(Traffic shard) {
        return shard.busiest() >= policy.cpuPercent();
    }

    private boolean areBusy() {
        return mean() >= busy();
    }

    /// A percentage that somebody has set very low stays one.
    private double busy() {
        return Math.max(policy.cpuPercent() - Limits.BELOW_ALARM, policy.cpuPercent() / 2.0);
    }

    /// Whatever the mean of a quarter of an hour still says: in the newest minutes no node was
    /// busy.
    private boolean isOver() {
        return shards.stream()
                .flatMap(each -> Traffic.nodes(each.figures()))
                .allMatch(
                        node ->
                                node.load().lately(Limits.SPIKE_MINUTES, each -> each >= busy())
                                        == 0);
    }

    private double mean() {
        return shards.stream().mapToDouble(Traffic::busiest).average().orElse(0);
    }

    private boolean standsOut(Traffic hottest) {
        double idle = Math.min(Limits.OTHERS_IDLE, policy.cpuPercent());
        List<Traffic> others =
                shards.stream().filter(each -> !each.shard().equals(hottest.shard())).toList();
        return isTooBusy(hottest)
                && others.stream().allMatch(each -> each.busiest() < idle)
                && Limits.standsOut(
                        hottest.busiest(), others.stream().map(Traffic::busiest).toList());
    }

    private Finding hot(Traffic shard) {
        String sentence =
                "Shard %s, and all shards in the mean at %.0f %%."
                        .formatted(level(shard, "is at"), mean());
        List<String> ids = List.of(shard.shard());
        if (shard.hasMoreThanItsShare(shards.size())) {
            return new Finding(
                    Kind.HOT_SLOTS,
                    ids,
                    sentence
                            + " It holds %d slots, where an equal share is %d."
                                    .formatted(
                                            shard.slots().orElseThrow(), Slots.ALL / shards.size()),
                    "Spread evenly, the slots take their load with them. %s of the shards draws near each other then."
                            .formatted(graph(shard)));
        }
        if (shard.isReadHeavy() && Traffic.useReplicas(shards)) {
            return new Finding(
                    Kind.HOT_READS,
                    ids,
                    sentence
                            + " Clients read %.0f times a second from it, and write %.0f times."
                                    .formatted(
                                            shard.reads() + shard.replicaReads(), shard.writes()),
                    "A replica more on this shard shares its reads. %s of its nodes falls then."
                            .formatted(graph(shard)));
        }
        return isOfEngine(shard) ? ofCommands(shard, sentence) : beside(shard, sentence);
    }

    /// A key, or a slow command, keeps the engine's thread busy.
    private boolean isOfEngine(Traffic shard) {
        return shard.busiestNode()
                .mean(Metric.ENGINE_CPU)
                .filter(each -> each >= policy.cpuPercent())
                .isPresent();
    }

    private static Finding beside(Traffic shard, String sentence) {
        NodeFigures node = shard.busiestNode();
        return new Finding(
                Kind.BUSY_NODE,
                List.of(shard.shard()),
                sentence
                        + " The engine's thread is at %.0f %%: what is short is the rest of the processors of %s, a %s."
                                .formatted(
                                        node.mean(Metric.ENGINE_CPU).orElse(0.0),
                                        node.member().id(),
                                        node.member().type()),
                "See what takes it beside commands: many connections, TLS. A larger node type"
                        + " has more processors; a message that names it has it taken."
                        + " CPUUtilization of the node falls then.");
    }

    private static Finding ofCommands(Traffic shard, String sentence) {
        List<String> ids = List.of(shard.shard());
        return new Finding(
                Kind.HOT_KEY,
                ids,
                sentence
                        + (shard.slots().isPresent()
                                ? " It holds no more slots than its share, and "
                                : " How many slots it holds is not known, and ")
                        + cause(shard),
                shard.isUsed()
                        ? "Find the keys (redis-cli --hotkeys where maxmemory-policy is an LFU; on"
                              + " Valkey 8 CLUSTER SLOT-STATS; else the clients' own metrics) and"
                              + " spread them: a key in several parts, a hash tag that fewer share,"
                              + " or a cache in the clients. No number of shards parts one key."
                              + " EngineCPUUtilization of the shard falls then."
                        : "Look at SLOWLOG GET on its primary, and ask for less at a time. %s of the shard falls then."
                                .formatted(graph(shard)));
    }

    private static String cause(Traffic shard) {
        if (!shard.isUsed()) {
            return "it carries out %.0f commands a second: a few of them cost much."
                    .formatted(shard.commands() + shard.replicaReads());
        }
        return (shard.isReadHeavy()
                        ? "clients read from primaries alone"
                        : "most of its commands are no reads")
                + ": a few keys are hot.";
    }

    private Finding busy(Traffic hottest) {
        List<Traffic> over = shards.stream().filter(this::isTooBusy).toList();
        boolean isOne = over.size() == 1 && !areBusy();
        List<Traffic> about = isOne ? over : shards;
        boolean isRead =
                Traffic.useReplicas(shards)
                        && about.stream().filter(Traffic::isReadHeavy).count() * 2 > about.size();
        List<String> ids = isOne ? List.of(hottest.shard()) : List.of();
        String sentence =
                "%s, and all shards in the mean at %.0f %%."
                        .formatted(
                                over.isEmpty()
                                        ? "No shard stands out: " + level(hottest, "is at")
                                        : "%d of %d shards are too busy: %s"
                                                .formatted(
                                                        over.size(),
                                                        shards.size(),
                                                        Listing.of(
                                                                over.stream()
                                                                        .map(
                                                                                each ->
                                                                                        level(
                                                                                                each,
                                                                                                "at"))
                                                                        .toList())),
                                mean());
        List<Traffic> busy = over.isEmpty() ? shards : over;
        if (busy.stream().filter(each -> !each.isUsed()).count() * 2 > busy.size()) {
            return isOfEngine(hottest) ? costly(busy, sentence) : beside(hottest, sentence);
        }
        return isRead
                ? new Finding(
                        Kind.BUSY_READS,
                        ids,
                        sentence + " Most of it is read, and replicas share the reads.",
                        "More replicas share the reads. %s of the nodes falls then."
                                .formatted(graph(hottest)))
                : new Finding(
                        Kind.BUSY,
                        ids,
                        sentence,
                        "More shards share the keys. %s of the primaries falls then."
                                .formatted(graph(hottest)));
    }

    /// Shards that are added would share keys, of which hardly any is asked for.
    private static Finding costly(List<Traffic> busy, String sentence) {
        return new Finding(
                Kind.HOT_KEY,
                busy.stream().map(Traffic::shard).toList(),
                sentence
                        + " They carry out %.0f commands a second: a few of them cost much."
                                .formatted(
                                        busy.stream()
                                                .mapToDouble(
                                                        each ->
                                                                each.commands()
                                                                        + each.replicaReads())
                                                .sum()),
                "Look at SLOWLOG GET on their primaries, and ask for less at a time."
                        + " EngineCPUUtilization of the shards falls then.");
    }

    private static String level(Traffic shard, String at) {
        return "%s %s %.0f %% of its processor%s"
                .formatted(
                        shard.shard(), at, shard.busiest(), shard.busiestNode().asDrawnInWords());
    }

    /// Which shows whether it helped.
    private static String graph(Traffic shard) {
        return shard.drawn().inCloudWatch();
    }

    /// Also of a replica that serves no reads: what keeps it busy is then something else. That it
    /// is over is said of no node that is busy now.
    private Optional<Finding> spike() {
        List<NodeFigures> nodes =
                shards.stream()
                        .flatMap(each -> Traffic.nodes(each.figures()))
                        .filter(each -> minutes(each) > 0)
                        .toList();
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        List<NodeFigures> now = nodes.stream().filter(this::isBusyNow).toList();
        if (!now.isEmpty()) {
            return Optional.of(busyNow(now));
        }
        boolean wasShort = nodes.stream().allMatch(each -> minutes(each) < Limits.SPIKE_MINUTES);
        return Optional.of(
                new Finding(
                        Kind.SPIKE,
                        shardsOf(nodes),
                        "%s: %s."
                                .formatted(
                                        wasShort
                                                ? "It was a spike"
                                                : "A processor was busy for a part of the time",
                                        Listing.of(nodes.stream().map(this::reached).toList())),
                        wasShort
                                ? "Nothing, unless it comes again and again: then see what runs at"
                                        + " those minutes. EngineCPUUtilization shows it."
                                : "If it grows, the next look tells more; if it comes and goes, see"
                                        + " what runs at those minutes. EngineCPUUtilization shows"
                                        + " it."));
    }

    private boolean isBusyNow(NodeFigures node) {
        return Diagnosis.isOver(node.load(), policy.cpuPercent());
    }

    private Finding busyNow(List<NodeFigures> nodes) {
        boolean isInTheMean =
                nodes.stream()
                        .flatMap(each -> each.load().mean().stream())
                        .anyMatch(each -> each >= policy.cpuPercent());
        return new Finding(
                Kind.BUSY_NODE,
                shardsOf(nodes),
                "A processor is busy now, and %s: %s."
                        .formatted(
                                isInTheMean
                                        ? "no step is known to relieve it"
                                        : "whether it lasts is not known yet",
                                Listing.of(nodes.stream().map(this::reached).toList())),
                isInTheMean
                        ? "Look at SLOWLOG GET on that node, and whether clients spread their reads"
                                + " over all replicas: what one replica alone does, no other node"
                                + " shares. EngineCPUUtilization of the node falls then."
                        : "If it stays, the next look tells more; if it comes and goes, see what"
                                + " runs at those minutes (SLOWLOG GET on that node)."
                                + " EngineCPUUtilization shows it.");
    }

    private List<String> shardsOf(List<NodeFigures> nodes) {
        return shards.stream()
                .filter(each -> Traffic.nodes(each.figures()).anyMatch(nodes::contains))
                .map(Traffic::shard)
                .toList();
    }

    private int minutes(NodeFigures node) {
        return node.load().minutes(each -> each >= policy.cpuPercent());
    }

    private String reached(NodeFigures node) {
        return "%s reached %d %% of its processor in %d of %d minutes, with %.0f %% in the mean%s"
                .formatted(
                        node.member().id(),
                        policy.cpuPercent(),
                        minutes(node),
                        Limits.MINUTES,
                        node.load().mean().orElse(0.0),
                        node.asDrawnInWords());
    }
}
