package headroom.stress.scenes;

import headroom.stress.clients.Client;
import headroom.stress.clients.Errors;
import headroom.stress.clients.Ledger;
import headroom.stress.clients.LettuceClient;
import headroom.stress.clients.Load;

import io.lettuce.core.ReadFrom;

import java.util.List;

/// A client beside the others, with settings of its own, whose errors are its own.
record Beside(Client client, Load load, Errors errors) implements AutoCloseable {
    private static final double RATE = 50;

    static Beside of(Stage stage, ReadFrom readFrom, LettuceClient.Topology topology) {
        return of(
                stage,
                new LettuceClient(stage.group()::endpoint, readFrom, topology),
                "%s-%s-".formatted(topology, readFrom));
    }

    /// @param name of its keys
    static Beside of(Stage stage, Client client, String name) {
        var errors = new Errors(stage.clock());
        var load = new Load(Load.Shape.EVEN, RATE, new Ledger(), errors, stage.clock());
        load.begin(List.of(client), 1, name);
        return new Beside(client, load, errors);
    }

    @Override
    public void close() {
        load.close();
        client.close();
    }
}
