package vn.soto.edge.start;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads answers to their ends, with a length or in chunks. */
record WarmUpAnswers(InputStream in) {

    private static final String LENGTH = "content-length:";

    /** @param kept whether the server keeps the connection */
    record WarmUpAnswer(int status, String body, boolean kept) {}

    WarmUpAnswer next() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean kept = true;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
            kept &= !(header.startsWith("connection:") && header.contains("close"));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (chunked) {
            for (int size = size(); size > 0; size = size()) {
                body.writeBytes(in.readNBytes(size));
                in.skipNBytes(2);
            }
            in.skipNBytes(2);
        } else {
            body.writeBytes(in.readNBytes(length));
        }
        return new WarmUpAnswer(status, body.toString(StandardCharsets.UTF_8), kept);
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("the connection was closed");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
