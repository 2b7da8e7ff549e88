package vn.soto.edge.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Speaks HTTP/2 (RFC 9113) frame by frame, so that a test can stop anywhere. It grants no window and reads no header. */
record Http2Client(SSLSocket socket) implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RESET = 3;
    static final int GOAWAY = 7;

    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    /** @param type one of the types above, or another of RFC 9113 */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares frames
    record Frame(int type, int flags, int stream, byte[] payload) {

        boolean last() {
            return (flags & END_STREAM) != 0;
        }
    }

    static Http2Client on(SSLSocket socket) throws IOException {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        if (!socket.getApplicationProtocol().equals("h2")) {
            throw new AssertionError("the server speaks " + socket.getApplicationProtocol());
        }
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        Http2Client client = new Http2Client(socket);
        client.send(4, 0, 0, new byte[0]);
        return client;
    }

    void get(int stream, String path) throws IOException {
        send(HEADERS, END_STREAM | END_HEADERS, stream, head(0x82, path));
    }

    /** The same by an account. */
    void getKnown(int stream, String path) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(head(0x82, path));
        // a new name, without indexing
        head.write(0x00);
        head.write(text("x-account"));
        head.write(text("lan"));
        send(HEADERS, END_STREAM | END_HEADERS, stream, head.toByteArray());
    }

    /** The head of a request whose body follows. */
    void post(int stream, String path, String type) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(head(0x83, path));
        // content-type, number 31 of the static table, without indexing
        head.write(new byte[] {0x0f, 0x10});
        head.write(text(type));
        send(HEADERS, END_HEADERS, stream, head.toByteArray());
    }

    void data(int stream, byte[] bytes, boolean last) throws IOException {
        send(DATA, last ? END_STREAM : 0, stream, bytes);
    }

    void send(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        socket.getOutputStream().write(frame.array());
    }

    /** The next frame of the type; fails where the connection ends before. */
    Frame next(int type) throws IOException {
        while (true) {
            Frame frame = read(new DataInputStream(socket.getInputStream()));
            if (frame.type() == type) {
                return frame;
            }
        }
    }

    /** Reads until the server ends the connection. */
    void toTheEnd() throws IOException {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                read(in);
            }
        } catch (EOFException | SocketException end) {
            // In order, or by a reset.
        }
    }

    private static Frame read(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Frame(type, flags, stream, payload);
    }

    /** HPACK (RFC 7541): method from the static table, scheme https, the path as a literal. */
    private static byte[] head(int method, String path) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(method);
        head.write(0x87);
        head.write(0x04);
        head.write(text(path));
        head.write(0x01);
        head.write(text("localhost"));
        return head.toByteArray();
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
