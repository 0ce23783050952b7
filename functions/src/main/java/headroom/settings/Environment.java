package headroom.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The environment variables of a function, all of which infra sets.
public record Environment(Map<String, String> variables) {
    /// The variable's value, or a complaint that names it.
    public String required(String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "The environment variable "
                            + name
                            + " is not set; infra sets it when the stack is deployed. Deploy"
                            + " again.");
        }
        return value;
    }

    /// @throws IllegalStateException if one is missing that is required or has a default, or is not
    ///   understood
    public Values read(List<Setting<?>> settings) {
        Map<Setting<?>, Object> values = new LinkedHashMap<>();
        settings.forEach(each -> value(each).ifPresent(value -> values.put(each, value)));
        return new Values(values);
    }

    private <T> Optional<T> value(Setting<T> setting) {
        String name = setting.variable();
        boolean mayBeMissing = !setting.isRequired() && setting.usual().isEmpty();
        if (mayBeMissing && !variables.containsKey(name)) {
            return Optional.empty();
        }
        String written = required(name);
        Optional<T> value = setting.type().parse(written);
        if (value.isEmpty()) {
            throw new IllegalStateException(
                    "The environment variable %s is %s; expected %s. Infra sets it when the stack is deployed. Deploy again."
                            .formatted(name, written, setting.expected()));
        }
        return value;
    }
}
