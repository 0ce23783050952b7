package headroom.command;

import headroom.command.capacity.Minute;
import headroom.command.cluster.Access;
import headroom.elasticache.CacheSettings;
import headroom.elasticache.figures.Figures;
import headroom.settings.Setting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What was typed behind `./capacity`.
sealed interface CapacityLine {
    String FACTOR = "--factor";
    String QUERIES = "--queries";
    String FROM = "--from";
    String TO = "--to";
    String PART = "--part";
    String REGION = "--region";
    String PROFILE = "--profile";

    List<String> OF_QUERIES = List.of(FROM, TO, PART, REGION, PROFILE);

    List<String> OPTIONS =
            Stream.concat(Stream.of(FACTOR, QUERIES, "--help"), OF_QUERIES.stream()).toList();

    /// @param files with figures
    record Judge(List<String> files, double factor) implements CapacityLine {}

    /// @param subject a group, or a file that describes one
    /// @param span the minutes to be asked for; empty for the newest
    /// @param part of several calls; empty for the only one
    record Ask(String subject, Optional<Figures> span, Optional<Integer> part, Access access)
            implements CapacityLine {
        /// As it would be typed again, but for the part.
        String command() {
            StringBuilder command = new StringBuilder("./capacity --queries " + subject);
            span.ifPresent(
                    each -> command.append(" --from %s --to %s".formatted(each.from(), each.to())));
            access.region().ifPresent(each -> command.append(" --region ").append(each));
            access.profile().ifPresent(each -> command.append(" --profile ").append(each));
            return command.toString();
        }
    }

    /// @throws NotUnderstood if it is not what was expected
    static CapacityLine parse(List<String> words) {
        Typed typed = Typed.of(words, OPTIONS, Map.of());
        return typed.last(QUERIES).map(each -> ask(each, typed)).orElseGet(() -> judge(typed));
    }

    private static CapacityLine judge(Typed typed) {
        OF_QUERIES.stream()
                .filter(typed.options()::containsKey)
                .findFirst()
                .ifPresent(
                        each -> {
                            throw new NotUnderstood(
                                    "%s says nothing without %s.".formatted(each, QUERIES));
                        });
        if (typed.operands().isEmpty()) {
            throw new NotUnderstood(
                    "There is no file; expected one with figures, as in ./capacity figures.json.");
        }
        Setting<Double> setting = CacheSettings.HEADROOM_FACTOR;
        double factor =
                typed.last(FACTOR)
                        .map(
                                written ->
                                        setting.type()
                                                .parse(written)
                                                .filter(setting.type()::allows)
                                                .orElseThrow(
                                                        () ->
                                                                new NotUnderstood(
                                                                        "%s is %s; expected %s."
                                                                                .formatted(
                                                                                        FACTOR,
                                                                                        written,
                                                                                        setting
                                                                                                .expected()))))
                        .orElseGet(() -> setting.usual().orElseThrow());
        return new Judge(typed.operands(), factor);
    }

    private static CapacityLine ask(String subject, Typed typed) {
        if (!typed.operands().isEmpty()) {
            throw new NotUnderstood(
                    "Beside %s %s there is \"%s\"; expected one group or one file."
                            .formatted(QUERIES, subject, String.join(" ", typed.operands())));
        }
        if (typed.options().containsKey(FACTOR)) {
            throw new NotUnderstood(
                    "%s says nothing to %s: say it when the figures are judged."
                            .formatted(FACTOR, QUERIES));
        }
        return new Ask(
                subject,
                span(typed.last(FROM), typed.last(TO)),
                typed.last(PART).map(CapacityLine::number),
                new Access(typed.last(REGION), typed.last(PROFILE)));
    }

    private static Optional<Figures> span(Optional<String> from, Optional<String> to) {
        if (from.isPresent() != to.isPresent()) {
            throw new NotUnderstood(
                    "There is %s alone; expected %s and %s, or none of the two."
                            .formatted(from.isPresent() ? FROM : TO, FROM, TO));
        }
        if (from.isEmpty()) {
            return Optional.empty();
        }
        var span = new Figures(moment(FROM, from.get()), moment(TO, to.orElseThrow()));
        Duration length = Duration.between(span.from(), span.to());
        if (length.compareTo(Figures.QUARTER_OF_AN_HOUR) < 0
                || length.compareTo(Minute.LONGEST) > 0) {
            throw new NotUnderstood(
                    "From %s to %s are %d minutes; expected %d to %d."
                            .formatted(
                                    span.from(),
                                    span.to(),
                                    length.toMinutes(),
                                    Figures.QUARTER_OF_AN_HOUR.toMinutes(),
                                    Minute.LONGEST.toMinutes()));
        }
        return Optional.of(span);
    }

    private static Instant moment(String option, String written) {
        return Minute.parse(written)
                .orElseThrow(
                        () ->
                                new NotUnderstood(
                                        "%s is %s; expected %s."
                                                .formatted(option, written, Minute.EXPECTED)));
    }

    private static int number(String written) {
        if (!written.matches("[1-9]\\d{0,2}")) {
            throw new NotUnderstood(
                    "%s is %s; expected the number of one, from 1.".formatted(PART, written));
        }
        return Integer.parseInt(written);
    }
}
