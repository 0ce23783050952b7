package headroom.rehearsal.states;

/// One mistake of a definition.
///
/// @param subject the state, or the part of the machine that is no state
/// @param found the JSON that stands there, shortened, or `nothing`
public record DefinitionError(String subject, String field, String found, String expected) {
    @Override
    public String toString() {
        return "%s, field %s: found %s; expected %s.".formatted(subject, field, found, expected);
    }
}
