package headroom.rehearsal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// Notices that what is printed does not arrive: a full disk, or a reader that has gone. A
/// PrintStream keeps that to itself.
final class Output extends FilterOutputStream {
    Output(OutputStream real) {
        super(real);
    }

    /// No exception: what is printed is printed from within the functions that run, and those have
    /// to survive every exception.
    static final class Lost extends Error {
        Lost(IOException why) {
            super(
                    "The output cannot be written: %s. What was printed before that is not all; expected a file, a pipe or a terminal that takes everything."
                            .formatted(why.getMessage()),
                    why);
        }

        /// @param file or folder that cannot be written
        Lost(Path file, IOException why) {
            super(
                    "%s cannot be written: %s. Expected a place where you may write, with room for it."
                            .formatted(file, why),
                    why);
        }
    }

    @Override
    public void write(int one) {
        try {
            out.write(one);
        } catch (IOException lost) {
            throw new Lost(lost);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException lost) {
            throw new Lost(lost);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException lost) {
            throw new Lost(lost);
        }
    }
}
