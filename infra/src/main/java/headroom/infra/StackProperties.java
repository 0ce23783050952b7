package headroom.infra;

import headroom.configuration.StackPlace;

import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/// What a stack is called, and where it goes.
final class StackProperties {
    private StackProperties() {}

    static StackProps of(String name, String description, StackPlace place) {
        StackProps.Builder properties =
                StackProps.builder().stackName(name).description(description);
        if (place.isNamed()) {
            var environment = Environment.builder();
            place.account().ifPresent(environment::account);
            place.region().ifPresent(environment::region);
            properties.env(environment.build());
        }
        return properties.build();
    }
}
