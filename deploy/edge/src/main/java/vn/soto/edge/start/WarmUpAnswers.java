package vn.soto.edge.start;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads answers to their ends, with a length or in chunks, and forgets them. */
record WarmUpAnswers(InputStream in) {

    private static final String LENGTH = "content-length:";

    /** Returns whether the server keeps the connection. */
    boolean skip() throws IOException {
        long length = 0;
        boolean chunked = false;
        boolean kept = true;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith(LENGTH)) {
                length = Long.parseLong(header.substring(LENGTH.length()).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
            kept &= !(header.startsWith("connection:") && header.contains("close"));
        }
        if (chunked) {
            for (int size = size(); size > 0; size = size()) {
                in.skipNBytes(size + 2L);
            }
            in.skipNBytes(2);
        } else {
            in.skipNBytes(length);
        }
        return kept;
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
