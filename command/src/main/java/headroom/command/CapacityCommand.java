package headroom.command;

import headroom.command.answer.Answer;
import headroom.command.answer.Refused;
import headroom.command.capacity.Queries;
import headroom.command.capacity.Verdict;
import headroom.command.cluster.Access;
import headroom.command.cluster.Services;
import headroom.command.cluster.Trouble;
import headroom.elasticache.figures.Figures;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.GroupGone;
import headroom.terminal.Terminal;

import software.amazon.awssdk.core.exception.SdkException;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// The command `./capacity`.
public final class CapacityCommand {
    private static final String USAGE =
            """
            usage: ./capacity FILE... [--factor NUMBER]
                   ./capacity --queries GROUP|FILE [--from MOMENT --to MOMENT] [--part NUMBER]
                              [--region REGION] [--profile PROFILE]

              FILE       figures of an ElastiCache group: what aws cloudwatch get-metric-data has
                         answered to the queries below, in one file or several, or the JSON that
                         docs/capacity.md explains
              --factor   how many times the load is to be carried, 1 to 10; without it 2.0

              --queries  prints what CloudWatch is to be asked. GROUP is found in AWS; FILE is what
                         aws elasticache describe-replication-groups has printed
              --from     the first minute, and --to the end of the last, as in 2026-11-27T20:00Z:
                         the hour of the peak. Without them the newest quarter of an hour
              --part     of a group that takes several calls, which one

            So:  ./capacity --queries sessions > queries.json
                 aws cloudwatch get-metric-data --cli-input-json file://queries.json > figures.json
                 ./capacity figures.json

            Exit status: 0 if the group carries it, all of it is known and nothing is wrong, or if the
            queries are printed; 1 if something is to be done, is unknown or was refused, as a wrong
            file is; 2 if the command was not understood.
            """;

    /// For so long CloudWatch keeps figures by the minute.
    private static final Duration KEPT = Duration.ofDays(15);

    private final PrintStream out;
    private final PrintStream err;
    private final Function<Access, Services> services;
    private final Clock clock;
    private final Path here;

    /// @param services connects to AWS; not called where nothing is asked of it
    /// @param here where the command was called
    CapacityCommand(
            PrintStream out,
            PrintStream err,
            Function<Access, Services> services,
            Clock clock,
            Path here) {
        this.out = out;
        this.err = err;
        this.services = services;
        this.clock = clock;
        this.here = here;
    }

    public static void main(String[] arguments) {
        PrintStream out =
                new PrintStream(
                        Terminal.here().coloured(System.out, Colours.RULES),
                        true,
                        StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var command =
                new CapacityCommand(out, err, Services::connected, Clock.systemUTC(), Path.of(""));
        System.exit(command.run(List.of(arguments)));
    }

    int run(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            out.print(USAGE);
            return Headroom.DONE;
        }
        try {
            return switch (CapacityLine.parse(words)) {
                case CapacityLine.Judge it -> judge(it);
                case CapacityLine.Ask it -> ask(it);
            };
        } catch (NotUnderstood notUnderstood) {
            err.println(notUnderstood.getMessage() + "\n");
            err.print(USAGE);
            return Headroom.NOT_UNDERSTOOD;
        } catch (Refused refused) {
            err.println(refused.getMessage());
            return Headroom.TO_DO;
        }
    }

    private int judge(CapacityLine.Judge line) {
        Answer answer =
                Verdict.of(line.files().stream().map(here::resolve).toList(), line.factor());
        out.println(answer.text());
        return answer.needsPerson() ? Headroom.TO_DO : Headroom.DONE;
    }

    private int ask(CapacityLine.Ask line) {
        Instant now = clock.instant();
        Figures span = line.span().orElseGet(() -> Figures.asOf(now));
        if (span.to().isAfter(now) || span.from().isBefore(now.minus(KEPT))) {
            throw new NotUnderstood(
                    "From %s to %s is not within the %d days for which CloudWatch keeps figures by the minute, until now, %s."
                            .formatted(span.from(), span.to(), KEPT.toDays(), now));
        }
        Group group = group(line);
        if (!group.isSettled()) {
            err.println(
                    "Its figures may say little, since something is under way: %s."
                            .formatted(group.inWords()));
        }
        var queries = new Queries(group, span.from(), span.to());
        out.println(line.part().map(queries::part).orElseGet(() -> queries.whole(line.command())));
        return Headroom.DONE;
    }

    private Group group(CapacityLine.Ask line) {
        Path file = here.resolve(line.subject());
        if (Queries.isFile(line.subject())) {
            return Queries.described(file);
        }
        try {
            return Group.describe(
                    services.apply(line.access()).elastiCache().get(), line.subject());
        } catch (GroupGone gone) {
            throw new Refused(
                    "There is no replication group %s in this account and region, or not for long. aws elasticache describe-replication-groups lists those that there are."
                            .formatted(line.subject()));
        } catch (SdkException trouble) {
            throw new Refused(Trouble.inWords(trouble, line.access()));
        }
    }
}
