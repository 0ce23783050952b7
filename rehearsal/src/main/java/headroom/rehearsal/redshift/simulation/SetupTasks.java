package headroom.rehearsal.redshift.simulation;

import headroom.simulated.redshift.ProvisionedTask;
import headroom.simulated.redshift.SimulatedEndpoint;
import headroom.simulated.redshift.SimulatedTask;
import headroom.simulated.redshift.SimulatedTask.Quirk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Makes the DMS tasks of a setup.
final class SetupTasks {
    private SetupTasks() {}

    static List<SimulatedTask> tasks(String troubled, Quirk... quirks) {
        List<SimulatedTask> tasks = new ArrayList<>();
        for (String name : List.of("orders", "customers", "payments")) {
            Quirk[] own = name.equals(troubled) ? quirks : new Quirk[0];
            tasks.add(task(name, SimulatedEndpoint.REDSHIFT, "running", tasks.size(), own));
        }
        tasks.add(task("clickstream", SimulatedEndpoint.REDSHIFT, "stopped", 0));
        tasks.add(task("archive", SimulatedEndpoint.S3, "running", 0));
        return List.copyOf(tasks);
    }

    static List<SimulatedTask> manyTasks(int count, int nameLength) {
        return IntStream.rangeClosed(1, count)
                .<SimulatedTask>mapToObj(
                        each -> {
                            String number = String.format(Locale.ROOT, "%03d", each);
                            String name = "shop" + "-shop".repeat(nameLength / 5);
                            name = name.substring(0, nameLength - 4) + "-" + number;
                            return task(name, SimulatedEndpoint.REDSHIFT, "running", each % 3);
                        })
                .toList();
    }

    static ProvisionedTask task(
            String name, SimulatedEndpoint target, String status, int nth, Quirk... quirks) {
        return new ProvisionedTask(
                name,
                target,
                status,
                Duration.ofSeconds(25 + 40L * nth),
                Duration.ofSeconds(45 + 15L * nth),
                quirks);
    }
}
