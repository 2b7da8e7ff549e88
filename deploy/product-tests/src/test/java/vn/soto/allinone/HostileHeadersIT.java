package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import vn.soto.contracts.access.Role;
import vn.soto.testkit.RecordedLog;
import vn.soto.web.log.BoundedLayout;

/** Whatever a client sends, it gets no 500, and leaves no stack trace and no long line in the log. */
@Tag("threads")
@Isolated("listens to the log of everybody")
final class HostileHeadersIT {

    private static final int REQUESTS = Boolean.getBoolean("soto.long") ? 20_000 : 200;
    private static final long SEED = 11;

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "BREW", "get", "", "CONNECT");
    private static final List<String> PATHS = List.of(
            "/api/units",
            "/api/households",
            "/api/plans",
            "/api/commands",
            "/api/imports/members?dryRun=true",
            "/api/teams/t-1/members/m-1/hand-over",
            "/api/projections/activity/replay",
            "/actuator/health",
            "/actuator/prometheus",
            "/api/openapi.json",
            "/",
            "//",
            "//x:y/",
            "*",
            "/%",
            "/%zz",
            "/%00",
            "/%ff%fe",
            "/..;/api",
            "/api/units?asOf=%zz",
            "/api/units?asOf=%ff&asOf=1",
            "/api/units/" + "x".repeat(3_000),
            "/api/units/" + "x".repeat(9_000),
            "/api/units/a\u0001b",
            "http://other.example/api/units",
            "http://[::1/api/units",
            "api/units",
            "");
    private static final List<String> NAMES = List.of(
            "Accept-Language",
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Authorization",
            "Content-Type",
            "Content-Length",
            "Content-Encoding",
            "Cookie",
            "Correlation-Id",
            "Expect",
            "Forwarded",
            "Host",
            "Idempotency-Key",
            "If-Modified-Since",
            "If-None-Match",
            "Origin",
            "Range",
            "Sec-Fetch-Site",
            "Transfer-Encoding",
            "Upgrade",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "Bad Name",
            "");
    private static final List<String> VALUES = List.of(
            "!!!",
            "",
            " ",
            ",",
            ";",
            "*/*;q=x",
            "a/b/c",
            "text/plain; charset=nonsense",
            "application/json",
            "application/json; charset=\"",
            "application/json;=",
            "application/x-ndjson",
            "text/csv",
            "-1",
            "99999999999999999999",
            "chunked",
            "gzip, chunked",
            "100-continue",
            "Basic !!!",
            "Basic Og==",
            "Basic " + "A".repeat(2_000),
            "Bearer a.b.c",
            "h2c",
            "bytes=9-1",
            "en-\u0000",
            "en\tvi",
            "\u00ff\u00fe",
            "null",
            "https://evil.example",
            "999.999.999.999",
            "for=\"[::1\"",
            "[::1",
            "x".repeat(3_000),
            "x".repeat(9_000),
            "%n%s%d{}${jndi:ldap://x}",
            "0192db03-eac0-7fa0-8e12-930662955f6f",
            "Wed, 99 Foo 2026 99:99:99 GMT");
    private static final List<String> TYPES = List.of("application/json", "application/x-ndjson", "text/csv");
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "{",
            "[]",
            "null",
            "{\"to\":[null]}",
            "{\"name\":null}\n{",
            "\u0000",
            "a;b\n1;2\n",
            "x".repeat(2_000));

    @TempDir
    private static Path folder;

    private static RunningProduct product;
    private static RecordedLog log;

    private final BoundedLayout layout = new BoundedLayout();

    @BeforeAll
    static void start() {
        product = RunningProduct.start(
                folder,
                "--soto.http.header-timeout=300ms",
                "--soto.http.transfer-grace=300ms",
                // Many at length: the limit of an address would answer for what is attacked.
                "--soto.http.unknown.max-requests-per-minute=100000000",
                "--soto.http.max-requests-per-minute=100000000");
        log = RecordedLog.from(Level.WARN);
    }

    @AfterAll
    static void stop() {
        log.close();
        product.close();
    }

    @Test
    void noRequestIsAFailureOfTheServer() {
        Random random = new Random(SEED);
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            String request = request(random);
            String answer = product.exchange(request);
            if (answer.startsWith("HTTP/1.1 5")) {
                broken.add(request + "\n=> " + answer);
            }
        }
        assertThat(broken).as("seed %s", SEED).isEmpty();
        assertThatTheLogIsQuiet();
    }

    private static String request(Random random) {
        StringBuilder request = new StringBuilder();
        request.append(any(METHODS, random))
                .append(' ')
                .append(any(PATHS, random))
                .append(" HTTP/1.1\r\n");
        if (random.nextInt(10) > 0) {
            request.append("Host: localhost\r\n");
        }
        if (random.nextBoolean()) {
            request.append(product.authorization(Role.ADMINISTRATOR)).append("\r\n");
        }
        for (int headers = random.nextInt(4); headers > 0; headers--) {
            request.append(any(NAMES, random))
                    .append(": ")
                    .append(any(VALUES, random))
                    .append("\r\n");
        }
        String body = any(BODIES, random);
        if (random.nextBoolean()) {
            request.append("Content-Type: ").append(any(TYPES, random)).append("\r\n");
        }
        if (random.nextBoolean()) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return request.append("Connection: close\r\n\r\n").append(body).toString();
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void aLanguageThatIsNoneIsVietnamese() {
        String answer = product.exchange(
                "GET /api/units HTTP/1.1\r\nHost: localhost\r\nAccept-Language: !!!\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 401").contains("Cần đăng nhập");
        assertThatTheLogIsQuiet();
    }

    /** As a page whose name somebody points at this machine would ask (DNS rebinding). */
    @Test
    void aHostOfSomebodyElseIsRefusedButToProbes() {
        for (String host : List.of("Host: evil.example", "Host: 127.0.0.1.evil.example:80", "Host:", "X-No: host")) {
            assertThat(product.exchange("GET /api/units HTTP/1.1\r\n" + host + "\r\n"
                            + product.authorization(Role.ADMINISTRATOR) + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .startsWith("HTTP/1.1 400")
                    .contains("unknown-host");
            assertThat(product.exchange("GET /actuator/health HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aFormWhoseEncodingIsNoneIsRefused() {
        for (String path : List.of("/sign-in", "/sign-in/pin", "/sign-out")) {
            assertThat(product.exchange(
                            "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n"
                                    + "Content-Length: 22\r\n\r\naccount=%zz&password=x"))
                    .as(path)
                    .startsWith("HTTP/1.1 400");
        }
        assertThatTheLogIsQuiet();
    }

    /** An endpoint that reads the header by itself. */
    @Test
    void anAnswerThatIsNoMediaTypeIsNotAcceptable() {
        String file = "mã khu phố;họ tên\n";
        String answer =
                product.exchange("POST /api/imports/members?dryRun=true HTTP/1.1\r\nHost: localhost\r\nAccept: !!!\r\n"
                        + "Content-Type: text/csv\r\n" + product.authorization(Role.ADMINISTRATOR)
                        + "\r\nConnection: close\r\n"
                        + "Content-Length: " + file.length() + "\r\n\r\n" + file);

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
        assertThatTheLogIsQuiet();
    }

    /** Null where a list of objects is expected. */
    @Test
    void aReceiverThatIsNobodyIsMissing() {
        String body = "{\"to\":[null],\"effectiveFrom\":\"2026-07-01\"}";
        String answer = product.exchange("POST /api/teams/t-1/members/m-1/hand-over HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\n" + product.authorization(Role.OFFICER)
                + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:soto:problem:bad-input", "\"field\":\"to\"");
        assertThatTheLogIsQuiet();
    }

    @Test
    void aClientThatHangsUpIsNoError() throws IOException {
        String head = "POST /api/imports/members HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + product.authorization(Role.ADMINISTRATOR) + "\r\n";
        for (String begun : List.of(
                "",
                "GET /api/un",
                head,
                head + "Content-Length: 1000\r\n\r\nabc",
                head + "Transfer-Encoding: chunked\r\n\r\n5\r\nab",
                head + "Transfer-Encoding: chunked\r\n\r\nzzz\r\n",
                "GET /api/openapi.json HTTP/1.1\r\nHost: localhost\r\n" + product.authorization(Role.AUDITOR)
                        + "\r\n\r\n")) {
            for (boolean reset : List.of(false, true)) {
                try (Socket socket = product.connect()) {
                    if (reset) {
                        socket.setSoLinger(true, 0);
                    }
                    socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        // Requests after them are answered by the same threads, which have seen the ends before.
        for (int i = 0; i < 16; i++) {
            product.exchange("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        }
        assertThatTheLogIsQuiet();
    }

    /** A scraper hangs up, and the thread that answers it is interrupted. */
    @Test
    void aMeterReadForNobodyIsNoFailure() {
        MeterRegistry meters = product.context().getBean(MeterRegistry.class);
        for (Gauge gauge : meters.find("soto.projection.lag.seconds").gauges()) {
            Thread.currentThread().interrupt();
            assertThat(gauge.value()).isNaN();
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThatTheLogIsQuiet();
    }

    private void assertThatTheLogIsQuiet() {
        List<ILoggingEvent> events = log.events();
        assertThat(events)
                .as("warnings, errors and stack traces")
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN) || event.getThrowableProxy() != null)
                .extracting(layout::doLayout)
                .isEmpty();
        assertThat(events)
                .flatExtracting(event -> layout.doLayout(event).lines().toList())
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length < 1024);
    }
}
