package headroom.terminal;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Colours whole lines of text by the first rule that knows them. A line is written when it ends.
final class ColouredOutput extends FilterOutputStream {
    private final List<Rule> rules;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private Tone paragraph = Tone.PLAIN;

    ColouredOutput(OutputStream out, List<Rule> rules) {
        super(out);
        this.rules = rules;
    }

    @Override
    public void write(int one) throws IOException {
        if (one == '\n') {
            end();
            out.write('\n');
        } else {
            line.write(one);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int each = offset; each < offset + length; each++) {
            write(bytes[each]);
        }
    }

    @Override
    public void close() throws IOException {
        end();
        super.close();
    }

    private void end() throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        Tone tone = tone(text);
        if (!text.isEmpty()) {
            out.write((tone.on() + text + tone.off()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private Tone tone(String text) {
        Optional<Rule> rule = rules.stream().filter(each -> each.isOf(text)).findFirst();
        boolean indented = text.startsWith(" ");
        if (rule.isPresent() || !indented) {
            paragraph = rule.filter(Rule::continued).map(Rule::tone).orElse(Tone.PLAIN);
        }
        return rule.map(Rule::tone).orElse(paragraph);
    }
}
