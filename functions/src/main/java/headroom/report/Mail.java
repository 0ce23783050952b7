package headroom.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A message to operators. Whoever is woken by one finds the same parts in the same order in all.
///
/// @param heading the subject, and the runbook's section: with the form's placeholder for the
///   resource's name
/// @param happened what happened, and what asked for it
/// @param changed what Headroom has changed, as far as that was seen
/// @param state how that is which the workflow must not lose, or what it is about
/// @param toDo what a person is to do now
/// @param restsOn what a plan rests on; empty where there is none
public record Mail(
        String heading,
        String happened,
        String changed,
        String state,
        String toDo,
        String restsOn) {
    public static final String NOTHING = "Nothing.";
    public static final String NOT_TOUCHED = "It was not touched.";

    /// What the mails of one workflow have in common.
    ///
    /// @param placeholder stands in a heading for the resource's name
    /// @param state what the part about the state is called
    /// @param runbook the page that has a section for each heading
    public record Form(String placeholder, String state, String runbook) {}

    /// One that speaks of no plan.
    public Mail(String heading, String happened, String changed, String state, String toDo) {
        this(heading, happened, changed, state, toDo, "");
    }

    /// @param name of the resource that it is about
    /// @param marks what the subject says before anything else
    /// @param first what is to be done before anything else
    public Report to(
            Form form, String name, List<String> marks, Optional<String> first, Places places) {
        String subject = subject(heading.replace(form.placeholder(), name), marks);
        List<String> parts =
                List.of(
                        part("WHAT HAPPENED", happened),
                        part("WHAT WAS CHANGED", changed),
                        part(form.state(), state));
        String steps = lines(first, toDo.strip());
        String links =
                part(
                        "WHERE TO LOOK",
                        "%s\nRunbook: %s#%s"
                                .formatted(places.inWords(), form.runbook(), anchor(heading)));
        return new Report(
                subject,
                "%s\n\nWHAT TO DO NOW\n%s\n%s\n%s\n"
                        .formatted(
                                String.join("\n\n", parts),
                                steps,
                                restsOn.isEmpty() ? "" : "\nWHAT THE PLAN RESTS ON\n" + restsOn,
                                links),
                Card.of(Report.ofSns(subject), name, parts, steps, links, places.run()));
    }

    private static String part(String title, String text) {
        return title + "\n" + text.strip();
    }

    private static String subject(String subject, List<String> marks) {
        return marks.isEmpty()
                ? subject
                : subject.replaceFirst(": ", " (" + String.join(", ", marks) + "): ");
    }

    /// Where a heading is found in a page, as it is made of Markdown: in lower case, a hyphen for
    /// each space, and without punctuation.
    public static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    /// What asked for a run or an answer, as the last sentence of a part.
    public static String askedForBy(String origin) {
        return "Asked for by: " + origin.strip().replaceFirst("[.]$", "") + ".";
    }

    /// Joins what there is.
    public static String lines(Optional<String> first, String then) {
        return first.map(each -> each + "\n").orElse("") + then;
    }
}
