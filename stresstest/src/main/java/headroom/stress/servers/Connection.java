package headroom.stress.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// A connection to a server that counts what goes through it. Text is one character a byte.
final class Connection implements AutoCloseable {
    private static final int PATIENCE = 5_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private long commands;
    private long sent;
    private long received;

    Connection(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
        socket.setSoTimeout(PATIENCE);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
    }

    /// What went through it so far.
    synchronized OwnTraffic traffic() {
        return new OwnTraffic(1, commands, sent, received);
    }

    /// The server's answer: a text, a number, a list of such, or null.
    ///
    /// @throws Refused if it is an error
    /// @throws UncheckedIOException if there is none
    synchronized @Nullable Object call(List<String> words) {
        try {
            StringBuilder request = new StringBuilder("*" + words.size() + "\r\n");
            words.forEach(each -> request.append("$" + each.length() + "\r\n" + each + "\r\n"));
            byte[] bytes = request.toString().getBytes(ISO_8859_1);
            out.write(bytes);
            out.flush();
            commands++;
            sent += bytes.length;
            return answer();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private @Nullable Object answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest;
            case '-' -> throw new Refused(rest);
            case ':' -> Long.valueOf(rest);
            case '$' -> rest.equals("-1") ? null : text(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            default -> throw new IOException("Found %s; expected an answer.".formatted(line));
        };
    }

    private List<@Nullable Object> list(int length) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        for (int each = 0; each < length; each++) {
            list.add(answer());
        }
        return list;
    }

    private String text(int length) throws IOException {
        byte[] bytes = in.readNBytes(length + 2);
        received += bytes.length;
        return new String(bytes, 0, length, ISO_8859_1);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server has closed the connection.");
            }
            received++;
            if (next != '\r') {
                line.append((char) next);
            }
        }
        received++;
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
