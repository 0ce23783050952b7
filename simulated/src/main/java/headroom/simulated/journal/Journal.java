package headroom.simulated.journal;

import headroom.simulated.time.Scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The entries of one scenario so far.
public final class Journal {
    private final Scheduler scheduler;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Consumer<? super Entry>> readers = new ArrayList<>();
    private String actor = "";

    public Journal(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /// The reader is told of each entry from now on, as it is written.
    public void tell(Consumer<? super Entry> reader) {
        readers.add(reader);
    }

    /// What is noted while it runs is noted as done on the execution's behalf.
    public void as(String execution, Runnable work) {
        String before = actor;
        actor = execution;
        try {
            work.run();
        } finally {
            actor = before;
        }
    }

    public void note(Kind kind, String name, String detail) {
        Entry entry = new Entry(scheduler.now(), kind, name, detail, actor);
        entries.add(entry);
        readers.forEach(each -> each.accept(entry));
    }

    /// A line that a function wrote for CloudWatch to take its metrics from.
    public void measured(String line) {
        note(Kind.METRIC, "Headroom", line);
    }

    public Stream<Entry> entries(Kind kind) {
        return entries.stream().filter(each -> each.kind() == kind);
    }

    /// The calls of any of the operations, in order.
    public List<Entry> calls(Set<String> operations) {
        return entries(Kind.CALL).filter(each -> operations.contains(each.name())).toList();
    }

    /// The calls of one operation, in order.
    public List<Entry> calls(String operation) {
        return calls(Set.of(operation));
    }
}
