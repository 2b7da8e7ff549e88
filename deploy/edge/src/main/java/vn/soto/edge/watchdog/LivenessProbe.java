package vn.soto.edge.watchdog;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the process's own port for its liveness; any answer at all is a sign of life. */
final class LivenessProbe implements Runnable {

    private static final byte[] REQUEST =
            "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress address;
    private final int limitMillis;
    private final Runnable answered;

    /** @param limit longest wait for one answer; the next request is independent of it */
    LivenessProbe(InetSocketAddress address, Duration limit, Runnable answered) {
        this.address = address;
        this.limitMillis = Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE);
        this.answered = answered;
    }

    @Override
    public void run() {
        try (Socket socket = new Socket()) {
            socket.connect(address, limitMillis);
            socket.setSoTimeout(limitMillis);
            socket.getOutputStream().write(REQUEST);
            if (socket.getInputStream().read() >= 0) {
                answered.run();
            }
        } catch (IOException e) {
            // No sign of life; the watchdog counts.
        }
    }
}
