package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.allinone.account.AccountsFile;
import vn.soto.contracts.access.Role;
import vn.soto.ledger.LedgerReader;
import vn.soto.testkit.SettableClock;

/** Sends commands and questions to the product over HTTP, on the days of a story. */
final class CommuneClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    /** Of a question about a commit that does not come in time. */
    private static final int NOT_YET = 503;
    /** Of one about a commit that is not written. */
    private static final int NOT_WRITTEN = 400;

    private static final Pattern CODE = Pattern.compile("Mã tờ in: ([0-9A-Z-]{30})\\.");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final HttpClient http = HttpClient.newHttpClient();
    private final SettableClock clock;
    private final RunningProduct product;
    private final Map<String, String[]> signedIn = new HashMap<>();

    CommuneClient(Path folder, LocalDate first, String... settings) {
        clock = new SettableClock(
                first.atTime(LocalTime.of(8, 0)).atZone(VIETNAM).toInstant());
        product = RunningProduct.startAt(clock, folder, settings);
    }

    /** It is eight in the morning of that day. */
    void on(String day) {
        clock.set(
                LocalDate.parse(day).atTime(LocalTime.of(8, 0)).atZone(VIETNAM).toInstant());
    }

    /** It is so much later. */
    void later(Duration by) {
        clock.set(clock.instant().plus(by));
    }

    LedgerReader ledger() {
        return product.context().getBean(LedgerReader.class);
    }

    long tail() {
        return ledger().tail().number();
    }

    private HttpRequest.Builder request(String account, String path) {
        String[] header = signedIn.computeIfAbsent(
                account, signing -> product.authorization(signing).split(": ", 2));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + product.port() + path))
                .header(Objects.requireNonNull(header)[0], header[1]);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(request.toString(), e);
        }
    }

    private static JsonNode answered(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode())
                .as(answer.request() + " " + answer.body())
                .isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String account, String path, String type, String body) {
        return send(request(account, path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Sends a form of a page, and returns the page that answers. */
    String page(String account, String path, String form) {
        HttpResponse<String> answer = send(request(account, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(form))
                .build());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** A page that knows everything recorded so far. */
    String shown(Role role, String path) {
        HttpResponse<String> page = send(request(AccountsFile.nameOf(role), path + "?atLeast=" + tail())
                .header("Accept", "text/html")
                .GET()
                .build());
        assertThat(page.statusCode()).as(path + " " + page.body()).isEqualTo(200);
        return page.body();
    }

    /** Tries a command, and returns why it would be refused; empty if it would be recorded. Malformed it is not. */
    String tried(Role role, String path, String body) {
        HttpResponse<String> answer = post(AccountsFile.nameOf(role), path + "?dryRun=true", "application/json", body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(200, 422);
        return answer.statusCode() == 200 ? "" : answer.body();
    }

    /** Sends a command, and returns the answer, which has that status. */
    JsonNode sent(String account, String path, String body, int status) {
        return answered(post(account, path, "application/json", body), status);
    }

    /** Sends a command of an account, and returns the status. */
    int status(String account, String path, String body) {
        return post(account, path, "application/json", body).statusCode();
    }

    /** Sends a command that is recorded, and returns its answer. */
    JsonNode tell(Role role, String path, String body) {
        return tell(AccountsFile.nameOf(role), path, body);
    }

    JsonNode tell(String account, String path, String body) {
        return sent(account, path, body, 201);
    }

    /** Sends a command that is refused, and returns the problem. */
    JsonNode refused(Role role, String path, String body) {
        return refused(AccountsFile.nameOf(role), path, body);
    }

    JsonNode refused(String account, String path, String body) {
        return sent(account, path, body, 422);
    }

    /** Sends a command that makes something, and returns its id. */
    String made(Role role, String path, String body) {
        return made(AccountsFile.nameOf(role), path, body);
    }

    String made(String account, String path, String body) {
        return tell(account, path, body).get("command").asString();
    }

    /** Sends commands one a line, and returns their statuses. */
    List<String> batch(Role role, List<String> lines) {
        HttpResponse<String> answer = post(
                AccountsFile.nameOf(role), "/api/commands", "application/x-ndjson", String.join("\n", lines) + "\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body()
                .lines()
                .map(line -> JSON.readTree(line).get("status").asString())
                .toList();
    }

    JsonNode file(Role role, String path, String file, int status) {
        return answered(post(AccountsFile.nameOf(role), path, "text/csv; charset=utf-8", file), status);
    }

    /** The answer to a question that knows everything recorded so far. */
    JsonNode ask(String path) {
        return asked(path, 200).get("answer");
    }

    JsonNode asked(String path, int status) {
        return asked(Role.AUDITOR, path, status);
    }

    JsonNode asked(Role role, String path, int status) {
        return asked(AccountsFile.nameOf(role), path, status);
    }

    JsonNode asked(String account, String path, int status) {
        return answered(asking(account, path, tail()), status);
    }

    private HttpResponse<String> asking(String account, String path, long atLeast) {
        String known = path + (path.contains("?") ? "&" : "?") + "atLeast=" + atLeast;
        return send(request(account, known).GET().build());
    }

    /** The answer to a question that is a table, with everything recorded so far. */
    String table(Role role, String path) {
        HttpResponse<String> answer = send(request(AccountsFile.nameOf(role), path + "?file=csv&atLeast=" + tail())
                .setHeader("Accept", "text/html")
                .GET()
                .build());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** A page as a paper, as an account prints it; the answer has that status. */
    byte[] paper(String account, String path, int status) {
        String asked = path + (path.contains("?") ? "&" : "?") + "file=pdf&atLeast=" + tail();
        try {
            HttpResponse<byte[]> answer = http.send(
                    request(account, asked).header("Accept", "text/html").GET().build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode())
                    .as(path + " " + new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith(status == 200 ? "application/pdf" : "text/html");
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    byte[] paper(Role role, String path, int status) {
        return paper(AccountsFile.nameOf(role), path, status);
    }

    /** The text of a paper, with one blank for any space. */
    static String text(byte[] paper) {
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new AssertionError("no paper", e);
        }
    }

    /** The code on the last sheet of a paper, by which everybody finds it; the address there ends with it. */
    static String code(byte[] paper) {
        String text = text(paper);
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as(text).isTrue();
        assertThat(text).contains("/verify/" + code.group(1));
        return code.group(1);
    }

    /** The answer to somebody without an account. */
    HttpResponse<String> anybody(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + product.port() + path))
                .GET()
                .build());
    }

    JsonNode read(HttpResponse<String> answer) {
        return answered(answer, 200);
    }

    /** The description of the API. */
    JsonNode document() {
        return asked("/api/openapi.json", 200);
    }

    <T> T bean(Class<T> type) {
        return product.context().getBean(type);
    }

    /** A unit by a resolution of January 2026; {@code more} are further fields, each with its comma. */
    void unit(String account, String id, String kind, String name, String more) {
        tell(account, "/api/units", """
                {"unit":"%s","kind":"%s","name":"%s",%s"instrument":{"number":"01/NQ-HĐND","signedOn":"2026-01-05"},
                 "effectiveFrom":"2026-01-10"}
                """.formatted(id, kind, name, more));
    }

    void unit(Role role, String id, String kind, String name, String more) {
        unit(AccountsFile.nameOf(role), id, kind, name, more);
    }

    /** The id of a new team of three, led by the first of them, which works in one unit from July 2026 on. */
    String team(String account, String name, String unit, String first, String second, String third) {
        return made(account, "/api/teams", """
                {"name":"%s","foundingDecision":{"number":"12/QĐ-UBND","signedOn":"2026-06-20"},"coverage":["%s"],
                 "leader":"%s","effectiveFrom":"2026-07-01",
                 "members":[{"member":"%s","organisation":"NEIGHBOURHOOD_HEAD"},
                            {"member":"%s","organisation":"YOUTH_UNION"},
                            {"member":"%s","organisation":"WOMENS_UNION"}]}
                """.formatted(name, unit, first, first, second, third));
    }

    String team(Role role, String name, String unit, int first) {
        return team(AccountsFile.nameOf(role), name, unit, member(first), member(first + 1), member(first + 2));
    }

    static String member(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    /** From now on the ledger gives the accounts their rights; those of members and leaders are those of the members named. */
    void grants(Map<String, String> members) {
        LedgerGrants.record(product.context(), AccountsFile.read(product.data().resolve("accounts")), members);
    }

    /** The second administrator approves a plan. */
    void approve(String plan) {
        sent("administrator-2", "/api/plans/" + plan + "/approval", "{}", 201);
    }

    /** Sends a command that waits for the second administrator, who approves it. */
    void agreed(Role role, String path, String body) {
        String plan =
                sent(AccountsFile.nameOf(role), path, body, 202).get("plan").asString();
        approve(plan);
        completed(plan);
    }

    /** Waits until a plan is carried out. */
    JsonNode completed(String plan) {
        return await(
                "/api/plans/" + plan, answer -> answer.get("state").asString().equals("COMPLETED"));
    }

    /** Asks until the answer is the wanted one; each question waits for a further commit, where that is written already. */
    private JsonNode await(String path, Predicate<JsonNode> done) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        JsonNode answer = asked(path, 200);
        while (!done.test(answer.get("answer"))) {
            assertThat(System.nanoTime()).as("%s is still %s", path, answer).isLessThan(deadline);
            long next = answer.at("/freshness/commit").asLong() + 1;
            HttpResponse<String> further = asking(AccountsFile.nameOf(Role.AUDITOR), path, next);
            assertThat(further.statusCode()).as(further.body()).isIn(200, NOT_YET, NOT_WRITTEN);
            answer = further.statusCode() == 200 ? JSON.readTree(further.body()) : asked(path, 200);
        }
        return answer.get("answer");
    }

    static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.get(field).asString())
                .toList();
    }

    @Override
    public void close() {
        http.close();
        product.close();
    }
}
