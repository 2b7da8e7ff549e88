package vn.soto.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.harness.AllInOne;
import vn.soto.harness.DemoData;
import vn.soto.harness.ProductClient;
import vn.soto.harness.TargetFolder;

/**
 * Fifty clerks who record a visit each twenty seconds, a home after a start, and the memory that the product then has. Times are those of the machine, which must be quiet. With
 * {@code -Dsoto.running=<address>} and {@code -Dsoto.running.data=<folder>} it is a product that runs already.
 */
@Tag("long")
@Tag("processes")
final class ClerksIT {

    private static final int CLERKS = 50;
    private static final Duration EACH = Duration.ofSeconds(20);
    private static final int VISITS = 6;
    private static final Duration PAGE_AFTER_A_COMMAND = Duration.ofMillis(300);
    private static final Duration FIRST_HOME = Duration.ofMillis(500);
    private static final Duration LATER_HOME = Duration.ofMillis(150);
    private static final long RESIDENT = 1L << 30;

    /** A browser that is signed in. */
    private static final class Clerk {

        private final URI address;
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        Clerk(URI address, String account, String password) {
            this.address = address;
            assertThat(post("/sign-in", Map.of("account", account, "password", password, "to", "/me"))
                            .statusCode())
                    .isEqualTo(200);
        }

        String page(String path) {
            return send(HttpRequest.newBuilder(address.resolve(path))).body();
        }

        HttpResponse<String> post(String path, Map<String, String> form) {
            String body = form.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString(body)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            return ProductClient.send(http, request.header("Accept", "text/html"));
        }

        /** @return how long the receipt took, from sending the form */
        Duration visit(int which) {
            Document form = Jsoup.parse(page("/visit"));
            List<Element> households = form.select("input[name=household]:not([value=walk-in])");
            assertThat(households).as(form.text()).isNotEmpty();
            Map<String, String> filled = form.select("#visit input[type=hidden], #visit input[checked]").stream()
                    .collect(Collectors.toMap(
                            field -> field.attr("name"), field -> field.attr("value"), (one, other) -> other));
            filled.put("household", households.get(which % households.size()).attr("value"));
            filled.put("content.services", form.select(".chip input").attr("value"));
            filled.put("_step", "give");
            long from = System.nanoTime();
            HttpResponse<String> receipt = post("/visit", filled);
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            assertThat(Jsoup.parse(receipt.body()).select("#receipt"))
                    .as(receipt.body())
                    .hasSize(1);
            return took;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Duration timed(Runnable asked) {
        long from = System.nanoTime();
        asked.run();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static Duration percentile(List<Duration> times, int percent) {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    @Test
    @SuppressWarnings("SystemOut") // the figures are what the test is for
    void pagesAreAsQuickAsSomebodyWaitsFor() throws Exception {
        String running = System.getProperty("soto.running", "");
        if (!running.isEmpty()) {
            measure(URI.create(running), ProductClient.passwords(Path.of(System.getProperty("soto.running.data"))));
            return;
        }
        try (AllInOne product =
                AllInOne.asDelivered(DemoData.copyTo(TargetFolder.emptied("clerks")), "--soto.warm-up=on")) {
            product.awaitStarted();
            product.awaitCaughtUp();
            measure(product.address(), product.passwords());
            assertThat(residentBytes(product.process())).isLessThanOrEqualTo(RESIDENT);
        }
    }

    private static long residentBytes(Process process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @SuppressWarnings("SystemOut") // the figures are what the test is for
    private static void measure(URI address, Map<String, String> passwords) throws Exception {
        Clerk officer = new Clerk(address, "officer", passwords.getOrDefault("officer", ""));
        List<Duration> homes =
                Stream.generate(() -> timed(() -> officer.page("/"))).limit(30).toList();
        Clerk member = new Clerk(address, "member", passwords.getOrDefault("member", ""));
        List<Duration> receipts = visits(member);
        System.out.printf(
                "home first %s, from the tenth p50 %s p99 %s; %d visits of %d clerks: page after a command p50 %s p99 %s%n",
                homes.getFirst(),
                percentile(homes.subList(9, 30), 50),
                percentile(homes.subList(9, 30), 99),
                receipts.size(),
                CLERKS,
                percentile(receipts, 50),
                percentile(receipts, 99));

        assertThat(homes.getFirst()).isLessThanOrEqualTo(FIRST_HOME);
        assertThat(percentile(homes.subList(9, 30), 50)).isLessThanOrEqualTo(LATER_HOME);
        assertThat(percentile(receipts, 99)).isLessThanOrEqualTo(PAGE_AFTER_A_COMMAND);
    }

    /** Each clerk begins at another moment of the twenty seconds, as people do. */
    private static List<Duration> visits(Clerk member) throws Exception {
        List<Future<Duration>> running = new ArrayList<>();
        try (ScheduledExecutorService clerks = Executors.newScheduledThreadPool(CLERKS)) {
            for (int visit = 0; visit < VISITS; visit++) {
                for (int clerk = 0; clerk < CLERKS; clerk++) {
                    int which = visit * CLERKS + clerk;
                    running.add(clerks.schedule(
                            () -> member.visit(which),
                            EACH.multipliedBy(which).dividedBy(CLERKS).toMillis(),
                            TimeUnit.MILLISECONDS));
                }
            }
        }
        List<Duration> receipts = new ArrayList<>();
        for (Future<Duration> each : running) {
            receipts.add(each.get());
        }
        // The first of each clerk warm the program up.
        return receipts.subList(CLERKS, receipts.size());
    }
}
