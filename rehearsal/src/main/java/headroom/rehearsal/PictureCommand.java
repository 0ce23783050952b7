package headroom.rehearsal;

import headroom.rehearsal.pictures.Course;
import headroom.rehearsal.pictures.Index;
import headroom.rehearsal.pictures.Page;
import headroom.rehearsal.scenario.Scenario;
import headroom.terminal.Progress;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The part of `./rehearse` that draws what happened: one scenario, or all of them.
record PictureCommand(PrintStream out, Progress progress) {
    private static final String INDEX = "index.html";

    /// Plays a scenario and writes its page.
    ///
    /// @throws NotUnderstood if no file can be there
    int page(String typed, Scenario<?> scenario) {
        Path file = Path.of(typed);
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new NotUnderstood(
                    "--html is %s, which is a folder; expected a file for the page, as in --html %s. With --all a folder is right: it gets a page for each scenario."
                            .formatted(typed, file.resolve(scenario.name() + ".html")));
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NotUnderstood(
                    "--html is %s, and there is no folder %s; expected a file in a folder that there is. Make it first: mkdir -p %s"
                            .formatted(typed, folder, folder));
        }
        Course course = Course.of(scenario);
        write(file, Page.of(course, ""));
        out.printf("%s has %s.%n", typed, told(course));
        return course.wentWell() ? Rehearse.WENT_WELL : Rehearse.WENT_WRONG;
    }

    /// Plays all scenarios of the workflows and writes a page for each, and one that lists them.
    ///
    /// @throws NotUnderstood if no folder can be there
    int all(String typed, List<Workflow<?>> workflows) {
        Path folder = Path.of(typed);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotUnderstood(
                    "--html is %s, which is a file; expected a folder for the pages of --all. It may be one that is not there yet."
                            .formatted(typed));
        }
        make(folder);
        progress.begin(
                "stories",
                workflows.stream().mapToInt(each -> each.scenarios().get().size()).sum());
        List<Index.Chapter> chapters = new ArrayList<>();
        boolean wentWell = true;
        for (Workflow<?> workflow : workflows) {
            List<Index.Story> stories = new ArrayList<>();
            for (Scenario<?> each : workflow.scenarios().get()) {
                Course course = Course.of(each);
                String file = course.name() + ".html";
                write(folder.resolve(file), Page.of(course, INDEX));
                stories.add(
                        new Index.Story(
                                course.name(),
                                course.told(),
                                file,
                                course.lines().size(),
                                course.wentWell()));
                wentWell &= course.wentWell();
                progress.step();
            }
            chapters.add(new Index.Chapter(workflow.heading(), stories));
        }
        write(folder.resolve(INDEX), Index.of(chapters));
        progress.close();
        out.printf(
                "%s lists %d stories.%n",
                folder.resolve(INDEX),
                chapters.stream().mapToInt(each -> each.stories().size()).sum());
        return wentWell ? Rehearse.WENT_WELL : Rehearse.WENT_WRONG;
    }

    private static String told(Course course) {
        return "%s, with %d lines of its transcript%s"
                .formatted(
                        course.name(),
                        course.lines().size(),
                        course.wentWell()
                                ? ""
                                : ". It did NOT end as told, or violated an invariant");
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new Output.Lost(folder, refused);
        }
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException refused) {
            throw new Output.Lost(file, refused);
        }
    }
}
