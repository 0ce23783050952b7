package headroom.configuration;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.GroupNames;
import headroom.elasticache.Settings;
import headroom.settings.Values;

import java.util.List;

/// One replication group of ElastiCache that Headroom looks after.
///
/// @param settings what its functions are told
/// @param operatorsEmails where reports are sent, besides the operators' topic
/// @param hosting what its functions run on
/// @param place where its stack goes
public record GroupConfiguration(
        Settings settings, List<String> operatorsEmails, Hosting hosting, StackPlace place) {
    public GroupConfiguration {
        operatorsEmails = List.copyOf(operatorsEmails);
    }

    /// Reads what a program wrote.
    ///
    /// @throws WrongSettings with all that is wrong
    public static GroupConfiguration of(Written written) {
        Values values = read(written.entry(Schema.CACHES));
        written.refuseMistakes();
        return of(values);
    }

    /// Notes what is wrong in the entry by itself.
    static Values read(Entry entry) {
        Values values = entry.read();
        values.find(CacheSettings.LARGEST_NODE_TYPE)
                .flatMap(LargestNodeType::complaint)
                .ifPresent(
                        complaint ->
                                entry.refuse(
                                        "%s is %s"
                                                .formatted(
                                                        entry.standing(
                                                                CacheSettings.LARGEST_NODE_TYPE),
                                                        complaint)));
        return values;
    }

    static GroupConfiguration of(Values values) {
        return new GroupConfiguration(
                Settings.of(values),
                Schema.emails(values),
                Hosting.of(values),
                StackPlace.of(values));
    }

    public String group() {
        return settings.group();
    }

    /// What is deployed for the group is called how.
    public GroupNames names() {
        return new GroupNames(group());
    }
}
