package vn.soto.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookieStore;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import vn.soto.e2e.attack.Experience.Times;
import vn.soto.harness.AllInOne;
import vn.soto.harness.ProductClient;

/**
 * Honest users: leaders who record, readers of a dashboard, of a person's file and of the sign-in page, and an
 * administrator who locks. One checks a file of households, and one signs in on a known device without a session.
 */
final class HonestPeople implements AutoCloseable {

    private static final int LEADERS = 2;
    private static final String LOCKED_PASSWORD = "cánh đồng lúa chín";
    private static final Duration HANGS = Duration.ofSeconds(30);

    private final AllInOne product;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient device =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final HttpClient lockedDevice =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger next = new AtomicInteger();
    private String locked = "";
    private String unit = "";
    private String person = "";

    HonestPeople(AllInOne product) {
        this.product = product;
    }

    /** Signs in on the device, and makes the account that is locked. */
    void beginning() {
        CrowdIT.accepted(signIn());
        JsonNode made =
                CrowdIT.read(product.post("administrator", "/api/local-accounts", "{\"name\":\"to-be-locked\"}"));
        locked = made.path("account").asString("");
        String first = made.path("password").asString("");
        CrowdIT.accepted(signIn(lockedDevice, "to-be-locked", first));
        CrowdIT.accepted(ProductClient.send(
                lockedDevice,
                ofDevice("/api/me/password")
                        .POST(BodyPublishers.ofString(
                                "{\"password\":\"%s\",\"newPassword\":\"%s\"}".formatted(first, LOCKED_PASSWORD)))));
        unit = product.json("auditor", "/api/units/bau-bang-07")
                .at("/answer/name")
                .asString();
        person = "member:" + CrowdIT.members(product).getLast();
    }

    /** Lets them work for so long. */
    Experience during(Duration length) throws Exception {
        long begin = System.nanoTime();
        long until = begin + length.toNanos();
        Duration product = cpu(this.product.process().toHandle());
        Duration callers = cpu(ProcessHandle.current());
        AtomicInteger refused = new AtomicInteger();
        List<Future<Times>> commands = new ArrayList<>();
        for (int leader = 0; leader < LEADERS; leader++) {
            commands.add(doing(until, Duration.ofMillis(50), refused, this::command));
        }
        Future<Times> questions = doing(until, Duration.ofMillis(200), refused, this::question);
        Future<Times> uploads = doing(until, Duration.ofSeconds(1), refused, () -> inTurn(this::upload));
        Future<Times> files = doing(until, Duration.ofSeconds(1), refused, () -> inTurn(this::file));
        Future<Times> pages = doing(until, Duration.ofMillis(200), new AtomicInteger(), this::page);
        Future<Times> signIns = doing(until, Duration.ofSeconds(2), refused, this::signIn);
        Future<Times> locks = threads.submit(() -> locks(until, refused));
        List<Duration> all = new ArrayList<>();
        for (Future<Times> each : commands) {
            all.addAll(each.get().sorted());
        }
        return new Experience(
                new Times(all),
                questions.get(),
                uploads.get(),
                files.get(),
                pages.get(),
                signIns.get(),
                locks.get(),
                refused.get(),
                sinceThen(this.product.process().toHandle(), product, begin),
                sinceThen(ProcessHandle.current(), callers, begin));
    }

    /** The part of a core's time since then that a process took. */
    private static double sinceThen(ProcessHandle process, Duration before, long begin) {
        return cpu(process).minus(before).toNanos() / (double) (System.nanoTime() - begin);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private interface Deed {
        HttpResponse<String> answer();
    }

    private Future<Times> doing(long until, Duration pause, AtomicInteger refused, Deed deed) {
        return threads.submit(() -> {
            List<Duration> times = new ArrayList<>();
            while (System.nanoTime() < until) {
                long from = System.nanoTime();
                boolean answered = isAnswered(deed.answer(), refused);
                times.add(Duration.ofNanos(System.nanoTime() - from));
                LockSupport.parkNanos(
                        answered ? pause.toNanos() : Duration.ofSeconds(1).toNanos());
            }
            return new Times(times);
        });
    }

    /** As it should be; a refusal is counted, and everything else fails. */
    private static boolean isAnswered(HttpResponse<String> answer, AtomicInteger refused) {
        if (answer.statusCode() == 429 || answer.statusCode() == 503) {
            refused.incrementAndGet();
            return false;
        }
        CrowdIT.accepted(answer);
        return true;
    }

    /** Heavy work is sent again by whoever was told the place, as the answer says. */
    private static HttpResponse<String> inTurn(Deed deed) {
        HttpResponse<String> answer = deed.answer();
        while (answer.statusCode() == 503 && answer.body().contains("heavy-work-waits")) {
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            answer = deed.answer();
        }
        return answer;
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

    private HttpResponse<String> question() {
        return product.get("auditor", "/api/dashboards/hcm-013?quarter=2025-Q1");
    }

    private HttpResponse<String> upload() {
        return product.send(product.request(
                        "leader", "/api/imports/households?dryRun=true", "Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString("Địa bàn,Mã hộ\n%s,UP-%d\n".formatted(unit, next.incrementAndGet()))));
    }

    private HttpResponse<String> file() {
        return product.get("auditor", "/api/persons/" + person + "/file");
    }

    /** Over a connection of its own, as somebody comes who was not there before. */
    private HttpResponse<String> page() {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            return ProductClient.send(
                    stranger,
                    product.request("", "/sign-in", "Accept", "text/html").GET());
        }
    }

    /** The cookies that the device keeps after its session tell that it is known, and nothing else. */
    private HttpResponse<String> signIn() {
        CookieStore kept = cookies.getCookieStore();
        List.copyOf(kept.getCookies()).stream()
                .filter(cookie -> !cookie.getName().contains("device"))
                .forEach(session -> kept.remove(null, session));
        return signIn(device, "viewer", product.password("viewer"));
    }

    private HttpResponse<String> signIn(HttpClient browser, String account, String password) {
        return ProductClient.send(
                browser,
                ofDevice("/sign-in")
                        .POST(BodyPublishers.ofString(
                                "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password))));
    }

    private HttpRequest.Builder ofDevice(String path) {
        return HttpRequest.newBuilder(product.address().resolve(path))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin");
    }

    private Times locks(long until, AtomicInteger refused) {
        List<Duration> times = new ArrayList<>();
        while (System.nanoTime() < until) {
            CrowdIT.accepted(signIn(lockedDevice, "to-be-locked", LOCKED_PASSWORD));
            assertThat(me()).isEqualTo(200);
            long from = System.nanoTime();
            boolean answered = isAnswered(lock("lock"), refused);
            while (answered && me() != 401) {
                assertThat(System.nanoTime() - from).as("the lock holds").isLessThan(HANGS.toNanos());
            }
            times.add(Duration.ofNanos(System.nanoTime() - from));
            CrowdIT.accepted(lock("unlock"));
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        return new Times(times);
    }

    private HttpResponse<String> lock(String deed) {
        return product.post("administrator", "/api/local-accounts/" + locked + "/" + deed, "{}");
    }

    /** How the next request of the account that is locked is answered. */
    private int me() {
        return ProductClient.send(
                        lockedDevice, HttpRequest.newBuilder(product.address().resolve("/api/me")))
                .statusCode();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        device.close();
        lockedDevice.close();
    }
}
