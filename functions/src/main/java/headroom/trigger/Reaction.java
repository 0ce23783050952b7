package headroom.trigger;

import java.util.Optional;

/// What comes of one message.
public sealed interface Reaction {

    /// @param name the execution's, the same for each delivery of one message
    /// @param request the execution's input, the same as well: Step Functions takes the same name
    ///   with another input for an error
    /// @param origin what asked for it, for people
    /// @param beside the name of another state machine of the stack that it is for; empty for the
    ///   one that the stack is about
    record Start(String name, Record request, String origin, Optional<String> beside)
            implements Reaction {
        public Start(String name, Record request, String origin) {
            this(name, request, origin, Optional.empty());
        }
    }

    /// @param why for the log
    record Ignore(String why) implements Reaction {}

    /// Nothing is started, and operators are to hear of it from the watch.
    ///
    /// @param attribute of the lease's item, in which the watch finds it
    /// @param text what operators are told
    /// @param why for the log
    record Tell(String attribute, String text, String why) implements Reaction {}

    /// To what a service of AWS wrote.
    static Reaction to(Notification.Foreign foreign) {
        return new Tell(
                "foreign",
                foreign.what(),
                "What services of AWS write asks for nothing here. This was " + foreign.what());
    }

    /// @param said the message, shortened
    /// @param answer what operators are told
    static Reaction toNo(String said, String answer) {
        return new Tell("answer", answer, "A message says no: \"%s\".".formatted(said));
    }
}
