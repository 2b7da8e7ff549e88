package vn.soto.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A relay before the product that resets connections: all of them, or each as soon as an answer begins to come. */
final class TcpCut implements AutoCloseable {

    /** The state of the connections. */
    enum Line {
        WHOLE,
        CUT,
        /** The product hears everything, and nothing comes back. */
        DEAF
    }

    private final ServerSocket server;
    private final InetSocketAddress product;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Line line = Line.WHOLE;

    TcpCut(URI product) {
        this.product = new InetSocketAddress(product.getHost(), product.getPort());
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Also ends the connections that are open. */
    void set(Line next) {
        line = next;
        open.forEach(TcpCut::reset);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> relay(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void relay(Socket client) {
        if (line == Line.CUT) {
            reset(client);
            return;
        }
        Socket there = new Socket();
        open.add(there);
        try {
            there.connect(product);
            Thread.ofVirtual().start(() -> copy(client, there, false));
            copy(there, client, true);
        } catch (IOException e) {
            // The browser hears of it by its own connection.
        } finally {
            reset(client);
            reset(there);
        }
    }

    private void copy(Socket from, Socket to, boolean answer) {
        byte[] part = new byte[8_192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                if (line == Line.CUT || (answer && line == Line.DEAF)) {
                    return;
                }
                out.write(part, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // Reset, or left by the other side.
        }
    }

    /** Sends a reset instead of an end, as a network does that is gone. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already.
        }
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        set(Line.CUT);
    }
}
