package headroom.constructs.workflow;

import headroom.configuration.Destination;
import headroom.configuration.Hosting;
import headroom.configuration.Schema;
import headroom.configuration.Written;
import headroom.settings.Setting;
import headroom.settings.Switch;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the installations of all workflows may be given. A setting is judged when the construct is
/// built, as one that stands in `cdk.json` is, and all mistakes are told at once.
///
/// @param <B> the builder itself
public abstract class Properties<B extends Properties<B>> {
    private final Construct scope;
    private final String id;
    private final Map<String, Object> written = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private Surroundings surroundings = Surroundings.USUAL;

    protected Properties(Construct scope, String id) {
        this.scope = scope;
        this.id = id;
    }

    /// A setting of the list.
    public final B architecture(Hosting.Architecture architecture) {
        return set(Hosting.ARCHITECTURE, architecture);
    }

    /// A setting of the list.
    public final B events(Switch events) {
        return set(Hosting.EVENTS, events);
    }

    /// A setting of the list.
    public final B operatorsEmail(String address) {
        return set(Schema.OPERATORS_EMAIL, address);
    }

    /// More addresses that reports are sent to. Each of them has to confirm.
    public final B operatorsEmails(List<String> addresses) {
        return set(Schema.OPERATORS_EMAILS, addresses);
    }

    /// A topic of yours that reports and alarms go to, and no topic is made for them. It has to be
    /// a standard topic in the stack's region, and its policies are yours: CloudWatch's alarms have
    /// to be allowed to publish to it, and to use its key if it has one.
    public final B operatorsTopic(ITopic topic) {
        if (Boolean.TRUE.equals(topic.getFifo())) {
            mistakes.add(
                    "%s.operatorsTopic is a FIFO topic; expected a standard one, as no alarm publishes to another, and none sends mail."
                            .formatted(path()));
        }
        refuseElsewhere(topic.getEnv().getRegion(), Stack.of(scope).getRegion());
        surroundings = surroundings.with(topic);
        return self();
    }

    private void refuseElsewhere(String topic, String stack) {
        boolean isKnown = !isLate(topic) && !isLate(stack);
        if (isKnown && !topic.equals(stack)) {
            mistakes.add(
                    "%s.operatorsTopic is in %s; expected one in %s, where the stack is, as an alarm publishes in its own region alone."
                            .formatted(path(), topic, stack));
        }
    }

    /// Bounds every role that is made.
    public final B permissionsBoundary(IManagedPolicy boundary) {
        surroundings = surroundings.with(boundary);
        return self();
    }

    /// Encrypts the topics, the lease's table, the queue and the log groups. A key of this app gets
    /// the statements that the services need in its policy; any other must have them.
    public final B encryptionKey(IKey key) {
        surroundings = surroundings.with(key);
        return self();
    }

    /// How long the log groups keep what is written to them: three months without it.
    public final B logRetention(RetentionDays retention) {
        surroundings = surroundings.with(retention);
        return self();
    }

    protected abstract B self();

    protected final <T> B set(Setting<T> setting, T value) {
        return write(
                setting,
                value instanceof String || value instanceof Number || value instanceof List
                        ? value
                        : setting.type().print(value));
    }

    /// Takes a setting in the form in which it is written in `cdk.json`.
    protected final B write(Setting<?> setting, Object value) {
        written.put(setting.key(), isLate(value) ? Late.VALUE : value);
        return self();
    }

    /// Names and rights are made of settings, and their bounds are judged: before the deployment.
    private static boolean isLate(Object value) {
        return Token.isUnresolved(value)
                || (value instanceof List<?> list && list.stream().anyMatch(Token::isUnresolved));
    }

    protected final Construct scope() {
        return scope;
    }

    protected final String id() {
        return id;
    }

    protected final Surroundings surroundings() {
        return surroundings;
    }

    protected final Written written() {
        return new Written(path(), written, mistakes);
    }

    private String path() {
        String parent = scope.getNode().getPath();
        return parent.isEmpty() ? id : parent + "/" + id;
    }

    /// Where the construct's stack goes, if that is known when it is synthesised.
    protected final Optional<Destination> destination() {
        Stack stack = Stack.of(scope);
        return isLate(stack.getAccount()) || isLate(stack.getRegion())
                ? Optional.empty()
                : Optional.of(Destination.ofStack(stack.getAccount(), stack.getRegion()));
    }

    private enum Late {
        VALUE;

        @Override
        public String toString() {
            return "known only when the stack is deployed";
        }
    }
}
