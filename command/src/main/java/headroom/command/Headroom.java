package headroom.command;

import headroom.command.answer.Answer;
import headroom.command.answer.Refused;
import headroom.command.cluster.Access;
import headroom.command.cluster.Forget;
import headroom.command.cluster.Installation;
import headroom.command.cluster.OnOff;
import headroom.command.cluster.Recover;
import headroom.command.cluster.Services;
import headroom.command.cluster.Status;
import headroom.command.cluster.Trouble;
import headroom.terminal.Terminal;

import software.amazon.awssdk.core.exception.SdkException;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/// The command `./headroom`.
public final class Headroom {
    static final int DONE = 0;
    static final int TO_DO = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final String USAGE =
            """
            usage: ./headroom status CLUSTER
                   ./headroom recover CLUSTER
                   ./headroom forget CLUSTER TASK...
                   ./headroom off CLUSTER
                   ./headroom on CLUSTER
                   ./headroom check [FILE] [-c KEY=VALUE]...

              status   says who is at work, what stands still, how much of the source's log is left,
                       and what to do
              recover  starts the recovery of a run that ended and left tasks stopped
              forget   takes tasks that cannot come back off the record, by name or ARN
              off      keeps the alarms and the watch from starting anything
              on       takes that back
              check    judges settings: those of headroom.json or cdk.json here, or of the project's,
                       or of FILE; each KEY=VALUE comes on top of a cdk.json, as with the CDK

              --region REGION    where the cluster is; without it AWS_REGION, or what the profile says
              --profile PROFILE  whose credentials are used; without it those that the AWS SDK finds

            Exit status: 0 if it is done, or nothing needs a person; 1 if something is to be done, was
            refused or is wrong; 2 if the command was not understood.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Function<Access, Services> services;
    private final Clock clock;
    private final CheckSettings check;

    /// @param services connects to AWS; not called where nothing is asked of it
    /// @param check judges settings
    Headroom(
            PrintStream out,
            PrintStream err,
            Function<Access, Services> services,
            Clock clock,
            CheckSettings check) {
        this.out = out;
        this.err = err;
        this.services = services;
        this.clock = clock;
        this.check = check;
    }

    /// @param arguments the project's folder, and the command as it was typed
    public static void main(String[] arguments) {
        PrintStream out =
                new PrintStream(
                        Terminal.here().coloured(System.out, Colours.RULES),
                        true,
                        StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        List<String> words = List.of(arguments);
        var check = new CheckSettings(Path.of(""), Path.of(words.getFirst()));
        var headroom = new Headroom(out, err, Services::connected, Clock.systemUTC(), check);
        System.exit(headroom.run(words.subList(1, words.size())));
    }

    int run(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            out.print(USAGE);
            return DONE;
        }
        try {
            return run(CommandLine.parse(words));
        } catch (NotUnderstood notUnderstood) {
            err.println(notUnderstood.getMessage() + "\n");
            err.print(USAGE);
            return NOT_UNDERSTOOD;
        } catch (Refused refused) {
            err.println(refused.getMessage());
            return TO_DO;
        }
    }

    private int run(CommandLine line) {
        if (line.subcommand() == Subcommand.CHECK) {
            return told(check.judge(line.operands().stream().findFirst(), line.context()));
        }
        try {
            return told(ask(line));
        } catch (SdkException trouble) {
            throw new Refused(Trouble.inWords(trouble, line.access()));
        }
    }

    private Answer ask(CommandLine line) {
        Access access = line.access();
        Services connected = services.apply(access);
        String cluster = line.operands().getFirst();
        var installation = Installation.find(connected, cluster, access);
        return switch (line.subcommand()) {
            case STATUS -> new Status(connected, installation, clock).look();
            case RECOVER -> new Recover(connected, installation, clock).start();
            case FORGET ->
                    new Forget(connected, installation, clock)
                            .ask(line.operands().subList(1, line.operands().size()));
            case OFF -> new OnOff(connected, installation, clock).switchOff();
            case ON -> new OnOff(connected, installation, clock).switchOn();
            case CHECK -> throw new IllegalStateException("check asks AWS for nothing");
        };
    }

    private int told(Answer answer) {
        out.println(answer.text());
        return answer.needsPerson() ? TO_DO : DONE;
    }
}
