package headroom.infra.picture;

import com.fasterxml.jackson.databind.JsonNode;

import headroom.infra.Synthesised;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a stack consists of and what flows in it, in PlantUML's language, read from its template:
/// who starts whom follows from subscriptions, rules and actions of alarms, and who calls what from
/// the rights of the roles.
///
/// What each function has is left out: its role, its log, its version; and where undelivered events
/// end.
final class StackPicture {
    private static final String LAMBDA = "Lambda";
    private static final String ROLE = "Role";
    private static final int NAMES_IN_A_LINE = 3;
    private static final Set<String> LEFT_OUT = Set.of("logs", "sqs", "lambda");

    /// How actions begin that change nothing.
    private static final List<String> LOOKS = List.of("Describe", "Get", "List");

    /// Services that are no part of the stack, by their prefix in IAM.
    private static final Map<String, String> SERVICES =
            Map.of(
                    "redshift", "Redshift",
                    "dms", "DMS",
                    "cloudwatch", "CloudWatch",
                    "elasticache", "ElastiCache",
                    "application-autoscaling", "Application Auto Scaling",
                    "servicequotas", "Service Quotas",
                    "ec2", "EC2",
                    "events", "EventBridge");

    private final Synthesised stack;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> arrows = new LinkedHashMap<>();

    StackPicture(Synthesised stack) {
        this.stack = stack;
    }

    String source() {
        people();
        alarms();
        resources("AWS::SNS::Topic", "SNS topic", Function.identity());
        resources("AWS::Events::Rule", "EventBridge rule", id -> schedule(id));
        machines();
        resources("AWS::DynamoDB::Table", "DynamoDB table", Function.identity());
        subscriptions();
        rules();
        services();
        return Stream.of(
                        List.of(
                                "@startuml",
                                "!pragma layout smetana",
                                "left to right direction",
                                "skinparam backgroundColor white",
                                "skinparam defaultFontName sans-serif",
                                "skinparam rectangle {",
                                "  BackgroundColor #EEF3FA",
                                "  BorderColor #5A7FB0",
                                "}",
                                "title What is deployed as the stack " + stack.name()),
                        lines,
                        arrows.entrySet().stream().map(StackPicture::arrow).toList(),
                        List.of("@enduml", ""))
                .flatMap(Collection::stream)
                .collect(Collectors.joining("\n"));
    }

    private static String arrow(Map.Entry<String, String> each) {
        return each.getValue().isEmpty() ? each.getKey() : each.getKey() + " : " + each.getValue();
    }

    private void box(String shape, String id, String... words) {
        lines.add("%s \"%s\" as %s".formatted(shape, String.join("\\n", words), id));
    }

    private void arrow(String from, String to, String label) {
        arrows.put(from + " --> " + to, label);
    }

    /// Who publishes a request: an output has the command.
    private void people() {
        Set<String> topics =
                stack.template().path("Outputs").properties().stream()
                        .map(each -> Synthesised.text(each.getValue().path("Value")))
                        .filter(each -> each.contains("aws sns publish"))
                        .map(each -> each.replaceFirst(".*--topic-arn \\$\\{(\\w+)}.*", "$1"))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!topics.isEmpty()) {
            box("actor", "person", "a person's message");
            topics.forEach(each -> arrow("person", each, ""));
        }
    }

    /// Those that tell the same topics are one box.
    private void alarms() {
        Map<List<String>, List<String>> names = new LinkedHashMap<>();
        for (JsonNode alarm : stack.all("AWS::CloudWatch::Alarm")) {
            List<String> topics =
                    Synthesised.texts(alarm.path("AlarmActions")).stream()
                            .map(StackPicture::id)
                            .toList();
            names.computeIfAbsent(topics, _ -> new ArrayList<>())
                    .add(alarm.path("AlarmName").asText().replace(stack.name() + "-", ""));
        }
        names.forEach(
                (topics, alarms) -> {
                    String id = "alarms" + String.join("", topics);
                    box("rectangle", id, words("CloudWatch alarm", alarms));
                    topics.forEach(topic -> arrow(id, topic, ""));
                });
    }

    private static String[] words(String what, List<String> names) {
        List<String> words = new ArrayList<>();
        words.add(names.size() == 1 ? what : "%d %ss".formatted(names.size(), what));
        for (int from = 0; from < names.size(); from += NAMES_IN_A_LINE) {
            int to = Math.min(names.size(), from + NAMES_IN_A_LINE);
            words.add(String.join(", ", names.subList(from, to)));
        }
        return words.toArray(String[]::new);
    }

    private void resources(String type, String what, Function<String, String> words) {
        stack.ids(type).forEach(id -> box("rectangle", id, what, words.apply(id)));
    }

    private String schedule(String rule) {
        return stack.properties("AWS::Events::Rule", rule).path("ScheduleExpression").asText();
    }

    private void machines() {
        for (String machine : stack.ids("AWS::StepFunctions::StateMachine")) {
            box("rectangle", machine, "Step Functions", machineName(machine));
            List<String> steps = invoked(machine);
            String all = machine + "Steps";
            box("rectangle", all, words("Lambda function", steps));
            arrow(machine, all, "invokes");
            calls(machine, List.of(machine));
            calls(all, steps);
        }
    }

    private String machineName(String machine) {
        return stack.properties("AWS::StepFunctions::StateMachine", machine)
                .path("StateMachineName")
                .asText();
    }

    private List<String> invoked(String machine) {
        return stack.rights(machine + ROLE).stream()
                .filter(each -> each.startsWith("lambda:InvokeFunction on "))
                .map(each -> id(each.split(" on ", 2)[1]).replaceFirst("Live$", ""))
                .distinct()
                .toList();
    }

    private void subscriptions() {
        for (JsonNode each : stack.all("AWS::SNS::Subscription")) {
            String topic = id(Synthesised.text(each.path("TopicArn")));
            switch (each.path("Protocol").asText()) {
                case "lambda" -> arrow(topic, function(each.path("Endpoint")), "");
                case "email" -> {
                    box("actor", "operators", "operators");
                    arrow(topic, "operators", "e-mail");
                }
                default -> throw new AssertionError("a subscription that is not drawn: " + each);
            }
        }
    }

    private void rules() {
        for (String rule : stack.ids("AWS::Events::Rule")) {
            JsonNode target = stack.properties("AWS::Events::Rule", rule).at("/Targets/0/Arn");
            arrow(rule, function(target), "");
        }
    }

    /// Draws a function that no state stands for, and what it calls.
    private String function(JsonNode alias) {
        String function = id(Synthesised.text(alias)).replaceFirst("Live$", "");
        box("rectangle", function, LAMBDA, function);
        calls(function, List.of(function));
        return function;
    }

    private void calls(String from, List<String> roles) {
        Map<String, Set<String>> verbs = new LinkedHashMap<>();
        for (String role : roles) {
            for (String right : stack.rights(role + ROLE)) {
                String[] parts = right.split("[:]| on | if ", 4);
                if (!LEFT_OUT.contains(parts[0])) {
                    called(parts[0], right.split(" on ", 2)[1])
                            .forEach(
                                    to ->
                                            verbs.computeIfAbsent(to, _ -> new TreeSet<>())
                                                    .addAll(verb(parts[1])));
                }
            }
        }
        verbs.forEach(
                (to, all) -> arrow(from, to, all.isEmpty() ? "looks" : String.join("\\n", all)));
    }

    private static List<String> verb(String action) {
        return LOOKS.stream().anyMatch(action::startsWith) ? List.of() : List.of(action);
    }

    private Stream<String> called(String service, String resource) {
        return switch (service) {
            case "sns" -> Stream.of(id(resource));
            case "dynamodb" -> stack.ids("AWS::DynamoDB::Table").stream();
            case "states" ->
                    stack.ids("AWS::StepFunctions::StateMachine").stream()
                            .filter(each -> isOf(each, resource));
            default -> {
                if (!SERVICES.containsKey(service)) {
                    throw new AssertionError("a service that has no name here: " + service);
                }
                yield Stream.of(cloud(service));
            }
        };
    }

    private boolean isOf(String machine, String resource) {
        return resource.equals("${" + machine + "}")
                || resource.contains("${" + machine + ".")
                || resource.matches(".*:" + machineName(machine) + "(:.*)?");
    }

    private static String cloud(String service) {
        return service.replace("-", "_");
    }

    private void services() {
        Set<String> called =
                arrows.keySet().stream()
                        .map(each -> each.split(" --> ", 2)[1])
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        SERVICES.keySet().stream()
                .sorted()
                .filter(each -> called.contains(cloud(each)))
                .forEach(each -> box("cloud", cloud(each), SERVICES.getOrDefault(each, each)));
    }

    /// The logical id in a reference.
    private static String id(String reference) {
        return reference.replaceFirst("^\\$\\{(\\w+).*", "$1");
    }
}
