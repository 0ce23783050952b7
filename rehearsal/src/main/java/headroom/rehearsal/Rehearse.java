package headroom.rehearsal;

import headroom.rehearsal.redshift.scenarios.YourScenario;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.states.Json;
import headroom.simulated.faults.Fault;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.terminal.Progress;
import headroom.terminal.Terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command `./rehearse`.
public final class Rehearse {
    static final int WENT_WELL = 0;
    static final int WENT_WRONG = 1;
    static final int NOT_UNDERSTOOD = 2;

    static final int NOT_WRITTEN = 3;

    /// As a shell has it of what SIGINT ends.
    static final int INTERRUPTED = 130;

    private static final String USAGE =
            """
            usage: ./rehearse [elasticache] [SCENARIO] [--dry-run | --json]
                   ./rehearse [elasticache] [SCENARIO] --fault FAULT... [--json]
                   ./rehearse [elasticache | SITUATION...] [--message FILE] [--fault FAULT...] [--json]
                   ./rehearse SITUATION... --dry-run
                   ./rehearse --message FILE --scenario SCENARIO [--json]
                   ./rehearse [elasticache | drill] --seed N [--json]
                   ./rehearse [elasticache | drill] --seeds A..B
                   ./rehearse [elasticache | drill] [SCENARIO] --faults
                   ./rehearse ... --html FILE
                   ./rehearse [elasticache] --html DIR --all
                   ./rehearse --list

              (nothing)        runs the default scenario: the disk alarm, from end to end
              elasticache      does all that follows with caches: their default scenario is a hot shard
              drill            the same with a drill of the ordinary cluster, for --fault, --faults and --seed
              SCENARIO         runs another one; --list names them
              --dry-run        prints the plan alone, as an operator would get it in that situation
              --message FILE   begins with a notification or message from a file, long before the
                               disk is full, or in the setup of SCENARIO
              --fault FAULT... upsets the scenario, as redshift.DescribeClusters#3:THROTTLED does
              --seed N         runs one random scenario
              --faults         runs every fault alone, and every pair of a fault and an abort, in
                               SCENARIO; without one in the default scenario, and of caches in the
                               way to cluster mode and back as well
              --seeds A..B     runs many random scenarios
              --json           prints one event a line: time, kind, name, detail
              --html FILE      writes what happens as one page instead: drawn over its time, and as a
                               table; goes wherever --json does
              --html DIR --all writes a page for each scenario, and index.html, which lists them
              --help           prints this

            A SITUATION is your own cluster. What you do not say is as in the default scenario.
              --settings FILE  a headroom.json, a cdk.json, or a JSON object with the settings of a cluster
              --cluster NAME   which of several clusters in it
              --nodes N        how many it has now
              --node-type TYPE such as ra3.4xlarge
              --sizes N,N...   what Redshift lets it become: ElasticResizeNumberOfNodeOptions of
                               describe-clusters; without it half to four times its nodes
              --disk PERCENT   how much of its disk is used; without it what the alarm waits for
              --tasks N        DMS tasks that write into it
              --lag MINUTES    how far these are behind their source

            Exit status: 0 if the scenario ended as told and every invariant held, 1 if not, 2 if the
            command was not understood, 3 if its output could not be written, 130 if Ctrl-C ended it:
            what came of the scenarios until then is told. On a terminal lines are coloured by what
            they are about, unless NO_COLOR is set.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    Rehearse(PrintStream out, PrintStream err) {
        this(out, err, Progress.silent());
    }

    Rehearse(PrintStream out, PrintStream err, Progress progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.here();
        OutputStream real =
                terminal.coloured(new FileOutputStream(FileDescriptor.out), Colours.rules());
        PrintStream out = new PrintStream(new Output(real), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Progress progress = new Progress(err, terminal.err(), Clock.systemUTC());
        System.exit(new Rehearse(out, err, progress).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            Workflow<?> workflow = Workflow.of(arguments);
            return run(workflow, Words.of(workflow.behind(arguments)));
        } catch (NotUnderstood wrong) {
            err.println(wrong.getMessage());
            return NOT_UNDERSTOOD;
        } catch (Output.Lost lost) {
            err.println(lost.getMessage());
            return NOT_WRITTEN;
        }
    }

    private int run(Workflow<?> workflow, Words words) {
        TrialCommand trials = new TrialCommand(workflow, out, err, progress);
        if (words.has(Flag.HELP)) {
            out.print(USAGE);
            out.flush();
            return WENT_WELL;
        }
        if (words.has(Flag.LIST)) {
            Workflow.allScenarios()
                    .forEach(each -> out.println(each.name() + "\n    " + each.told()));
            return WENT_WELL;
        }
        if (words.has(Flag.FAULTS)) {
            return trials.faults(words.scenario());
        }
        Optional<String> seeds = words.one(Flag.SEEDS);
        if (seeds.isPresent()) {
            return trials.seeds(seeds.get());
        }
        PictureCommand pictures = new PictureCommand(out, progress);
        if (words.has(Flag.ALL)) {
            return pictures.all(words.one(Flag.HTML).orElseThrow(), workflow.alone());
        }
        Scenario<?> scenario =
                words.one(Flag.SEED).map(trials::seed).orElseGet(() -> scenario(workflow, words));
        Optional<String> page = words.one(Flag.HTML);
        if (page.isPresent()) {
            return pictures.page(page.get(), scenario);
        }
        return words.has(Flag.DRY_RUN)
                ? dryRun(scenario)
                : play(scenario, words.has(Flag.JSON), out);
    }

    private static Scenario<?> scenario(Workflow<?> workflow, Words words) {
        Optional<Scenario<?>> setup = words.one(Flag.SCENARIO).map(Workflow::named);
        Optional<String> message = words.one(Flag.MESSAGE).map(Path::of).map(TextFile::read);
        if (words.tellSituation()) {
            if (!workflow.word().isEmpty()) {
                throw new NotUnderstood(
                        "%s says what a Redshift cluster is like; expected no such flag behind %s, but a scenario, a --message or a --fault."
                                .formatted(words.situation().typed(), workflow.word()));
            }
            Situation yours = new Situation(words);
            return YourScenario.in(yours.setup(), yours.told(), message);
        }
        if (words.scenario().isPresent() && words.has(Flag.FAULT)) {
            return Workflow.upset(words.scenario().get(), words.all(Flag.FAULT));
        }
        List<Fault> faults = workflow.faults(words.all(Flag.FAULT));
        if (message.isPresent()) {
            return setup.<Scenario<?>>map(each -> each.begunBy(message.get()))
                    .orElseGet(() -> workflow.ofMessage().apply(message.get(), faults));
        }
        return faults.isEmpty()
                ? words.scenario().<Scenario<?>>map(Workflow::named).orElseGet(workflow::ordinary)
                : workflow.upset().apply(faults);
    }

    static int play(Scenario<?> scenario, boolean json, PrintStream out) {
        ScenarioRun<?> run =
                json
                        ? new ScenarioRun<>(scenario).play(entry -> out.println(line(entry)))
                        : ScenarioRun.tell(scenario, out::println);
        return run.wentWell() ? WENT_WELL : WENT_WRONG;
    }

    private int dryRun(Scenario<?> scenario) {
        ScenarioRun<?> run = new ScenarioRun<>(Workflow.asDryRun(scenario)).play(_ -> {});
        Optional<Entry> report = run.simulation().journal().entries(Kind.REPORT).findFirst();
        report.ifPresent(each -> out.println(each.name() + "\n\n" + each.detail().strip()));
        if (report.isEmpty()) {
            err.println("No report came. Run the scenario to see why: the same without --dry-run.");
        }
        return report.isPresent() ? WENT_WELL : WENT_WRONG;
    }

    private static String line(Entry entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time", entry.at().toString());
        fields.put("kind", entry.kind().label());
        fields.put("name", entry.name());
        fields.put("detail", entry.detail());
        return Json.write(fields);
    }
}
