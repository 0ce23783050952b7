package headroom.priming;

import headroom.step.Json;

import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;
import software.amazon.awssdk.utils.builder.SdkBuilder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Clients that have loaded most of what they need before a function's first event. See the package
/// for what is promised.
public final class Primed {
    /// Lambda ends an init after ten seconds and begins anew. No function has more than four of
    /// these clients, so priming takes six seconds at the most; what takes longer goes on beside
    /// the first event.
    private static final Duration LIMIT = Duration.ofMillis(1_300);

    private Primed() {}

    public static CloudWatchClient cloudWatch() {
        return client(CloudWatchClient::builder, CloudWatchClient::describeAlarms, "<A/>");
    }

    public static DynamoDbClient dynamoDb() {
        return client(DynamoDbClient::builder, DynamoDbClient::listTables, "{}");
    }

    public static SfnClient stepFunctions() {
        return client(SfnClient::builder, SfnClient::listStateMachines, "{}");
    }

    /// Builds a client, after one like it has asked something that never reached its service.
    ///
    /// @param look what it asks
    /// @param answer what it is answered, as the service's protocol has it
    public static <
                    B extends SdkSyncClientBuilder<B, C> & SdkBuilder<B, C>,
                    C extends SdkAutoCloseable>
            C client(Supplier<B> builder, Consumer<C> look, String answer) {
        within(LIMIT, () -> ask(builder.get(), look, answer));
        return builder.get().build();
    }

    private static <
                    B extends SdkSyncClientBuilder<B, C> & SdkBuilder<B, C>,
                    C extends SdkAutoCloseable>
            void ask(B builder, Consumer<C> look, String answer) {
        readAndWrite();
        try (C client = builder.httpClient(new Unsigned(answer)).build()) {
            look.accept(client);
        }
    }

    /// What a step's input and answer are made of.
    private record Sample(
            String text,
            int number,
            boolean flag,
            Instant time,
            List<String> list,
            Optional<String> none) {}

    private static void readAndWrite() {
        Sample sample = new Sample("", 0, false, Instant.EPOCH, List.of(""), Optional.empty());
        Json.read(Json.write(sample), Sample.class);
    }

    static void within(Duration limit, Runnable work) {
        Thread thread = new Thread(work, "priming");
        thread.setDaemon(true);
        // An error, such as too little memory, is told by the first event that meets it.
        thread.setUncaughtExceptionHandler((_, _) -> {});
        thread.start();
        try {
            thread.join(limit);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
