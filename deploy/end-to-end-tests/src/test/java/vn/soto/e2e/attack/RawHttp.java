package vn.soto.e2e.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of HTTP/1.1 that sends any bytes, which an ordinary client refuses to. It keeps its connection where it may. */
final class RawHttp implements AutoCloseable {

    private static final int HANGS_MILLIS = 60_000;
    private static final String END = "\r\n";

    private final URI server;
    private @Nullable Connection connection;

    /** @param in buffered, because the head of an answer is read byte by byte */
    private record Connection(Socket socket, InputStream in) {

        static Connection to(URI server) throws IOException {
            Socket socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout(HANGS_MILLIS);
            socket.setTcpNoDelay(true);
            return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }
    }

    RawHttp(URI server) {
        this.server = server;
    }

    /**
     * @param headers the last of each name, in lower case
     * @param raw     the bytes of the body as characters
     */
    record Answer(int status, Map<String, String> headers, String raw) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String text() {
            return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /** The one answer to a request. */
    Answer send(byte[] request) throws IOException {
        boolean fresh = connection == null;
        try {
            return exchange(request);
        } catch (IOException e) {
            close();
            if (fresh) {
                throw e;
            }
            // The server may close a kept connection at any time; it did not read the request.
            return exchange(request);
        }
    }

    private Answer exchange(byte[] request) throws IOException {
        Connection open = open();
        open.send(request);
        Answer answer = read(open.in, new String(request, 0, 5, StandardCharsets.ISO_8859_1));
        if (answer.header("connection").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    /** Sends bytes that hold any number of requests, and reads until the server closes the connection. */
    String sendAndReadToEnd(byte[] requests) throws IOException {
        close();
        Connection open = open();
        open.send(requests);
        String all = new String(open.in.readAllBytes(), StandardCharsets.UTF_8);
        close();
        return all;
    }

    private Connection open() throws IOException {
        Connection open = connection;
        if (open == null) {
            open = Connection.to(server);
            connection = open;
        }
        return open;
    }

    private static Answer read(InputStream in, String method) throws IOException {
        int status = status(line(in));
        Map<String, String> headers = headers(in);
        if (status == 100) {
            status = status(line(in));
            headers = headers(in);
        }
        byte[] body = new byte[0];
        if (!method.startsWith("HEAD ") && status != 204 && status != 304) {
            body = headers.getOrDefault("transfer-encoding", "").equals("chunked")
                    ? chunks(in)
                    : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        return new Answer(status, headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] \\d{3}.*")) {
            throw new IOException("no status line: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("ended after: " + line);
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - END.length() + 1) : text;
    }

    @Override
    public void close() throws IOException {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.socket.close();
        }
    }
}
