package headroom.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings with their values.
///
/// @param all by their settings, each of its setting's type
public record Values(Map<Setting<?>, Object> all) {
    public Values {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /// What holds where nothing is written.
    public static Values usual(List<Setting<?>> settings) {
        Map<Setting<?>, Object> usual = new LinkedHashMap<>();
        settings.forEach(each -> each.usual().ifPresent(value -> usual.put(each, value)));
        return new Values(usual);
    }

    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalStateException(setting.key() + " has no value"));
    }

    @SuppressWarnings("unchecked") // Only a value of its type is put beside a setting.
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) all.get(setting));
    }

    public <T> Values with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> other = new LinkedHashMap<>(all);
        other.put(setting, value);
        return new Values(other);
    }

    /// Those of some settings alone.
    public Values of(List<Setting<?>> settings) {
        Map<Setting<?>, Object> some = new LinkedHashMap<>(all);
        some.keySet().retainAll(settings);
        return new Values(some);
    }

    /// What [Environment#read] reads.
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        all.keySet().forEach(each -> variables.put(each.variable(), printed(each)));
        return variables;
    }

    private <T> String printed(Setting<T> setting) {
        return setting.type().print(get(setting));
    }

    @Override
    public String toString() {
        return environment().toString();
    }
}
