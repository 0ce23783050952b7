package headroom.stress.scenes;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Finding;
import headroom.stress.clients.Client;
import headroom.stress.clients.JedisClient;
import headroom.stress.clients.LettuceClient;
import headroom.stress.clients.Load;
import headroom.stress.clients.ReconnectingClient;
import headroom.stress.clients.ReplicaReader;
import headroom.stress.clients.Route;
import headroom.stress.course.Answers.Planned;

import io.lettuce.core.ReadFrom;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Scenes in which clients are at fault: that is seen and said, nothing is scaled, and once they
/// are cured it is not said any more.
///
/// @param name that a person types
/// @param told what it shows, for people
/// @param finding that is to decide
/// @param busy percent of a processor up to which the load grows; zero where it stays as it is
/// @param faulty makes the clients that are at fault
record ClientFault(
        String name,
        String told,
        String finding,
        double busy,
        Function<Stage, List<Client>> faulty) {
    /// Commands a second, of two shards: enough that their ratios say something, and that their
    /// redirections are more than a replica's monitoring.
    private static final double RATE = 1_100;

    /// More than the ten connections that a node may have without clients.
    private static final int THREADS = 12;

    static final Stage.Ground GROUND = new Stage.Ground(2, 2);
    static final Policy POLICY = Policy.upTo(4, 3);
    static final int TIMES = 3;

    static final String ASKED = "Please give the cache more room.";

    /// A window of figures, and the newest minutes, which are left out.
    static final Duration WINDOW = Duration.ofMinutes(18);

    /// Until another window shares no minute with the one before.
    static final Duration NEXT = Duration.ofMinutes(15);

    /// Of an answer.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    Scene scene() {
        return new Scene(name, told, this::play);
    }

    static ClientFault churn() {
        return new ClientFault(
                "churn",
                "clients that open a connection for each command are told of, and nothing is"
                        + " scaled",
                "connection_churn",
                0,
                stage -> List.of(new ReconnectingClient(stage.route())));
    }

    static ClientFault readonly() {
        return new ClientFault(
                "readonly",
                "clients that ask replicas and never say READONLY are told of, and nothing is"
                        + " scaled",
                "replicas_redirect",
                0,
                ClientFault::readers);
    }

    private static List<Client> readers(Stage stage) {
        Route route = stage.route();
        return Stream.generate(() -> (Client) new ReplicaReader(route)).limit(THREADS).toList();
    }

    static ClientFault unused() {
        return new ClientFault(
                "unused",
                "clients that leave replicas idle are told of, and nothing is scaled",
                "replicas_unused",
                70,
                stage ->
                        List.of(
                                lettuce(stage, ReadFrom.UPSTREAM),
                                new JedisClient(stage.port(), JedisClient.Reads.PRIMARIES)));
    }

    /// The same without the fault, whichever it was.
    private static List<Client> recommended(Stage stage) {
        return List.of(
                lettuce(stage, ReadFrom.ANY), new JedisClient(stage.port(), JedisClient.Reads.ALL));
    }

    private static Client lettuce(Stage stage, ReadFrom readFrom) {
        return new LettuceClient(
                stage.group()::endpoint, readFrom, LettuceClient.Topology.REFRESHED);
    }

    private Findings play(Means means) throws IOException {
        Findings findings = new Findings();
        try (Stage stage = Stage.open(means, GROUND, POLICY)) {
            Load load = stage.load(Load.Shape.EVEN, RATE);
            List<String> diagnosed = diagnosed(stage, load);
            findings.promise(
                    "diagnosed as %s, %d times of %d".formatted(finding, TIMES, TIMES),
                    diagnosed.stream().allMatch(finding::equals) && diagnosed.size() == TIMES,
                    diagnosed);
            findings.tell("what operators were told", sentence(stage));
            String after = cured(stage, load);
            findings.promise("no client is accused once it is cured", !isOfClients(after), after);
            findings.promise(
                    "nothing is scaled",
                    stage.simulation().calls().isEmpty(),
                    stage.simulation().calls());
            findings.tell(
                    "commands", "%d, at %.0f a second".formatted(load.commands(), load.rate()));
            findings.promise(
                    "errors of clients: none",
                    stage.errors().count() == 0,
                    stage.errors().inWords());
            stage.conclude(findings);
        }
        return findings;
    }

    private List<String> diagnosed(Stage stage, Load load) {
        List<Client> clients = faulty.apply(stage);
        try (load) {
            load.begin(clients, THREADS, "faulty");
            Optional<Growing> growing =
                    busy > 0 ? Optional.of(Growing.on(busy, stage, load)) : Optional.empty();
            stage.time().pass(growing.isPresent() ? WINDOW.multipliedBy(2) : WINDOW);
            List<String> found = new ArrayList<>();
            while (found.size() < TIMES) {
                found.add(ask(stage));
                stage.time().pass(found.size() < TIMES ? NEXT : Duration.ZERO);
            }
            growing.ifPresent(Growing::stop);
            return found;
        } finally {
            clients.forEach(Client::close);
        }
    }

    private String cured(Stage stage, Load load) {
        List<Client> clients = recommended(stage);
        try (load) {
            load.begin(clients, THREADS, "cured");
            stage.time().pass(WINDOW.plusMinutes(2));
            return ask(stage);
        } finally {
            clients.forEach(Client::close);
        }
    }

    /// A person asks for room; what is found decides.
    private static String ask(Stage stage) {
        long before = stage.simulation().ended();
        stage.simulation().publish(ASKED);
        stage.time().until(() -> stage.simulation().ended() > before, PATIENCE);
        List<Planned> plans = stage.simulation().answers().plans();
        return plans.isEmpty()
                ? "no answer"
                : plans.getLast().findings().stream().findFirst().orElse("nothing");
    }

    /// What the machine's other programs do to processors is nobody's fault.
    private static boolean isOfClients(String finding) {
        return Stream.of(Finding.Kind.values())
                .filter(Finding.Kind::isOfClients)
                .anyMatch(each -> each.name().equalsIgnoreCase(finding));
    }

    private static String sentence(Stage stage) {
        List<Planned> plans = stage.simulation().answers().plans();
        return plans.isEmpty() ? "nothing" : plans.getLast().sentence();
    }
}
