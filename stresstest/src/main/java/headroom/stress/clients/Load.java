package headroom.stress.clients;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Threads that write and read at a given rate, seven reads to a write.
public final class Load implements AutoCloseable {
    public static final int THREADS = 8;

    private static final int READS = 7;
    private static final double SECOND = 1e9;

    /// A thread that was held up catches up with no more than this, so that a standstill of the
    /// machine is followed by no flood.
    private static final Duration CATCHES_UP = Duration.ofMillis(100);

    private final Shape shape;
    private final Ledger ledger;
    private final Errors errors;
    private final Clock clock;
    private final LongAdder commands = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final List<Thread> threads = new ArrayList<>();
    private volatile double rate;
    private volatile boolean over;

    /// Keys are written evenly.
    ///
    /// @param hotShare of the reads that ask for keys in the first slots, beside an even part of
    ///   the others
    /// @param hotSlots how many slots those are
    /// @param value how long values are
    public record Shape(double hotShare, int hotSlots, int value) {
        public static final Shape EVEN = new Shape(0, 0, 256);
    }

    /// @param rate commands a second of all threads
    public Load(Shape shape, double rate, Ledger ledger, Errors errors, Clock clock) {
        this.shape = shape;
        this.rate = rate;
        this.ledger = ledger;
        this.errors = errors;
        this.clock = clock;
    }

    /// @param clients each used by as many threads as the others
    /// @param count of all threads
    /// @param name of the threads' keys
    public void begin(List<? extends Client> clients, int count, String name) {
        over = false;
        for (int number = 0; number < count; number++) {
            int each = number;
            Client client = clients.get(each % clients.size());
            String thread = name + each;
            Keys keys = new Keys(thread, shape.hotSlots());
            Thread runs =
                    new Thread(
                            () -> run(client, keys, new Random(each), count), "client-" + thread);
            runs.setDaemon(true);
            runs.start();
            threads.add(runs);
        }
    }

    private void run(Client client, Keys keys, Random random, int count) {
        Instant due = clock.instant();
        for (int number = 0; !over; number++) {
            due = due.plusNanos((long) (SECOND * count / rate));
            Instant now = clock.instant();
            if (due.isBefore(now.minus(CATCHES_UP))) {
                due = now;
            }
            LockSupport.parkNanos(Duration.between(now, due).toNanos());
            try {
                if (number % (READS + 1) == 0) {
                    String key = keys.next(number);
                    write(client, key, shape.value(), ledger);
                    keys.written(key);
                } else {
                    keys.any(random.nextDouble() < shape.hotShare(), random)
                            .ifPresent(each -> read(client, each));
                }
                commands.increment();
            } catch (RuntimeException problem) {
                errors.note(problem);
            }
        }
    }

    private static void write(Client client, String key, int length, Ledger ledger) {
        client.write(key, Keys.value(key, length));
        ledger.acknowledged(key, length);
    }

    /// Writes so many values that nobody reads meanwhile, as fast as it goes.
    ///
    /// @param name of the keys
    /// @param length of each value
    public static void fill(Client client, String name, int count, int length, Ledger ledger) {
        IntStream.range(0, count)
                .parallel()
                .forEach(each -> write(client, "fill-%s-%d".formatted(name, each), length, ledger));
    }

    private void read(Client client, String key) {
        if (client.read(key) == null) {
            missed.increment();
        }
    }

    public double rate() {
        return rate;
    }

    public void setRate(double next) {
        rate = next;
    }

    public long commands() {
        return commands.sum();
    }

    /// Reads that found nothing, of keys that had been written: of a replica that is behind, or
    /// whose slot moves.
    public long missed() {
        return missed.sum();
    }

    @Override
    public void close() {
        end();
    }

    /// Ends when each thread has its last answer.
    public void end() {
        over = true;
        for (Thread each : threads) {
            try {
                each.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }
}
