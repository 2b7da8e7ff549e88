package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.testkit.Await;

/** Connections that occupy the server without use end, and one client cannot crowd the others out. */
@Tag("threads")
@Tag("slow")
final class ConnectionLimitsIT {

    private static final int HALF_HEADS = Boolean.getBoolean("soto.long") ? 3_000 : 150;
    private static final int LARGE = Boolean.getBoolean("soto.long") ? 24 : 8;
    private static final int HALF_BODIES = Boolean.getBoolean("soto.long") ? 200 : 20;

    private static List<Socket> open(int number, Supplier<Socket> connection) {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            sockets.add(connection.get());
        }
        return sockets;
    }

    private static Socket with(LimitedServer server, String text) {
        Socket socket = server.connect();
        LimitedServer.send(socket, text);
        return socket;
    }

    private static double ended(LimitedServer server, String reason) {
        return server.bean(MeterRegistry.class)
                .counter("soto.http.connections.ended", "port", "api", "reason", reason)
                .count();
    }

    private static double refused(LimitedServer server, String limit) {
        return server.bean(MeterRegistry.class)
                .counter("soto.http.connections.refused", "port", "api", "limit", limit)
                .count();
    }

    @Test
    void halfHeadsAndSilentConnectionsEnd() {
        try (LimitedServer server = LimitedServer.start(
                "max-connections=8000", "max-connections-per-client=80000", "header-timeout=300ms")) {
            List<Socket> heads = open(HALF_HEADS, () -> with(server, "GET /quick HTTP/1.1\r\nHo"));
            List<Socket> silent = open(100, server::connect);
            assertThat(heads).allMatch(socket -> LimitedServer.toTheEnd(socket).isEmpty());
            assertThat(silent).allMatch(socket -> LimitedServer.toTheEnd(socket).isEmpty());
            assertThat(ended(server, "header")).isEqualTo(HALF_HEADS + 100);
        }
    }

    @Test
    void idleConnectionsAndHalfBodiesEnd() {
        try (LimitedServer server = LimitedServer.start(
                "max-connections-per-client=8000",
                "header-timeout=5m",
                "idle-timeout=300ms",
                "transfer-grace=300ms",
                "unknown.body-timeout=300ms")) {
            List<Socket> idle = open(HALF_BODIES, () -> with(server, LimitedServer.get("/quick")));
            assertThat(idle).allMatch(socket -> LimitedServer.toTheEnd(socket).endsWith("quick"));
            assertThat(ended(server, "idle")).isEqualTo(HALF_BODIES);

            AtomicInteger accounts = new AtomicInteger();
            List<Socket> bodies = open(
                    HALF_BODIES, () -> with(server, halfBody("text/csv", "X-Account: " + accounts.incrementAndGet())));
            assertThat(bodies).allMatch(socket -> LimitedServer.toTheEnd(socket).isEmpty());
            assertThat(ended(server, "body")).isEqualTo(HALF_BODIES);

            assertThat(LimitedServer.toTheEnd(with(server, halfBody("text/plain"))))
                    .as("a body that is refused, so that nobody reads it")
                    .doesNotContain("200 OK");
            assertThat(ended(server, "body")).isEqualTo(HALF_BODIES + 1);
        }
    }

    /** At work now. */
    private static double requests(LimitedServer server) {
        return gauge(server, "soto.http.requests");
    }

    private static double gauge(LimitedServer server, String name) {
        return server.bean(MeterRegistry.class).get(name).gauge().value();
    }

    private static String halfBody(String type, String... headers) {
        return "POST /size HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nContent-Length: 100\r\n"
                + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining())
                + "\r\nhalf";
    }

    @Test
    void aBodyOfAnUnknownSenderGivesItsPlaceToOneOfTheSameAddress() throws IOException {
        try (LimitedServer server = LimitedServer.start("unknown.body-timeout=5m", "max-requests-per-client=2")) {
            List<Socket> slow = open(5, () -> with(server, halfBody("text/csv")));
            Await.until("five that wait", () -> gauge(server, "soto.http.bodies") == 5);
            assertThat(wholeBody(server)).endsWith("100");
            assertThat(gauge(server, "soto.http.bodies")).isEqualTo(4);
            Await.until("nothing is at work", () -> requests(server) == 0);
            assertThat(server.once("/quick")).startsWith("HTTP/1.1 200");
            assertThat(wholeBody(server, "X-Account: lan")).endsWith("100");
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Whoever comes from an eleventh address sends what a form of the sign-in is. */
    @Test
    @Tag("long")
    void slowBodiesOfManyAddressesKeepNoOtherAddressOut() throws IOException {
        try (LimitedServer server =
                LimitedServer.start("unknown.body-timeout=5m", "trusted-proxies=127.0.0.0/8", "idle-timeout=5m")) {
            List<Socket> slow = new ArrayList<>();
            for (int address = 1; address <= 10; address++) {
                String client = "X-Forwarded-For: 203.0.113." + address;
                slow.addAll(open(5, () -> with(server, halfBody("text/csv", client))));
            }
            Await.until("all places are taken", () -> gauge(server, "soto.http.bodies") == 50);
            for (int i = 0; i < 3; i++) {
                assertThat(wholeBody(server, "X-Forwarded-For: 198.51.100.1")).endsWith("100");
            }
            assertThat(gauge(server, "soto.http.bodies"))
                    .as("one gave its place, once")
                    .isEqualTo(49);
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** The whole answer to a body that comes with its head. */
    private static String wholeBody(LimitedServer server, String... headers) {
        String[] all = Stream.concat(Stream.of(headers), Stream.of("Connection: close"))
                .toArray(String[]::new);
        return LimitedServer.toTheEnd(with(server, halfBody("text/csv", all) + "x".repeat(96)));
    }

    /** Whoever gave the place to the next one is answered all the same. */
    @Test
    @Tag("long")
    void aBodyOfAnUnknownSenderComesInTime() {
        try (LimitedServer server =
                LimitedServer.start("unknown.body-timeout=300ms", "unknown.max-bodies-per-client=1")) {
            assertThat(open(3, () -> with(server, halfBody("text/csv"))))
                    .allSatisfy(slow -> assertThat(LimitedServer.toTheEnd(slow))
                            .startsWith("HTTP/1.1 408")
                            .contains("urn:soto:problem:unknown-sends-slowly"));
            assertThat(gauge(server, "soto.http.bodies")).isZero();
        }
    }

    @Test
    void onlyAccountsSendLargeBodies() {
        String large = "POST /size HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/csv\r\n%s"
                + "Content-Length: 5000\r\n\r\n" + "x".repeat(5000);
        try (LimitedServer server = LimitedServer.start("unknown.body-timeout=300ms")) {
            assertThat(LimitedServer.toTheEnd(with(server, large.formatted(""))))
                    .startsWith("HTTP/1.1 413")
                    .contains("urn:soto:problem:unknown-sends-much", "Chưa đăng nhập");
            assertThat(LimitedServer.toTheEnd(with(server, large.formatted("X-Account: lan\r\n"))))
                    .endsWith("5000");
        }
    }

    @Test
    void anAccountHasSoManyBodiesUnderWay() throws IOException {
        try (LimitedServer server = LimitedServer.start("transfer-grace=5m", "max-requests-per-client=8")) {
            String half = halfBody("text/csv", "X-Account: lan", "Connection: close");
            List<Socket> slow = open(4, () -> with(server, half));
            Await.until("four that come", () -> gauge(server, "soto.http.bodies") == 4);
            Socket further = with(server, half);
            LimitedServer.send(further, "x".repeat(96));
            assertThat(LimitedServer.toTheEnd(further)).startsWith("HTTP/1.1 429");
            assertThat(server.once("/quick", "X-Account: lan")).startsWith("HTTP/1.1 200");
            Await.until("nothing is at work", () -> requests(server) == 0);
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** However many addresses it has. */
    @Test
    @Tag("long")
    void anAccountIsOneSenderWhereverItIs() throws IOException {
        try (LimitedServer server =
                LimitedServer.start("transfer-grace=5m", "max-requests-per-client=4", "trusted-proxies=127.0.0.0/8")) {
            List<Socket> slow = new ArrayList<>();
            for (int address = 1; address <= 2; address++) {
                slow.add(with(server, halfBody("text/csv", "X-Account: lan", "X-Forwarded-For: 203.0.113." + address)));
            }
            Await.until("two that come", () -> gauge(server, "soto.http.bodies") == 2);
            assertThat(wholeBody(server, "X-Account: lan", "X-Forwarded-For: 203.0.113.3"))
                    .startsWith("HTTP/1.1 429");
            assertThat(wholeBody(server, "X-Account: mai", "X-Forwarded-For: 203.0.113.3"))
                    .endsWith("100");
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aRequestIsAtWorkWhoseBodyNobodyReads() throws IOException {
        try (LimitedServer server = LimitedServer.start("max-requests-per-client=2")) {
            String deed = "POST /held HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Account: lan\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
            List<Socket> held = open(2, () -> with(server, deed));
            Await.until(
                    "two that wait",
                    () -> server.bean(LimitedServer.Endpoint.class).waiting() == 2);
            assertThat(requests(server)).isEqualTo(2);
            assertThat(LimitedServer.toTheEnd(with(server, deed))).startsWith("HTTP/1.1 429");

            server.bean(LimitedServer.Endpoint.class).release();
            assertThat(held).allMatch(socket -> LimitedServer.toTheEnd(socket).endsWith("released"));
            Await.until("nothing is at work", () -> requests(server) == 0);
        }
    }

    @Test
    void whoIsUnknownTakesNoMinuteOfAnAccountAtTheSameAddress() {
        try (LimitedServer server =
                LimitedServer.start("unknown.max-requests-per-minute=2", "max-requests-per-minute=3")) {
            for (int i = 0; i < 3; i++) {
                assertThat(server.once("/quick", "X-Account: lan", "Authorization: Basic x"))
                        .startsWith("HTTP/1.1 200");
            }
            assertThat(server.once("/quick", "X-Account: lan", "Authorization: Basic x"))
                    .startsWith("HTTP/1.1 429");
            assertThat(server.once("/quick")).startsWith("HTTP/1.1 200");
            assertThat(server.once("/quick")).startsWith("HTTP/1.1 200");
            assertThat(server.once("/quick")).startsWith("HTTP/1.1 429");
            assertThat(server.once("/quick", "X-Account: mai", "Authorization: Basic x"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void connectionsOfNobodyKnownGiveTheirPlaces() throws IOException {
        try (LimitedServer server = LimitedServer.start("max-connections=8", "header-timeout=5m", "idle-timeout=5m")) {
            Socket known = server.admitted();
            List<Socket> crowd = open(7, server::asked);
            try (Socket further = server.admitted()) {
                assertThat(LimitedServer.toTheEnd(crowd.getFirst()))
                        .as("the oldest")
                        .isEmpty();
                LimitedServer.send(known, LimitedServer.get("/quick", "Connection: close"));
                assertThat(LimitedServer.toTheEnd(known)).endsWith("quick");
                assertThat(further.isConnected()).isTrue();
            }
            assertThat(ended(server, "crowded")).isEqualTo(1);
        }
    }

    @Test
    @Tag("long")
    void anAddressThatCrowdsIsServedByTurns() throws IOException {
        try (LimitedServer server = LimitedServer.start("max-connections-per-client=40", "idle-timeout=5m")) {
            List<Socket> crowd = open(30, () -> with(server, LimitedServer.get("/quick", "Connection: close")));
            assertThat(crowd).allMatch(socket -> LimitedServer.toTheEnd(socket).endsWith("quick"));
        }
    }

    @Test
    void anAnswerThatNobodyTakesEnds() throws InterruptedException, IOException {
        try (LimitedServer server = LimitedServer.start("transfer-grace=300ms");
                Socket deaf = with(server, LimitedServer.get("/large"))) {
            assertThat(server.bean(LimitedServer.Endpoint.class).abandoned().await(60, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(ended(server, "answer")).isEqualTo(1);
            assertThat(deaf.isConnected()).isTrue();
        }
    }

    @Test
    @Tag("long")
    void aLargeFileAndALargeAnswerPassTheSameLimits() throws IOException {
        try (LimitedServer server = LimitedServer.start("idle-timeout=60s");
                Socket socket = server.connect()) {
            byte[] file = new byte[8 << 20];
            LimitedServer.send(
                    socket,
                    "POST /size HTTP/1.1\r\nHost: localhost\r\nX-Account: lan\r\nContent-Type: text/csv\r\nContent-Length: "
                            + file.length + "\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(file);
            assertThat(LimitedServer.toTheEnd(socket)).endsWith(Integer.toString(file.length));
            assertThat(server.once("/large?megabytes=" + LARGE).length()).isGreaterThan(LARGE << 20);
        }
    }

    @Test
    void aFullServerSaysSoAndThenHasRoomAgain() throws IOException {
        try (LimitedServer server = LimitedServer.withProbes("max-connections=5", "idle-timeout=5m")) {
            List<Socket> crowd = open(5, server::admitted);
            String refused = server.once("/quick");
            assertThat(refused)
                    .startsWith("HTTP/1.1 503")
                    .contains("retry-after: 2", "application/problem+json", "urn:soto:problem:server-full", "Máy chủ");
            assertThat(server.once("/quick", "Accept-Language: en")).contains("The server is full");

            assertThat(refused(server, "server")).isEqualTo(2);
            assertThat(readStatus(server.connect("local.management.port"), "/actuator/health"))
                    .as("probes are answered")
                    .isEqualTo("HTTP/1.1 200");
            crowd.getFirst().close();
            Await.until("a place", () -> server.once("/quick").startsWith("HTTP/1.1 200"));
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    @Test
    @Tag("long")
    void oneClientHasSoManyConnections() throws IOException {
        try (LimitedServer server = LimitedServer.start("max-connections-per-client=3", "idle-timeout=5m")) {
            List<Socket> crowd = open(3, server::admitted);
            assertThat(server.once("/quick"))
                    .startsWith("HTTP/1.1 429")
                    .contains("retry-after: 2", "urn:soto:problem:too-many-connections", "Quá nhiều kết nối");
            crowd.getFirst().close();
            Await.until("a place", () -> server.once("/quick").startsWith("HTTP/1.1 200"));
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    /** Far beyond the limit connections are ended without an answer: answering takes room too. */
    @Test
    void aFloodIsNotEvenAnswered() throws IOException {
        try (LimitedServer server = LimitedServer.start("max-connections=8", "idle-timeout=5m", "header-timeout=5m")) {
            List<Socket> crowd = open(8, server::admitted);
            // Refused connections that say nothing keep their places for some seconds.
            List<Socket> flood = open(60, server::connect);
            assertThat(flood).allMatch(socket -> LimitedServer.toTheEnd(socket).isEmpty());
            assertThat(refused(server, "server")).isEqualTo(60);
            assertThat(ended(server, "header"))
                    .as("those that could have been answered")
                    .isGreaterThan(0)
                    .isLessThan(60);
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    @Test
    void oneClientHasSoManyRequestsAtWork() throws IOException {
        try (LimitedServer server = LimitedServer.start("max-requests-per-client=2")) {
            List<Socket> held = open(2, () -> with(server, LimitedServer.get("/held", "Connection: close")));
            Await.until(
                    "two that wait",
                    () -> server.bean(LimitedServer.Endpoint.class).waiting() == 2);
            assertThat(server.once("/quick"))
                    .startsWith("HTTP/1.1 429")
                    .contains(
                            "Retry-After: 2", "urn:soto:problem:too-many-requests", "đang gửi quá nhiều lần cùng lúc");
            assertThat(server.once("/quick", "X-Forwarded-For: 203.0.113.9"))
                    .as("nobody is believed who is no trusted proxy")
                    .startsWith("HTTP/1.1 429");

            server.bean(LimitedServer.Endpoint.class).release();
            assertThat(held).allMatch(socket -> LimitedServer.toTheEnd(socket).endsWith("released"));
            Await.until("a place", () -> server.once("/quick").startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    @Tag("long")
    void aStreamOfEventsIsNotAtWorkWhileItIsOpen() throws IOException {
        try (LimitedServer server =
                LimitedServer.start("max-requests=1", "max-requests-per-client=1", "idle-timeout=300ms")) {
            List<Socket> streams = open(3, () -> {
                Socket stream = with(server, LimitedServer.get("/stream", "Connection: close"));
                begun(stream);
                return stream;
            });
            assertThat(server.once("/quick")).startsWith("HTTP/1.1 200");
            Await.until("no request", () -> requests(server) == 0);

            server.bean(LimitedServer.Endpoint.class).release();
            assertThat(streams)
                    .allMatch(socket -> LimitedServer.toTheEnd(socket).contains("data:released"));
            Await.until("a place", () -> server.once("/quick").startsWith("HTTP/1.1 200"));
        }
    }

    /** Reads the head and the first event. */
    private static void begun(Socket stream) {
        try {
            StringBuilder read = new StringBuilder();
            while (!read.toString().contains("data:begun")) {
                int next = stream.getInputStream().read();
                assertThat(next).as(read.toString()).isNotNegative();
                read.append((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Behind a proxy, each of its clients for itself. */
    @Test
    @Tag("long")
    void oneClientSendsSoManyRequestsAMinute() {
        try (LimitedServer server =
                LimitedServer.start("unknown.max-requests-per-minute=2", "trusted-proxies=127.0.0.0/8")) {
            String fast = "X-Forwarded-For: 203.0.113.9";
            assertThat(server.once("/quick", fast)).startsWith("HTTP/1.1 200");
            assertThat(server.once("/quick", fast)).startsWith("HTTP/1.1 200");
            assertThat(server.once("/quick", fast))
                    .startsWith("HTTP/1.1 429")
                    .containsPattern("Retry-After: ([1-9]|[12][0-9]|3[01])\r\n")
                    .contains("urn:soto:problem:too-fast", "Gửi quá nhanh");
            assertThat(server.once("/quick", "X-Forwarded-For: 203.0.113.10")).startsWith("HTTP/1.1 200");
            assertThat(server.bean(MeterRegistry.class)
                            .counter("soto.http.requests.refused", "port", "api", "limit", "rate")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void theServerHasSoManyRequestsAtWorkWhoeverSendsThem() {
        try (LimitedServer server =
                LimitedServer.start("max-requests=2", "max-requests-per-client=2", "trusted-proxies=127.0.0.0/8")) {
            List<Socket> held = List.of(
                    with(
                            server,
                            LimitedServer.get(
                                    "/held", "Connection: close", "X-Account: 1", "X-Forwarded-For: 203.0.113.1")),
                    with(
                            server,
                            LimitedServer.get(
                                    "/held", "Connection: close", "X-Account: 2", "X-Forwarded-For: 203.0.113.2")));
            Await.until(
                    "two that wait",
                    () -> server.bean(LimitedServer.Endpoint.class).waiting() == 2);
            assertThat(requests(server)).isEqualTo(2);
            assertThat(server.once("/quick", "X-Forwarded-For: 203.0.113.3"))
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 2", "urn:soto:problem:server-busy", "Máy chủ đang bận");
            assertThat(server.once("/actuator/health/x", "X-Forwarded-For: 203.0.113.3"))
                    .as("what asks for health passes, here to nothing")
                    .startsWith("HTTP/1.1 404");
            assertThat(server.once("/actuator/healthy", "X-Forwarded-For: 203.0.113.3"))
                    .startsWith("HTTP/1.1 503");
            assertThat(server.bean(MeterRegistry.class)
                            .counter("soto.http.requests.refused", "port", "api", "limit", "server")
                            .count())
                    .isEqualTo(2);

            server.bean(LimitedServer.Endpoint.class).release();
            assertThat(held).allMatch(socket -> LimitedServer.toTheEnd(socket).endsWith("released"));
            Await.until("a place", () -> server.once("/quick").startsWith("HTTP/1.1 200"));
            Await.until("no request", () -> requests(server) == 0);
        }
    }

    @Test
    void behindATrustedProxyEveryClientIsCountedByItself() throws IOException {
        try (LimitedServer server = LimitedServer.start(
                "max-requests-per-client=1", "max-connections-per-client=1", "trusted-proxies=127.0.0.0/8")) {
            Socket held = with(
                    server,
                    LimitedServer.get("/held", "Connection: close", "X-Forwarded-For: 198.51.100.7, 203.0.113.9"));
            Await.until(
                    "two that wait",
                    () -> server.bean(LimitedServer.Endpoint.class).waiting() == 1);
            assertThat(server.once("/quick", "X-Forwarded-For: 203.0.113.9")).startsWith("HTTP/1.1 429");
            assertThat(server.once("/quick", "X-Forwarded-For: 203.0.113.10")).startsWith("HTTP/1.1 200");
            assertThat(server.once("/quick", "X-Forwarded-For: 198.51.100.8, 203.0.113.9"))
                    .as("what the client itself claims is ignored")
                    .startsWith("HTTP/1.1 429");
            assertThat(server.once("/quick", "X-Forwarded-For: !!!")).startsWith("HTTP/1.1 200");
            held.close();
        }
    }

    /** A failure of the server itself is answered with an id, by which the operator finds it. */
    @Test
    void aFailureOfTheServerSaysItsId() {
        try (LimitedServer server = LimitedServer.start()) {
            String answer = server.once("/broken");
            assertThat(answer)
                    .startsWith("HTTP/1.1 500")
                    .containsPattern("\"failure\":\"[0-9a-f]{8}-[^\"]+\"")
                    .containsPattern("báo bộ phận kỹ thuật mã [0-9a-f]{8}-");
        }
    }

    private static String readStatus(Socket socket, String path) throws IOException {
        try (socket) {
            LimitedServer.send(socket, LimitedServer.get(path, "Connection: close"));
            InputStream answer = socket.getInputStream();
            return new String(answer.readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
        }
    }
}
