/// What comes of a command: an answer, or a refusal that says why and what to do.
@org.jspecify.annotations.NullMarked
package headroom.command.answer;
