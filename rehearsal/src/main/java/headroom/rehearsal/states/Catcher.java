package headroom.rehearsal.states;

import java.util.List;

/// Where an error that is not retried leads.
record Catcher(List<String> errorEquals, Transition exit) {
    static Catcher parse(Fields fields, boolean last) {
        Catcher catcher =
                new Catcher(
                        Recovery.errorEquals(fields, last),
                        Transition.parseTo("Next", fields, Phase.CATCH));
        fields.refuseTheRest();
        return catcher;
    }
}
