package headroom.command;

import headroom.command.answer.Answer;
import headroom.command.answer.Refused;
import headroom.command.file.JsonFile;
import headroom.configuration.ClusterConfiguration;
import headroom.configuration.Configuration;
import headroom.configuration.GroupConfiguration;
import headroom.configuration.WrongSettings;
import headroom.text.Span;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Judges settings as the CDK app would, without it.
///
/// @param here where the command was called
/// @param project the project's folder
record CheckSettings(Path here, Path project) {
    private static final String CDK_JSON = "cdk.json";

    /// @param name of the file; empty for the usual one
    /// @param context what comes on top of it
    Answer judge(Optional<String> name, Map<String, String> context) {
        Path file = name.map(here::resolve).orElseGet(this::usual);
        Map<String, Object> settings = CdkContext.read(JsonFile.text(file, CDK_JSON), file);
        settings.putAll(context);
        try {
            Configuration all = Configuration.parse(settings);
            return Answer.good(
                    Stream.concat(
                                    all.clusters().stream().map(CheckSettings::inWords),
                                    all.groups().stream().map(CheckSettings::inWords))
                            .collect(Collectors.joining("\n")));
        } catch (WrongSettings wrong) {
            throw new Refused("%s: %s".formatted(file, wrong.what()));
        }
    }

    private Path usual() {
        Path beside = here.resolve(CDK_JSON);
        return Files.exists(beside) ? beside : project.resolve(CDK_JSON);
    }

    private static String inWords(GroupConfiguration group) {
        var policy = group.settings().policy();
        return "Replication group %s is right: alarms at %d %% of a processor and %d %% of memory; %s."
                .formatted(
                        group.group(),
                        policy.cpuPercent(),
                        policy.memoryPercent(),
                        policy.inWords());
    }

    private static String inWords(ClusterConfiguration cluster) {
        var policy = cluster.settings().policy();
        return "%s is right: alarm at %d %%, critical at %d %%, each after %d min; %s; the source's log is kept for %s."
                .formatted(
                        cluster.cluster(),
                        policy.alarmPercent(),
                        policy.criticalPercent(),
                        policy.alarmMinutes(),
                        policy.inWords(),
                        new Span(Duration.ofHours(cluster.settings().sourceLogRetentionHours())));
    }
}
