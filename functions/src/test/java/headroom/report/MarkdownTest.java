package headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            textBlock =
                    """
                    The disk is 80 % full.          | The disk is 80 % full.
                    WHAT HAPPENED                   | *WHAT HAPPENED*
                    WHAT'S NEW                      | *WHAT'S NEW*
                    OK                              | OK
                    8 < 9 & 9 > 8                   | 8 &lt; 9 &amp; 9 &gt; 8
                    <!channel> look                 | &lt;!channel&gt; look
                    see INSERT_RECORD.              | see INSERT_RECORD.
                    see _default, default_.         | see `_default`, `default_`.
                    (a *bold* one), ~gone~          | (a `*bold*` one), `~gone~`
                    "_x_" and [click](https://e.vil)  | "`_x_`" and [`click](https://e.vil`)
                    a `quoted` name                 | a `'quoted'` name
                    C:\\temp                         | `C:\\temp`
                    * * *                           | `*` `*` `*`
                    _                               | `_`
                    https://a.b/c_d?e=f&g=_h_       | https://a.b/c_d?e=f&amp;g=_h_
                    Grüße, 日本                     | Grüße, 日本
                    """)
    void leavesNothingInProseThatWouldFormatIt(String text, String markdown) {
        assertEquals(markdown, Markdown.of(text));
    }

    @Test
    void keepsCommandsAndTablesAsTheyAre() {
        assertEquals(
                """
                Run this:
                ```
                aws sns publish --message '{"nodes": 8}'
                jq '.a_b*' &lt; file '''
                ```
                or look:
                ```
                shard  CPU %
                0001      81
                ```
                Done.\
                """,
                Markdown.of(
                        """
                        Run this:
                          aws sns publish --message '{"nodes": 8}'
                          jq '.a_b*' < file ```
                        or look:
                        shard  CPU %
                        0001      81
                        Done.\
                        """));
    }
}
