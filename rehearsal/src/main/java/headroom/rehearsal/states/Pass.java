package headroom.rehearsal.states;

/// Computes, and goes on.
record Pass(String name, Transition exit) implements State {
    @Override
    public void run(StateVisit visit) {
        visit.leave(exit, visit.scope(), visit.input());
    }
}
