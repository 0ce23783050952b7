package headroom.elasticache.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which nodes are over a limit of the alarms' in two of the newest five minutes.
final class RisingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    none                                    |                            | ''
                    two of the newest five minutes          | cpu 20+12x70 20 20         | sessions-0001-001
                    one of them                             | cpu 20+11x70 20 20         | ''
                    two nearly                              | cpu 20+12x69.9 20 20       | ''
                    as its owner sees it                    | cpu 20+12x60 20 20; cpuPercent 60 | sessions-0001-001
                    a replica, whatever it serves           | replicaCpu 5 70 5          | sessions-0002-002
                    memory, of both that hold it            | memory 40+12x75 40 40      | sessions-0001-001 sessions-0001-002
                    memory nearly                           | memory 40+12x74.9 40 40    | ''
                    memory of one minute                    | memory 40+11x75 40 40      | ''
                    memory as its owner sees it             | memory 60 40 40; memoryPercent 60 | sessions-0001-001 sessions-0001-002
                    what is found of the newest ten minutes | cpu 80+5x20 20 20          | sessions-0001-001
                    nobody knows of a group in motion       | status modifying; cpu 90 20 20 | ''
                    """)
    void names(String why, String seen, String nodes) {
        assertEquals(
                nodes,
                String.join(" ", Seen.with(seen == null ? "" : seen).diagnosis().rising()),
                why);
    }
}
