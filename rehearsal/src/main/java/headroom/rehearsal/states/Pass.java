package headroom.rehearsal.states;

/// Computes, and goes on.
record Pass(String name, Exit exit) implements State {
    @Override
    public void run(Visit visit) {
        visit.leave(exit, visit.scope(), visit.input());
    }
}
