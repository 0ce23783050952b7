package headroom.elasticache.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is found in which figures: the differences from the ordinary, which [Seen] tells, and all
/// findings, each with the shards that it is about.
final class DiagnosisTest {
    /// Rows of real servers and clients: three shards of a primary and a replica, about 1,570
    /// commands a second, an eighth of them writes. AWS's own four connections are added.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a connection for each command                | cpu 4.6 4.6 4.6; commands 540; read 0.875; opened 538; replicaConnections 6                                                             | connection churn 0001 0002 0003
                    the same, near the end of a processor        | cpu 86 86 86; commands 10150; read 0.875; opened 10110; replicaConnections 6                                                            | connection churn 0001 0002 0003, replicas unused 0001 0002 0003, busy
                    persistent connections                       | cpu 1.9 1.9 1.9; commands 540; read 0.875; replicaConnections 6                                                                         | well
                    the same, near the end of a processor        | cpu 76 76 76; commands 21600; read 0.875; replicaConnections 6                                                                          | replicas unused 0001 0002 0003, busy
                    reads sent to replicas without READONLY      | cpu 2.4 2.4 2.4; replicaCpu 2.4; commands 540; read 0.875; replicaConnections 10; in 16100; out 16300                                   | replicas redirect 0001 0002 0003
                    the same, near the end of a processor        | cpu 96 96 96; replicaCpu 96; commands 21600; read 0.875; replicaConnections 160; in 644000; out 652000                                  | critical: replicas redirect 0001 0002 0003, busy
                    the same, with the replication stream        | cpu 96 96 96; replicaCpu 96; commands 21600; read 0.875; replicaConnections 160; in 2160000; out 652000                                 | critical: replicas redirect 0001 0002 0003, busy
                    the same with READONLY                       | cpu 0.8 0.8 0.8; replicaCpu 2.4; commands 69; read 0.01; replicaReads 477; replicaConnections 10; in 16000; out 251000                  | well
                    the same, near the end of a processor        | cpu 24 24 24; replicaCpu 72; commands 2070; read 0.01; replicaReads 14310; replicaConnections 120; in 480000; out 7530000               | primary underused 0001 0002 0003, busy reads
                    reads shared by both                         | cpu 1.8 1.8 1.8; replicaCpu 1.8; commands 308; read 0.78; replicaReads 230; replicaConnections 10; in 9400; out 123000                  | well
                    the same, near the end of a processor        | cpu 72 72 72; replicaCpu 72; commands 12320; read 0.78; replicaReads 9200; replicaConnections 160; in 376000; out 4920000               | busy reads
                    80 % on one hash tag                         | cpu 6.5 1.3 1.3; commands 2784 206 215; read 0.875; replicaConnections 6                                                                | well
                    the same, near the end of a processor        | cpu 78 15.6 15.6; commands 33400 2470 2580; read 0.875; replicaConnections 6                                                            | replicas unused 0001, hot key 0001
                    """)
    void tellsWhatWasMeasured(String why, String seen, String answer) {
        check(why, seen, answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    all is well                               |                                          | well
                    not all is known of a group in motion     | status modifying; cpu 90 20 20           | unknown
                    and nobody waits for it                      | status modifying; cpu 96 20 20                                         | critical: unknown
                    a status that nobody knows                | status resting; cpu 90 20 20             | unknown
                    available, with a member that is not      | creating sessions-0002-002; cpu 90 20 20 | unknown
                    no shard at all                              | cpu none                                                               | unknown
                    one minute too few                        | minutes 9; cpu 90 20 20                  | unknown 0001 0002 0003
                    minutes enough                            | minutes 10; cpu 90 20 20; replicaConnections 6; read 0.3 | hot key 0001
                    reads without commands                    | read 0.5; writes 2002                          | unknown 0001 0002 0003
                    at the most that minutes may distort      | read 0.5; writes 2001                          | well
                    """)
    void saysWhatItDoesNotKnow(String why, String seen, String answer) {
        check(why, seen == null ? "" : seen, answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    churn at its least                           | commands 500; opened 100                                                       | connection churn 0001 0002 0003
                    a connection fewer for each command          | commands 501; opened 100                                                       | well
                    a connection fewer a second                  | commands 400; opened 99.9                                                      | well
                    commands enough for a ratio                  | commands 200; opened 100                                                       | connection churn 0001 0002 0003
                    a command fewer                              | commands 199; opened 100                                                       | well
                    for ten minutes                              | commands 500; opened 0+10x100                                                  | connection churn 0001 0002 0003
                    for nine, as when all clients start          | commands 500; opened 0+9x100                                                   | well
                    on a replica                                 | read 0.5; replicaOpened 400; replicaReads 1000                                 | connection churn 0001 0002 0003
                    redirections at their fewest                 | commands 2000; read 0.5; replicaConnections 10; in 12000; out 12000            | replicas redirect 0001 0002 0003
                    without cluster mode nothing redirects       | cpu 20; clusterMode disabled; slots ?; commands 2000; read 0.5; replicaConnections 10; in 12000; out 12000 | well
                    on the way to it everything may              | cpu 20; clusterMode compatible; slots ?; commands 2000; read 0.5; replicaConnections 10; in 12000; out 12000 | replicas redirect 0001
                    too few bytes for them                       | commands 2000; read 0.5; replicaConnections 10; in 12000; out 11999            | well
                    redirections of two, at their fewest         | replicas 2; commands 2000; read 0.5; replicaConnections 10; in 12000; out 12000 | replicas redirect 0001 0002 0003
                    too few bytes for two                        | replicas 2; commands 2000; read 0.5; replicaConnections 10; in 12000; out 11999 | well
                    as much out of two as values would take      | replicas 2; commands 2000; read 0.5; replicaConnections 10; in 12000; out 24000 | replicas redirect 0001 0002 0003
                    redirections to few clients                  | commands 16000; read 0.5; replicaConnections 10; in 24000; out 24000           | replicas redirect 0001 0002 0003
                    too few for so many reads                    | commands 16000; read 0.5; replicaConnections 10; in 24000; out 23999           | well
                    as much out as values would take             | commands 2000; read 0.5; replicaConnections 10; in 12000; out 24000            | replicas redirect 0001 0002 0003
                    more                                         | commands 2000; read 0.5; replicaConnections 10; in 12000; out 24001            | well
                    AWS's own connections, and a person's        | commands 2000; read 0.5; replicaConnections 9.9; in 12000; out 12000           | well
                    just too many reads served                   | commands 2000; read 0.5; replicaReads 20; replicaConnections 10; in 12000; out 12000 | well
                    one read fewer                               | commands 2000; read 0.5; replicaReads 19.99; replicaConnections 10; in 12000; out 12000 | replicas redirect 0001 0002 0003
                    reads enough for a ratio                     | commands 400; read 0.5; replicaConnections 10; in 12000; out 12000             | replicas redirect 0001 0002 0003
                    a read fewer                                 | commands 398; read 0.5; replicaConnections 10; in 12000; out 12000             | well
                    no replica                                   | replicas 0; commands 2000; read 0.5; replicaConnections 10                     | well
                    on one shard alone                           | commands 2000; read 0.5; replicaConnections 5 10 5; in 12000; out 12000        | replicas redirect 0002
                    replicas unused at its least                 | cpu 50 50 50; read 0.6                                                         | replicas unused 0001 0002 0003
                    a read fewer                                 | cpu 50 50 50; read 0.599                                                       | well
                    nobody suffers                               | cpu 49.9 49.9 49.9                                                             | well
                    just in use                                  | cpu 50 50 50; commands 2000; read 0.95; replicaReads 100                       | well
                    just not in use                              | cpu 50 50 50; commands 2000; read 0.95; replicaReads 99                        | replicas unused 0001 0002 0003
                    clients are connected there                  | cpu 50 50 50; replicaConnections 10                                            | well
                    no replica to use                            | cpu 50 50 50; replicas 0                                                       | well
                    commands enough for a ratio                  | cpu 50 50 50; commands 200                                                     | replicas unused 0001 0002 0003
                    a command fewer                              | cpu 50 50 50; commands 199                                                     | well
                    primaries spared                             | cpu 40 40 40; replicaCpu 60; commands 2000; read 0.5; replicaReads 9001; replicaConnections 99 | primary underused 0001 0002 0003
                    they serve a tenth of the reads              | cpu 40 40 40; replicaCpu 60; commands 2000; read 0.5; replicaReads 9000; replicaConnections 99 | well
                    they are nearly as busy                      | cpu 40.1 40.1 40.1; replicaCpu 60; commands 2000; read 0.5; replicaReads 9001; replicaConnections 99 | well
                    nobody suffers from it                       | cpu 30 30 30; replicaCpu 49.9; commands 2000; read 0.5; replicaReads 9001; replicaConnections 99 | well
                    somebody does                                | cpu 30 30 30; replicaCpu 50; commands 2000; read 0.5; replicaReads 9001; replicaConnections 99 | primary underused 0001 0002 0003
                    """)
    void tellsWhatClientsDoWrong(String why, String seen, String answer) {
        check(why, seen, answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    packets held back                        | held 3                                                        | network bound 0001 0002 0003
                    a burst                                  | held 2                                                        | well
                    the network for ever                     | baseline 20 80 20                                             | network bound 0002
                    nearly                                   | baseline 20 79.9 20                                           | well
                    memory                                   | memory 75 75 40                                               | memory bound 0001 0002
                    nearly                                   | memory 74.9 74.9 40                                           | well
                    as its owner sees it                     | memory 60 60 40; memoryPercent 60                             | memory bound 0001 0002
                    the last tenth of it                     | memory 90 90 40                                               | critical: memory bound 0001 0002
                    nearly                                   | memory 89.9 89.9 40                                           | memory bound 0001 0002
                    evictions, and room                      | evictions 50                                                  | well
                    one full shard with its share of slots   | memory 78 52 52                                               | big key 0001
                    one full shard, and others nearly        | memory 80 74 74                                               | memory bound 0001
                    just above the others                    | memory 78 52 52.1                                             | memory bound 0001
                    two full shards among empty ones             | cpu 20 20 20 20; memory 85 75 20 20                                    | memory bound 0001 0002
                    one full shard with more slots           | memory 80 40 40; slots 6100 5142 5142                         | memory bound 0001
                    one full shard, and nobody knows why     | memory 80 40 40; slots ?                                      | big key 0001
                    one shard in all                         | cpu 20; memory 80                                             | memory bound 0001
                    connections                              | connections 300 45500 300                                     | connections 0002
                    nearly                                   | connections 300 45499 300                                     | well
                    on a replica                             | replicaReads 500; replicaConnections 45500                    | connections 0001 0002 0003
                    of clients that never keep them          | commands 500; opened 0 100 0; connections 300 45500 300       | connection churn 0002
                    of clients that do, on another shard     | commands 500; opened 100 0 0; connections 300 45500 300       | connection churn 0001, connections 0002
                    """)
    void tellsWhatIsShort(String why, String seen, String answer) {
        check(why, seen, answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hot with writes                              | cpu 70 20 20; read 0.3                                                  | hot key 0001
                    hardly hot                                   | cpu 69.9 20 20; read 0.3                                                | well
                    as its owner sees it                         | cpu 60 20 20; read 0.3; cpuPercent 60                                   | hot key 0001
                    hot with reads that replicas share           | cpu 70 20 20; read 0.7; replicaReads 500; replicaConnections 99         | hot reads 0001
                    where its own share is not used              | cpu 90 20 20; read 0.7; replicas 0 1 1; replicaReads 0 900 900; replicaConnections 99 | hot reads 0001
                    most of it written, with replicas in use     | cpu 70 20 20; read 0.3; replicaReads 700; replicaConnections 99        | hot key 0001
                    commands enough with those of replicas       | cpu 90 20 20; commands 100 2000 2000; replicaReads 100; replicaConnections 99 | hot reads 0001
                    a command fewer                              | cpu 90 20 20; commands 100 2000 2000; replicaReads 99.9; replicaConnections 99 | hot key 0001
                    hot with more than its share of slots        | cpu 70 20 20; read 0.3; slots 6100 5142 5142                            | hot slots 0001
                    that comes first                             | cpu 70 20 20; replicaReads 500; replicaConnections 99; slots 6100 5142 5142 | hot slots 0001
                    just its share                               | cpu 70 20 20; read 0.3; slots 6007 5189 5188                            | hot key 0001
                    a slot more                                  | cpu 70 20 20; read 0.3; slots 6008 5188 5188                            | hot slots 0001
                    nobody knows the slots                       | cpu 70 20 20; read 0.3; slots ?                                         | hot key 0001
                    its replicas are hot                         | cpu 30 20 20; replicaCpu 72 20 20; read 0.7; replicaReads 5000; replicaConnections 99 | hot reads 0001
                    they serve just enough to be in use          | cpu 30 20 20; replicaCpu 72 20 20; read 0.95; replicaReads 100; replicaConnections 99 | hot reads 0001
                    they serve a read fewer                      | cpu 30 20 20; replicaCpu 72 20 20; read 0.95; replicaReads 99; replicaConnections 99 | busy node 0001
                    replicas are busy, and serve nothing         | replicaCpu 72                                                           | busy node 0001 0002 0003
                    another is not idle, so none stands out      | cpu 90 20 50; read 0.3                                                  | busy 0001
                    just idle                                    | cpu 90 20 49.9; read 0.3                                                | hot key 0001
                    another is at an alarm that speaks early     | cpu 90 20 40; read 0.3; cpuPercent 40                                  | busy
                    just below it                                | cpu 90 20 39.9; read 0.3; cpuPercent 40                                | hot key 0001
                    half as much again as the others             | cpu 72 48 48; read 0.3                                                  | hot key 0001
                    not as much                                  | cpu 72 48 48.01; read 0.3                                               | busy 0001
                    one of two, with reads that replicas share   | cpu 85 40; replicaReads 500; replicaConnections 99                      | hot reads 0001
                    two of five                                  | cpu 90 90 20 20 20; read 0.3                                            | busy
                    one, and the mean is busy                    | cpu 72 61.5 61.5; read 0.3                                             | busy
                    one, and the mean is nearly                  | cpu 72 61.5 61.4; read 0.3                                             | busy 0001
                    one, which alone is read                     | cpu 90 20 50; read 0.7 0.3 0.3; replicaReads 500; replicaConnections 99 | busy reads 0001
                    even                                         | cpu 65 65 65; read 0.3                                                  | busy
                    nearly                                       | cpu 64.9 64.9 64.9; read 0.3                                            | well
                    even, with reads that replicas share         | cpu 65 65 65; read 0.7; replicaReads 500; replicaConnections 99         | busy reads
                    replicas in use at their least               | cpu 65 65 65; commands 2000; read 0.95; replicaReads 100; replicaConnections 99 | busy reads
                    just not                                     | cpu 65 65 65; commands 2000; read 0.95; replicaReads 99; replicaConnections 99 | busy
                    most shards are written                      | cpu 65 65 65; read 0.7 0.3 0.3; replicaReads 500; replicaConnections 99 | busy
                    half of them are                             | cpu 65 65; read 0.7 0.3; replicaReads 500; replicaConnections 99       | busy
                    fewer than half of them are                  | cpu 65 65 65; read 0.7 0.7 0.3; replicaReads 500; replicaConnections 99 | busy reads
                    one shard in all                             | cpu 72; read 0.3                                                        | busy
                    few commands that cost much                  | cpu 90 20 20; commands 100; replicaReads 90; replicaConnections 99      | hot key 0001
                    on all shards                                | cpu 80 80 80; commands 100                                              | hot key 0001 0002 0003
                    on one shard in all                          | cpu 80; commands 199                                                    | hot key 0001
                    a command more                               | cpu 80; commands 200; read 0.3                                          | busy
                    on half of those that are busy               | cpu 80 80 60; commands 100 2000 100; read 0.3                           | busy
                    on those that are busy                       | cpu 80 80 60; commands 100 100 2000; read 0.3                           | hot key 0001 0002
                    on small nodes, which AWS's work keeps busy  | type cache.t4g.micro; cpu 5; allCpu 40; commands 20                     | busy node 0001
                    neither reads nor writes                     | cpu 90 20 20; read 0 0.8 0.8; writes 0; replicas 0 1 1; replicaReads 0 900 900; replicaConnections 99 | hot key 0001
                    a busy replica that serves too few to count  | replicaCpu 90 5 5; commands 100; replicaReads 50; replicaConnections 99 | busy node 0001
                    a spike                                      | cpu 20+4x90 20 20; read 0.3                                             | spike 0001
                    of a minute                                  | cpu 20+1x70 20 20; read 0.3                                             | spike 0001
                    it did not reach the alarm                   | cpu 20+4x69.9 20 20; read 0.3                                           | well
                    longer, and not in the mean                  | cpu 20+8x90 20 20; read 0.3                                             | spike 0001
                    nobody waits any more                        | cpu 95+5x20 20 20; read 0.3                                             | critical: hot key 0001
                    of a replica                                 | replicaCpu 5 96 5                                                      | critical: busy node 0002
                    it is over                                   | cpu 20+10x95 20 20; read 0.3                                            | critical: spike 0001
                    for four minutes                             | cpu 20+11x95 20 20; read 0.3                                           | critical: hot key 0001
                    it is nearly over                            | cpu 65+10x95 20 20; read 0.3                                           | critical: hot key 0001
                    just over                                    | cpu 64.9+10x95 20 20; read 0.3                                         | critical: spike 0001
                    over, but for a replica                      | cpu 20+10x95 20 20; replicaCpu 5 65 5; read 0.3                        | critical: hot key 0001
                    they do                                      | cpu 95+6x20 20 20; read 0.3                                             | busy node 0001
                    nearly                                       | cpu 94.9+5x20 20 20; read 0.3                                           | hot key 0001
                    it came ten minutes ago, and lasts           | cpu 80+5x20 20 20; read 0.3                                             | hot key 0001
                    it came to a replica                         | replicaCpu 80+5x20 20 20; read 0.7; replicaReads 5000; replicaConnections 99 | hot reads 0001
                    as another went that was at its end          | cpu 80+5x20 19+10x95 20; read 0.3                                      | critical: busy 0001
                    as memory filled                             | cpu 80+5x20 20 20; memory 91+5x40; read 0.3                            | memory bound 0001 0002 0003, hot key 0001
                    it was there all the time                    | cpu 72 48+5x60 48+5x60; read 0.3                                       | busy 0001
                    whether it lasts is not known yet            | cpu 80+6x20 20 20; read 0.3                                             | busy node 0001
                    in the newest two minutes                    | replicaCpu 80+13x5 5 5                                                 | busy node 0001
                    in the newest alone                          | replicaCpu 80+14x5 5 5                                                 | spike 0001
                    another was busy before                      | replicaCpu 80+6x5 20+4x90 5                                             | busy node 0001
                    it came to all                               | cpu 66+5x20 66+5x20 70+5x20; read 0.3                                   | busy
                    and hardly to any                            | cpu 66+5x20 66+5x20 69.9+5x20; read 0.3                                 | well
                    two processors, and the engine's thread      | type cache.r7g.large; cpu 72 20 20; allCpu 30; read 0.3                 | busy 0001
                    two processors, and AWS's work beside it     | type cache.r7g.large; cpu 20 20 20; allCpu 40 10 10; read 0.3           | busy node 0001
                    where the thread is nearly as busy           | type cache.r7g.large; cpu 69.9 20 20; allCpu 40 10 10; read 0.3         | busy node 0001
                    and just as busy as the alarm says           | type cache.r7g.large; cpu 70 20 20; allCpu 40 10 10; read 0.3           | hot key 0001
                    however little is asked of it                | type cache.r7g.large; cpu 20 20 20; allCpu 40 10 10; commands 100       | busy node 0001
                    with reads that its replicas share           | type cache.r7g.large; cpu 20 20 20; allCpu 40 10 10; read 0.7; replicaReads 500; replicaConnections 99 | hot reads 0001
                    four, where that does not count              | cpu 20 20 20; allCpu 80; read 0.3                                       | well
                    an alarm at nearly nothing                   | cpu 0 0 0; replicaCpu 0; cpuPercent 1                                   | well
                    half of an alarm at next to nothing          | cpu 4 4 4; replicaCpu 0; read 0.3; cpuPercent 8                        | busy
                    just less than half                          | cpu 3.9 3.9 3.9; replicaCpu 0; read 0.3; cpuPercent 8                  | well
                    """)
    void tellsHowProcessorsAreUsed(String why, String seen, String answer) {
        check(why, seen, answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    clients first, then what is short            | cpu 90 90 90; commands 500; opened 100; memory 80 80 40; baseline 90 20 20 | connection churn 0001 0002 0003, replicas unused 0001 0002 0003, network bound 0001, memory bound 0001 0002, busy
                    a critical group whose clients are at fault  | cpu 96 96 96; commands 500; opened 100                                     | critical: connection churn 0001 0002 0003, replicas unused 0001 0002 0003, busy
                    """)
    void tellsAllInTheOrderInWhichTheyDecide(String why, String seen, String answer) {
        check(why, seen, answer);
    }

    private static void check(String why, String seen, String answer) {
        assertEquals(answer, Seen.with(seen).answer(), why);
    }
}
