package headroom.command;

import headroom.command.answer.Answer;
import headroom.command.answer.Refused;
import headroom.command.file.JsonFile;
import headroom.configuration.ClusterConfiguration;
import headroom.configuration.Configuration;
import headroom.configuration.GroupConfiguration;
import headroom.configuration.HeadroomJson;
import headroom.configuration.WrongSettings;
import headroom.text.Span;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
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
        Written written = name.map(here::resolve).map(CheckSettings::of).orElseGet(this::usual);
        Map<String, Object> settings = new LinkedHashMap<>(written.context());
        settings.putAll(context);
        try {
            Configuration all = Configuration.parse(written.settings(), settings, Optional.empty());
            return Answer.good(
                    Stream.concat(
                                    all.clusters().stream().map(CheckSettings::inWords),
                                    all.groups().stream().map(CheckSettings::inWords))
                            .collect(Collectors.joining("\n")));
        } catch (WrongSettings wrong) {
            throw new Refused("%s: %s".formatted(written.file(), wrong.what()));
        }
    }

    private static Written of(Path file) {
        String text = JsonFile.text(file, CDK_JSON);
        String name = String.valueOf(file.getFileName());
        if (name.equals(HeadroomJson.NAME)
                || HeadroomJson.isOne(name, CdkContext.keys(text, file))) {
            return new Written(file, Optional.of(HeadroomJson.of(name, text)), Map.of());
        }
        return new Written(file, Optional.empty(), CdkContext.read(text, file));
    }

    /// What the CDK app would read, here or else in the project's folder.
    private Written usual() {
        Path folder =
                Stream.of(CDK_JSON, HeadroomJson.NAME).map(here::resolve).anyMatch(Files::exists)
                        ? here
                        : project;
        Optional<HeadroomJson> settings = HeadroomJson.in(folder);
        Path cdk = folder.resolve(CDK_JSON);
        if (settings.isPresent() && !Files.exists(cdk)) {
            return new Written(folder.resolve(HeadroomJson.NAME), settings, Map.of());
        }
        return new Written(
                settings.map(each -> folder.resolve(each.name())).orElse(cdk),
                settings,
                CdkContext.read(JsonFile.text(cdk, CDK_JSON), cdk));
    }

    /// @param file where the settings are
    /// @param settings empty where the context has them
    private record Written(
            Path file, Optional<HeadroomJson> settings, Map<String, Object> context) {}

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
