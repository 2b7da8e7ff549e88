package vn.soto.e2e.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import vn.soto.harness.AllInOne;

/** Attackers, each on a thread of its own, from addresses of this machine other than the honest people's. */
final class Crowd implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int HANGS_MILLIS = 120_000;

    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final List<Thread> threads;

    /** One attempt, again and again until the attack is over; it says how it was answered. */
    interface Attacker {
        String attempt(URI server, AtomicBoolean over) throws IOException, InterruptedException;
    }

    Crowd(URI server, List<Attacker> attackers) {
        threads = attackers.stream()
                .map(attacker -> Thread.ofVirtual().start(() -> repeat(attacker, server)))
                .toList();
    }

    private void repeat(Attacker attacker, URI server) {
        while (!over.get()) {
            String answer = "ended";
            try {
                answer = attacker.attempt(server, over);
            } catch (IOException | UncheckedIOException e) {
                // The server ended the connection, or did not take it.
            } catch (InterruptedException | IllegalStateException e) {
                return;
            }
            answers.computeIfAbsent(answer, same -> new AtomicInteger()).incrementAndGet();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** How many were answered how, so far. */
    Map<String, AtomicInteger> answers() {
        return answers;
    }

    private static Socket socket(int address, URI server) throws IOException {
        Socket socket = new Socket(
                InetAddress.getByName(server.getHost()),
                server.getPort(),
                InetAddress.getByName("127.0.1." + (address + 1)),
                0);
        socket.setSoTimeout(HANGS_MILLIS);
        return socket;
    }

    private static String head(int length) {
        return "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    /** A body of which a byte comes each second, until the server ends it. */
    static Attacker slowBody(int address) {
        return (server, over) -> {
            try (Socket socket = socket(address, server)) {
                socket.getOutputStream().write(head(1_000).getBytes(StandardCharsets.US_ASCII));
                for (int sent = 0; sent < 1_000 && !over.get(); sent++) {
                    Thread.sleep(1_000);
                    socket.getOutputStream().write(' ');
                }
                return "not ended";
            }
        };
    }

    static Attacker wrongSignIn(int address, Supplier<String> account) {
        return (server, over) -> {
            byte[] body = "{\"account\":\"%s\",\"password\":\"wrong-%s\"}"
                    .formatted(account.get(), account.get())
                    .getBytes(StandardCharsets.UTF_8);
            try (Socket socket = socket(address, server)) {
                socket.getOutputStream().write(head(body.length).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body);
                byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 401".length());
                return new String(line, StandardCharsets.US_ASCII);
            }
        };
    }

    /** Somebody with an account. */
    static Attacker asking(AllInOne product, Supplier<HttpRequest.Builder> request) {
        return (server, over) -> "HTTP/1.1 " + product.send(request.get()).statusCode();
    }

    @Override
    public void close() {
        over.set(true);
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
