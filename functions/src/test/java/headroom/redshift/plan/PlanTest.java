package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.Given;
import headroom.redshift.Outcome;
import headroom.redshift.cluster.ResizeMethod;
import headroom.report.Evidence;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class PlanTest {
    private static final Evidence NONE = new Evidence(List.of(), List.of());
    private static final Plan.Resize RESIZE =
            new Plan.Resize(
                    4,
                    8,
                    "ra3.4xlarge",
                    ResizeMethod.ELASTIC,
                    null,
                    null,
                    45,
                    3600,
                    7200,
                    false,
                    true,
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    null,
                    "",
                    NONE);

    @ParameterizedTest
    @CsvSource({
        "resize,    FAILED,   PLANNED",
        "notYet,    FAILED,   PLANNED",
        "notNeeded, UNNEEDED, UNNEEDED",
        "ask,       ASKED,    ASKED",
        "deferred,  DEFERRED, DEFERRED",
        "refused,   REFUSED,  REFUSED"
    })
    void isHowARunEndsThatGoesNoFurther(String kind, Outcome run, Outcome dryRun) {
        assertEquals(run, plan(kind).outcome(false));
        assertEquals(dryRun, plan(kind).outcome(true));
    }

    private static Plan plan(String kind) {
        return switch (kind) {
            case "resize" -> RESIZE;
            case "notYet" -> new Plan.NotYet(60, "", NONE);
            case "notNeeded" -> new Plan.NotNeeded("", Given.NOW, "", NONE);
            case "ask" -> new Plan.Ask(RESIZE, "", Given.NOW, "");
            case "deferred" -> new Plan.Deferred(RESIZE, Given.NOW, "", Given.NOW, "");
            case "refused" -> new Plan.Refused("", Given.NOW, "", "", NONE);
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
