package headroom.command;

import headroom.command.cluster.Access;
import headroom.command.cluster.Services;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/// A person who types `./capacity`, and what it answers.
final class Typing {
    static final Instant NOW = Instant.parse("2026-11-27T20:17:30Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final int status;

    private Typing(Path here, Function<Access, Services> services, List<String> words) {
        status =
                new CapacityCommand(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                services,
                                Clock.fixed(NOW, ZoneOffset.UTC),
                                here)
                        .run(words);
    }

    /// Where nothing is asked of AWS.
    static Typing of(Path here, String... words) {
        return new Typing(here, Typing::none, List.of(words));
    }

    static Typing of(Path here, Function<Access, Services> services, String... words) {
        return new Typing(here, services, List.of(words));
    }

    private static Services none(Access access) {
        throw new AssertionError("AWS is asked of " + access);
    }

    int status() {
        return status;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
