package vn.soto.testkit.mongo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Whole messages of MongoDB's wire protocol; each begins with its own length, a little-endian int32. */
final class WireMessage {

    private static final int LENGTH = 4;

    /** Of the protocol: length, request id, answered id, operation. */
    private static final int HEADER = 16;

    private WireMessage() {}

    /** The next message; fails at the end of the stream. */
    static byte[] read(InputStream in) throws IOException {
        byte[] start = in.readNBytes(LENGTH);
        if (start.length < LENGTH) {
            throw new EOFException("the stream ended");
        }
        int length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < HEADER) {
            throw new IOException("not a message of MongoDB's wire protocol, or an encrypted one");
        }
        byte[] message = new byte[length];
        System.arraycopy(start, 0, message, 0, LENGTH);
        if (in.readNBytes(message, LENGTH, length - LENGTH) < length - LENGTH) {
            throw new EOFException("the stream ended within a message");
        }
        return message;
    }
}
