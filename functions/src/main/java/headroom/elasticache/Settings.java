package headroom.elasticache;

import static headroom.elasticache.CacheSettings.BACKUP_RETENTION;
import static headroom.elasticache.CacheSettings.REPLICATION_GROUP;

import headroom.settings.Environment;
import headroom.settings.Values;

import java.util.Map;

/// What the functions of one group's stack are told, by environment variables. Infra writes them
/// with [#environment()].
///
/// @param group the replication group's identifier
/// @param policy what is decided beforehand about steps
/// @param backupRetention how many of Headroom's own backups are kept
public record Settings(String group, Policy policy, int backupRetention) {
    public static Settings fromEnvironment() {
        return from(System.getenv());
    }

    static Settings from(Map<String, String> environment) {
        return of(new Environment(environment).read(CacheSettings.ALL));
    }

    /// @param values of all settings that are required or have a default
    public static Settings of(Values values) {
        return new Settings(
                values.get(REPLICATION_GROUP),
                new Policy(values.of(CacheSettings.OF_POLICY)),
                values.get(BACKUP_RETENTION));
    }

    /// The reverse of [#fromEnvironment()].
    public Map<String, String> environment() {
        return policy.values()
                .with(REPLICATION_GROUP, group)
                .with(BACKUP_RETENTION, backupRetention)
                .environment();
    }
}
