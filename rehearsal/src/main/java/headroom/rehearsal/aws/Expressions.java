package headroom.rehearsal.aws;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// DynamoDB's update and condition expressions, as far as the state machine uses them: SET and
/// REMOVE of plain attributes; `=`, `<>`, `<=`, `>`, IN, `attribute_exists`,
/// `attribute_not_exists`, AND, OR and parentheses.
///
/// @param names what stands for attribute names, by placeholder
/// @param values what stands for values, by placeholder
record Expressions(Map<String, String> names, Map<String, String> values) {
    private static final Pattern TOKEN = Pattern.compile("<=|<>|[(),=>]|[#:]?\\w+");

    /// DynamoDB refuses a placeholder that no expression uses.
    void requireAllUsed(String expressions) {
        List<String> used = tokens(expressions).stream().toList();
        List<String> unused = new ArrayList<>(names.keySet());
        unused.addAll(values.keySet());
        unused.removeAll(used);
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(
                    "Value provided in expression attributes is unused: " + unused);
        }
    }

    boolean holds(String condition, Map<String, String> item) {
        Deque<String> tokens = tokens(condition);
        boolean holds = or(tokens, item);
        require(tokens.isEmpty(), tokens);
        return holds;
    }

    void apply(String update, Map<String, String> item) {
        Deque<String> tokens = tokens(update);
        String clause = "";
        while (!tokens.isEmpty()) {
            String next = tokens.pop();
            if (next.equals("SET") || next.equals("REMOVE")) {
                clause = next;
            } else if (clause.equals("REMOVE") && !next.equals(",")) {
                item.remove(name(next));
            } else if (clause.equals("SET") && !next.equals(",")) {
                expect("=", tokens);
                put(name(next), tokens, item);
            }
        }
    }

    private void put(String name, Deque<String> tokens, Map<String, String> item) {
        String operand = tokens.pop();
        if (!operand.equals("if_not_exists")) {
            item.put(name, value(operand));
            return;
        }
        expect("(", tokens);
        String other = name(tokens.pop());
        expect(",", tokens);
        String otherwise = value(tokens.pop());
        expect(")", tokens);
        item.put(name, item.getOrDefault(other, otherwise));
    }

    private boolean or(Deque<String> tokens, Map<String, String> item) {
        boolean holds = and(tokens, item);
        while ("OR".equals(tokens.peek())) {
            tokens.pop();
            holds |= and(tokens, item);
        }
        return holds;
    }

    private boolean and(Deque<String> tokens, Map<String, String> item) {
        boolean holds = operand(tokens, item);
        while ("AND".equals(tokens.peek())) {
            tokens.pop();
            holds &= operand(tokens, item);
        }
        return holds;
    }

    private boolean operand(Deque<String> tokens, Map<String, String> item) {
        String first = tokens.pop();
        if (first.equals("(")) {
            boolean holds = or(tokens, item);
            expect(")", tokens);
            return holds;
        }
        if (first.equals("attribute_exists") || first.equals("attribute_not_exists")) {
            expect("(", tokens);
            String name = name(tokens.pop());
            expect(")", tokens);
            return item.containsKey(name) == first.equals("attribute_exists");
        }
        String attribute = item.get(name(first));
        String operator = tokens.pop();
        return operator.equals("IN")
                ? isAmong(attribute, tokens)
                : compare(attribute, operator, value(tokens.pop()));
    }

    private boolean isAmong(@Nullable String attribute, Deque<String> tokens) {
        expect("(", tokens);
        boolean found = value(tokens.pop()).equals(attribute);
        while (",".equals(tokens.peek())) {
            tokens.pop();
            found |= value(tokens.pop()).equals(attribute);
        }
        expect(")", tokens);
        return found;
    }

    /// An attribute that is not there compares as false, and is unequal to everything.
    private static boolean compare(@Nullable String attribute, String operator, String value) {
        return switch (operator) {
            case "<>" -> !value.equals(attribute);
            case "=" -> value.equals(attribute);
            case ">" -> attribute != null && attribute.compareTo(value) > 0;
            case "<=" -> attribute != null && attribute.compareTo(value) <= 0;
            default -> throw new UnsupportedOperationException("operator " + operator);
        };
    }

    private String name(String token) {
        return token.startsWith("#") ? known(names, token) : token;
    }

    private String value(String token) {
        return known(values, token);
    }

    private static String known(Map<String, String> placeholders, String token) {
        String meaning = placeholders.get(token);
        if (meaning == null) {
            throw new IllegalArgumentException(
                    "An expression uses %s; given are %s.".formatted(token, placeholders.keySet()));
        }
        return meaning;
    }

    private static void expect(String token, Deque<String> tokens) {
        require(token.equals(tokens.poll()), tokens);
    }

    private static void require(boolean right, Deque<String> rest) {
        if (!right) {
            throw new UnsupportedOperationException("expression, before " + rest);
        }
    }

    private static Deque<String> tokens(String expression) {
        Deque<String> tokens = new ArrayDeque<>();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }
}
