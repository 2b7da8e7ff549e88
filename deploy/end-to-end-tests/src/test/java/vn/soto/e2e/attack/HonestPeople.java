package vn.soto.e2e.attack;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import vn.soto.e2e.attack.Experience.Times;
import vn.soto.harness.AllInOne;
import vn.soto.harness.ProductClient;

/** A leader who records, somebody who opens the sign-in page, one who signs in on a known device, and an administrator who locks. */
final class HonestPeople implements AutoCloseable {

    private static final int LEADERS = 2;

    private final AllInOne product;
    private final HttpClient device =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger next = new AtomicInteger();
    private String locked = "";

    HonestPeople(AllInOne product) {
        this.product = product;
    }

    /** Signs in on the device, and makes the account that is locked. */
    void beginning() {
        CrowdIT.accepted(signIn());
        locked = CrowdIT.read(product.post("administrator", "/api/local-accounts", "{\"name\":\"to-be-locked\"}"))
                .path("account")
                .asString("");
    }

    /** Lets them work for so long. */
    Experience during(Duration length) throws Exception {
        long until = System.nanoTime() + length.toNanos();
        AtomicInteger refused = new AtomicInteger();
        List<Future<Times>> commands = new ArrayList<>();
        for (int leader = 0; leader < LEADERS; leader++) {
            commands.add(threads.submit(() -> times(until, Duration.ofMillis(50), refused, this::command)));
        }
        AtomicInteger ofStrangers = new AtomicInteger();
        Future<Times> pages = threads.submit(() -> times(until, Duration.ofMillis(200), ofStrangers, this::page));
        Future<Times> signIns = threads.submit(() -> times(until, Duration.ofSeconds(2), refused, this::signIn));
        Future<Times> locks = threads.submit(() -> times(until, Duration.ofSeconds(1), refused, this::lock));
        List<Duration> all = new ArrayList<>();
        for (Future<Times> each : commands) {
            all.addAll(each.get().sorted());
        }
        return new Experience(new Times(all), pages.get(), signIns.get(), locks.get(), refused.get());
    }

    private interface Deed {
        HttpResponse<String> answer();
    }

    /** Of those that were answered as they should be; a refusal is counted, and everything else fails. */
    private static Times times(long until, Duration pause, AtomicInteger refused, Deed deed) {
        List<Duration> times = Collections.synchronizedList(new ArrayList<>());
        while (System.nanoTime() < until) {
            long from = System.nanoTime();
            HttpResponse<String> answer = deed.answer();
            times.add(Duration.ofNanos(System.nanoTime() - from));
            if (answer.statusCode() == 429 || answer.statusCode() == 503) {
                refused.incrementAndGet();
            } else {
                CrowdIT.accepted(answer);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        return new Times(times);
    }

    private HttpResponse<String> command() {
        return product.send(product.request(
                        "leader",
                        "/api/households",
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                // A reference holds no number as long as those of persons.
                .POST(BodyPublishers.ofString(
                        "{\"unit\":\"bau-bang-07\",\"reference\":\"NEW-%d\"}".formatted(next.incrementAndGet()))));
    }

    /** Over a connection of its own, as somebody comes who was not there before. */
    private HttpResponse<String> page() {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            return ProductClient.send(
                    stranger,
                    product.request("", "/sign-in", "Accept", "text/html").GET());
        }
    }

    private HttpResponse<String> signIn() {
        return ProductClient.send(
                device,
                HttpRequest.newBuilder(product.address().resolve("/sign-in"))
                        .header("Content-Type", "application/json")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(
                                "{\"account\":\"viewer\",\"password\":\"%s\"}".formatted(product.password("viewer")))));
    }

    private HttpResponse<String> lock() {
        HttpResponse<String> answer = product.post("administrator", "/api/local-accounts/" + locked + "/lock", "{}");
        if (answer.statusCode() == 200) {
            CrowdIT.accepted(product.post("administrator", "/api/local-accounts/" + locked + "/unlock", "{}"));
        }
        return answer;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        device.close();
    }
}
