package headroom.command.capacity;

import headroom.elasticache.group.Member;
import headroom.elasticache.group.Role;
import headroom.elasticache.group.Shard;
import headroom.text.Listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The group that labels are about.
///
/// @param labels at least one
record LabelledGroup(List<Label> labels, Mistakes mistakes) {
    /// What could be put together, whatever is wrong with it.
    Shape shape() {
        SortedMap<String, List<Label>> shards =
                labels.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Label::shard, TreeMap::new, Collectors.toList()));
        Label first = labels.getFirst();
        boolean isOne =
                isOne("replication group", labels, Label::group)
                        && isOne("cluster mode", labels, each -> each.mode().word())
                        && isOne("number of nodes", labels, each -> "" + each.nodes());
        Shape shape =
                new Shape(
                        first.group(),
                        first.mode(),
                        shards.entrySet().stream()
                                .map(each -> shard(each.getKey(), each.getValue()))
                                .toList());
        if (isOne) {
            judgeNodes(first);
            shape.judge(mistakes);
        }
        return shape;
    }

    private Shard shard(String id, List<Label> of) {
        isOne("list of slots on shard " + id, of, each -> String.valueOf(each.slots()));
        Map<String, Member> members = new TreeMap<>();
        of.forEach(each -> members.putIfAbsent(each.member().id(), each.member()));
        List<Member> all = new ArrayList<>(members.values());
        of.stream()
                .filter(each -> !all.contains(each.member()))
                .map(each -> each.member().id())
                .distinct()
                .forEach(
                        each ->
                                mistakes.add(
                                        ("The labels of %s tell different types or roles of it;"
                                             + " expected the same in all. Ask with one list of"
                                             + " queries, before or after a change.")
                                                .formatted(each)));
        long primaries =
                all.stream()
                        .filter(each -> each.role().filter(one -> one == Role.PRIMARY).isPresent())
                        .count();
        if (all.stream().allMatch(each -> each.role().isPresent()) && primaries != 1) {
            mistakes.add(
                    ("Shard %s has %d nodes with the role primary; expected one. Have ./capacity"
                                    + " --queries print the queries anew.")
                            .formatted(id, primaries));
        }
        return new Shard(id, Shape.AVAILABLE, of.getFirst().slots(), all);
    }

    private boolean isOne(String what, List<Label> of, Function<Label, String> each) {
        TreeSet<String> different = new TreeSet<>(of.stream().map(each).toList());
        if (different.size() > 1) {
            mistakes.add(
                    ("The labels tell more than one %s: %s; expected one. Hand in the answers to"
                                    + " one list of queries.")
                            .formatted(what, Listing.of(List.copyOf(different))));
        }
        return different.size() == 1;
    }

    private void judgeNodes(Label first) {
        long found = labels.stream().map(each -> each.member().id()).distinct().count();
        if (found < first.nodes()) {
            mistakes.add(
                    ("There are figures of %d nodes, and the group has %d; expected all. Hand in"
                                    + " the answers to all parts at once: ./capacity FILE FILE...")
                            .formatted(found, first.nodes()));
        }
    }
}
