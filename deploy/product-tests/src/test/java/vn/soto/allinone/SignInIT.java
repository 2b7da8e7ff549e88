package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.allinone.account.AccountsFile;

/** Signing in to a fresh product and to one with accounts of an earlier version, over HTTP in this process. */
@Tag("threads")
final class SignInIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    @AutoClose
    private static RunningProduct product;

    @BeforeAll
    static void start() {
        product = RunningProduct.start(folder.resolve("data"));
    }

    /** A browser: it keeps cookies and says which site its pages are from. */
    private static final class Browser {

        private final RunningProduct visited;
        private final Map<String, String> cookies = new TreeMap<>();

        /** The scheme that a proxy in front states. */
        private String scheme = "http";

        Browser(RunningProduct visited) {
            this.visited = visited;
        }

        HttpResponse<String> get(String path) {
            return send(request(path).GET());
        }

        HttpResponse<String> post(String path, String json) {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString(json)));
        }

        HttpResponse<String> form(String path, String fields) {
            return form(path, fields, "same-origin");
        }

        /** @param site whose page has the form, as the browser says */
        HttpResponse<String> form(String path, String fields, String site) {
            return send(request(path)
                    .header("Accept", "text/html")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", site)
                    .POST(BodyPublishers.ofString(fields)));
        }

        HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + visited.port() + path))
                    .header("X-Forwarded-Proto", scheme);
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            return request;
        }

        HttpResponse<String> send(HttpRequest.Builder request) {
            HttpResponse<String> answer = SignInIT.send(request);
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        }

        private void keep(String header) {
            String[] pair = header.split(";", 2)[0].split("=", 2);
            if (header.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String credentials(String name, String password) {
        return JSON.writeValueAsString(Map.of("account", name, "password", password));
    }

    private static String password(String name) {
        return AccountsFile.read(folder.resolve("data/accounts")).stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow()
                .password();
    }

    private static Browser signedIn(String name) {
        Browser browser = new Browser(product);
        assertThat(browser.post("/sign-in", credentials(name, password(name))).statusCode())
                .isEqualTo(200);
        return browser;
    }

    private static String problem(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("type").asString().replace("urn:soto:problem:", "");
    }

    private static HttpResponse<String> basic(RunningProduct of, String name, String password, String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + of.port() + path))
                .header("Authorization", basic(name, password)));
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAccountOfAnEarlierVersionSignsInByItsPasswordAndStaysSignedIn() {
        Browser browser = new Browser(product);
        assertThat(browser.get("/api/units").statusCode()).isEqualTo(401);

        HttpResponse<String> answer = browser.post("/sign-in", credentials("officer", password("officer")));

        assertThat(JSON.readTree(answer.body()).get("account").asString()).isEqualTo("officer");
        assertThat(browser.cookies).containsKeys("soto-" + product.port(), "soto-device-" + product.port());
        assertThat(answer.headers().allValues("Set-Cookie"))
                .allMatch(cookie -> cookie.contains("HTTPOnly") && cookie.contains("SameSite=Lax"));
        assertThat(browser.get("/api/units").statusCode()).isEqualTo(200);
        assertThat(browser.post("/api/households", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void aProgramSendsItsPasswordWithEveryRequestAsBefore() {
        assertThat(basic(product, "auditor", password("auditor"), "/api/units").statusCode())
                .isEqualTo(200);
        HttpResponse<String> wrong = basic(product, "auditor", "wrong", "/api/units");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void theFormOfThePageSignsInAndGoesOnToAnAddressOfThisSiteAlone() {
        String fields = "account=officer&password=" + password("officer") + "&to=";
        for (String[] each : List.of(
                new String[] {"/teams/1?at=2", "/teams/1?at=2"},
                new String[] {"//evil.example", "/"},
                new String[] {"https://evil.example", "/"},
                new String[] {"/\\evil.example", "/"})) {
            HttpResponse<String> answer =
                    new Browser(product).form("/sign-in", fields + URLEncoder.encode(each[0], StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains(each[1]);
        }
    }

    @Test
    void aPageOfAnotherSiteChangesNothingInTheNameOfWhoIsSignedIn() {
        Browser browser = signedIn("officer");
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertThat(browser.send(browser.request("/api/households")
                                    .header("Content-Type", "application/json")
                                    .header("Sec-Fetch-Site", site)
                                    .POST(BodyPublishers.ofString("{}")))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(browser.send(browser.request("/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(BodyPublishers.ofString("account=member&password=" + password("member"))))
                        .statusCode())
                .as("nobody is signed in as somebody else")
                .isEqualTo(403);
    }

    @Test
    void signingOutEndsThisBrowsersSessionAndEverywhereEndsAll() {
        Browser phone = signedIn("leader");
        Browser office = signedIn("leader");

        Browser copied = new Browser(product);
        copied.cookies.putAll(phone.cookies);
        assertThat(phone.post("/sign-out", "{}").statusCode()).isEqualTo(204);
        assertThat(phone.get("/api/units").statusCode()).isEqualTo(401);
        assertThat(problem(copied.get("/api/units")))
                .as("the cookie in other hands")
                .isEqualTo("session-over");
        assertThat(office.get("/api/units").statusCode()).isEqualTo(200);

        Browser lost = signedIn("leader");
        assertThat(office.post("/sign-out-everywhere", "{}").statusCode()).isEqualTo(204);
        HttpResponse<String> over = lost.get("/api/units");
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(problem(over)).isEqualTo("session-over");
        assertThat(over.headers().firstValue("WWW-Authenticate"))
                .as("or the browser shows a dialog of its own")
                .isEmpty();
        assertThat(signedIn("leader").get("/api/units").statusCode()).isEqualTo(200);
    }

    @Test
    @Timeout(120)
    void aLiveStreamEndsWithItsSession() throws IOException {
        Browser phone = signedIn("leader");
        Browser office = signedIn("leader");
        try (BufferedReader onThePhone = live(phone.request("/api/live"));
                BufferedReader inTheOffice = live(office.request("/api/live"))) {
            assertThat(phone.post("/sign-out", "{}").statusCode()).isEqualTo(204);
            assertThat(onThePhone.lines().toList())
                    .as("it goes on to its end")
                    .noneMatch(line -> line.contains("commit"));
            assertThat(office.get("/api/units").statusCode()).isEqualTo(200);

            assertThat(office.post("/sign-out-everywhere", "{}").statusCode()).isEqualTo(204);
            assertThat(inTheOffice.lines().toList()).noneMatch(line -> line.contains("commit"));
        }
        assertThat(new Browser(product).get("/api/live").statusCode()).isEqualTo(401);
    }

    @Test
    @Timeout(120)
    void aLiveStreamEndsWithTheLockOfItsAccountHoweverItWasOpened() throws IOException {
        Browser administrator = signedIn("administrator");
        try (BufferedReader ofASession = live(signedIn("viewer").request("/api/live"));
                BufferedReader ofAPassword = live(new Browser(product)
                        .request("/api/live")
                        .header("Authorization", basic("viewer", password("viewer"))))) {
            assertThat(administrator
                            .post("/api/local-accounts/viewer/lock", "{}")
                            .statusCode())
                    .isEqualTo(200);
            for (BufferedReader stream : List.of(ofASession, ofAPassword)) {
                assertThat(stream.lines().filter(line -> line.equals("event:commit")))
                        .as("it ends, with the lock at most")
                        .hasSizeLessThan(2);
            }
        } finally {
            administrator.post("/api/local-accounts/viewer/unlock", "{}");
        }
    }

    /** A stream whose first message was read. */
    private static BufferedReader live(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> stream =
                    HTTP.send(request.header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
            List<String> first = new ArrayList<>();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                first.add(line);
            }
            assertThat(first)
                    .contains("event:commit")
                    .anyMatch(line -> line.startsWith("data:{\"commit\":") && line.contains("\"touched\":\"all\""));
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void nobodyIsToldWhetherAnAccountExists() {
        Browser browser = new Browser(product);
        HttpResponse<String> wrong = browser.post("/sign-in", credentials("auditor", "sai mật khẩu rồi"));
        HttpResponse<String> unknown = browser.post("/sign-in", credentials("khong-co-ai", "sai mật khẩu rồi"));

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void peopleWhoShareAPhoneSwitchByPin() {
        Browser phone = signedIn("member");
        assertThat(phone.post("/api/me/pin", "{\"pin\":\"270613\"}").statusCode())
                .isEqualTo(400);
        assertThat(problem(phone.post("/api/me/pin", pin("270613", "sai mật khẩu"))))
                .isEqualTo("sign-in-refused");
        assertThat(phone.get("/sign-in/accounts").body()).isEqualTo("[]");
        assertThat(phone.post("/api/me/pin", pin("123456", password("member"))).statusCode())
                .isEqualTo(422);
        assertThat(phone.post("/api/me/pin", pin("270613", password("member"))).statusCode())
                .isEqualTo(204);
        assertThat(phone.post("/sign-in", credentials("officer", password("officer")))
                        .statusCode())
                .isEqualTo(200);

        assertThat(phone.get("/sign-in/accounts").body()).isEqualTo("[\"member\"]");
        HttpResponse<String> switched = phone.post("/sign-in/pin", "{\"account\":\"member\",\"pin\":\"270613\"}");
        assertThat(JSON.readTree(switched.body()).get("account").asString()).isEqualTo("member");
        assertThat(JSON.readTree(switched.body())
                        .get("changes")
                        .get(0)
                        .get("action")
                        .asString())
                .isEqualTo("PIN_SET");
        assertThat(sessionIn(switched)).as("a PIN proves nobody").contains("\"p\":0");
        assertThatWhoSignsInIsToldOfThePin(phone);

        Browser stranger = new Browser(product);
        assertThat(stranger.get("/sign-in/accounts").body()).isEqualTo("[]");
        assertThat(stranger.post("/sign-in/pin", "{\"account\":\"member\",\"pin\":\"270613\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void thePasswordAloneOpensTheKeyOfAPhoneAndOnlyForItsAccount() {
        Browser phone = signedIn("member");
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        String sealed = JSON.readTree(phone.post("/api/me/phone-key", "{\"key\":\"" + key + "\"}")
                        .body())
                .get("sealed")
                .asString();

        assertThat(phone.post("/api/me/phone-key", "{\"key\":\"AAAA\"}").statusCode())
                .isEqualTo(400);
        assertThat(problem(phone.post("/api/me/phone-key/open", opening(sealed, "sai mật khẩu"))))
                .isEqualTo("sign-in-refused");
        assertThat(phone.post("/api/me/phone-key/open", opening(sealed, password("member")))
                        .body())
                .contains(key);
        assertThat(problem(signedIn("officer").post("/api/me/phone-key/open", opening(sealed, password("officer")))))
                .isEqualTo("phone-key-unreadable");
    }

    private static String opening(String sealed, String password) {
        return JSON.writeValueAsString(Map.of("sealed", sealed, "password", password));
    }

    private static String sessionIn(HttpResponse<String> answer) {
        String cookie = answer.headers().allValues("set-cookie").stream()
                .filter(each -> !each.startsWith("soto-device"))
                .findFirst()
                .orElseThrow();
        return new String(Base64.getUrlDecoder().decode(cookie.split("\\.", -1)[2]), StandardCharsets.UTF_8);
    }

    private static String pin(String pin, String password) {
        return JSON.writeValueAsString(Map.of("pin", pin, "password", password));
    }

    /** By a page that leads on to the one that was asked for; the next time it is not told again. */
    private static void assertThatWhoSignsInIsToldOfThePin(Browser phone) {
        String fields = "account=member&password=" + password("member") + "&to=%2Fteams%3Fx%3D1%26y%3D2";
        String address =
                phone.form("/sign-in", fields).headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith("/sign-in/changes?from=");

        HttpResponse<String> page = phone.send(phone.request(address).header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("đặt mã PIN", "href=\"/teams?x=1&amp;y=2\"");
        assertThat(phone.form("/sign-in", fields).headers().firstValue("Location"))
                .contains("/teams?x=1&y=2");
    }

    @Test
    void aFormWithoutAScriptMakesAnAccountAndShowsItsPasswordOnce() {
        Browser administrator = signedIn("administrator");
        assertThat(administrator
                        .form("/new-account", "name=to.hoa", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(signedIn("member").form("/new-account", "name=to.hoa").statusCode())
                .isEqualTo(403);

        HttpResponse<String> made = administrator.form("/new-account", "name=to.hoa");

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        String password = made.body().replaceAll("(?s).*<code data-password>([^<]+)</code>.*", "$1");
        assertThat(new Browser(product)
                        .post("/sign-in", credentials("to.hoa", password))
                        .statusCode())
                .isEqualTo(200);
        assertThat(made.body()).containsPattern("/do/grant-role\\?account=[0-9a-f-]{36}&amp;to=");
        HttpResponse<String> again = administrator.form("/new-account", "name=to.hoa");
        assertThat(again.statusCode()).isBetween(400, 499);
        assertThat(again.body()).contains("id=\"e-name\"", "value=\"to.hoa\"").doesNotContain("data-password");
    }

    @Test
    void aFormWithoutAScriptImportsPastedRowsOfUnitsOnceTheyAreChecked() {
        Browser administrator = signedIn("administrator");
        String rows = "rows=" + URLEncoder.encode("""
                        loại\ttên\tmã đvhc\tthuộc\tsố văn bản\tngày ký\tngày hiệu lực
                        tỉnh\tLong An\t80\t\t1/NQ\t01/01/2024\t01/01/2024
                        xã\tLong Hoà\t\ttỉnh Không Có\t1/NQ\t01/01/2024\t01/01/2024""", StandardCharsets.UTF_8);
        assertThat(administrator.form("/import/units", rows, "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(administrator
                        .form("/import/units", "rows=" + "x".repeat(1 << 20))
                        .statusCode())
                .isEqualTo(413);
        assertThat(administrator.form("/import/units", "rows=").body()).contains("href=\"#f-rows\"");

        assertThat(administrator.form("/import/units", rows + "&_step=check").body())
                .contains("1 dòng ghi được", "Dòng 3</th>", "value=\"record\"", "tỉnh\tLong An\t80");
        HttpResponse<String> recorded = administrator.form("/import/units", rows + "&_step=record");

        assertThat(recorded.statusCode()).isEqualTo(303);
        String plan = recorded.headers().firstValue("Location").orElseThrow();
        assertThat(plan).matches("/plans/[^?]+\\?atLeast=[0-9]+");
        assertThat(administrator.get("/api" + plan).statusCode()).isEqualTo(200);
    }

    @Test
    void administratorsMakeAccountsAndOthersDoNot() {
        Browser administrator = signedIn("administrator");
        JsonNode made = JSON.readTree(administrator
                .post("/api/local-accounts", "{\"name\":\"to.lan\"}")
                .body());
        String account = made.get("account").asString();
        assertThat(account).matches("[0-9a-f-]{36}");

        Browser lan = new Browser(product);
        JsonNode signedIn = JSON.readTree(
                lan.post("/sign-in", credentials("To.Lan", made.get("password").asString()))
                        .body());
        assertThat(signedIn.get("mustChangePassword").asBoolean()).isTrue();
        assertThat(problem(lan.get("/api/units"))).isEqualTo("password-must-be-changed");
        String change = JSON.writeValueAsString(
                Map.of("password", made.get("password").asString(), "newPassword", "cánh đồng lúa chín"));
        assertThat(lan.post("/api/me/password", change).statusCode()).isEqualTo(204);
        assertThat(lan.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(lan.get("/api/units").statusCode())
                .as("nothing is granted yet")
                .isEqualTo(403);
        assertThat(new Browser(product)
                        .post(
                                "/sign-in",
                                credentials("to.lan", made.get("password").asString()))
                        .statusCode())
                .isEqualTo(401);

        assertThat(administrator
                        .post("/api/local-accounts/" + account + "/lock", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(lan.get("/api/units").statusCode()).isEqualTo(401);
        assertThat(new Browser(product)
                        .post("/sign-in", credentials("to.lan", "cánh đồng lúa chín"))
                        .statusCode())
                .isEqualTo(401);
        JsonNode history = JSON.readTree(
                administrator.get("/api/local-accounts/" + account + "/history").body());
        List<String> kinds = new ArrayList<>();
        history.forEach(entry -> kinds.add(entry.get("action").asString()));
        assertThat(kinds).containsExactly("LOCKED", "PASSWORD_CHANGED", "CREATED");

        assertThat(problem(signedIn("officer").post("/api/local-accounts", "{\"name\":\"to.hue\"}")))
                .isEqualTo("accounts-not-allowed");
    }

    @Test
    void anAdministratorEndsTheSessionsOfALostPhoneAndOthersDoNot() {
        Browser phone = signedIn("member");
        assertThat(phone.get("/api/me").statusCode()).isEqualTo(200);

        assertThat(signedIn("officer")
                        .post("/api/accounts/member/sessions/end", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(phone.get("/api/me").statusCode()).isEqualTo(200);
        Browser administrator = signedIn("administrator");
        assertThat(administrator.post("/api/accounts/nobody/sessions/end", "{}").statusCode())
                .isEqualTo(404);
        assertThat(administrator.post("/api/accounts/member/sessions/end", "{}").statusCode())
                .isEqualTo(204);

        assertThat(phone.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(administrator.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(signedIn("member").get("/api/me").statusCode())
                .as("the password stays")
                .isEqualTo(200);
        JsonNode latest = JSON.readTree(
                        administrator.get("/api/local-accounts/member/history").body())
                .get(0);
        assertThat(latest.get("action").asString()).isEqualTo("SESSIONS_ENDED");
        assertThat(latest.get("by").asString()).isEqualTo("administrator");
    }

    /** Each contact tells a number; whoever loses the phone locks it from another one, and all sessions end. */
    @Test
    void aDeviceTellsHowMuchWaitsAndIsLockedByItsAccount() {
        Browser phone = signedIn("member");
        Browser computer = signedIn("member");
        assertThat(JSON.readTree(phone.post("/api/me/devices/phone-7", "{\"waiting\":12}")
                        .body()))
                .isEqualTo(JSON.readTree("{\"locked\":false,\"others\":[]}"));
        assertThat(JSON.readTree(computer.post("/api/me/devices/computer-7", "{\"waiting\":0}")
                                .body())
                        .at("/others/0/waiting")
                        .asInt())
                .isEqualTo(12);
        assertThat(devices(computer, "waiting")).containsExactly("12", "0");
        assertThat(signedIn("officer")
                        .post("/api/accounts/member/devices/phone-7/lock", "{}")
                        .statusCode())
                .isEqualTo(404);

        assertThat(computer.post("/api/accounts/member/devices/phone-7/lock", "{}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(phone.get("/api/me/devices").statusCode()).isEqualTo(401);
        Browser again = signedIn("member");
        assertThat(devices(again, "locked")).containsExactly("true", "false");
        assertThat(JSON.readTree(again.post("/api/me/devices/phone-7", "{\"waiting\":12}")
                                .body())
                        .get("locked")
                        .asBoolean())
                .isTrue();
        Browser administrator = signedIn("administrator");
        assertThat(administrator
                        .post("/api/accounts/member/devices/phone-7/unlock", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(devices(again, "locked")).containsExactly("false", "false");
    }

    private static List<String> devices(Browser browser, String part) {
        long tail = JSON.readTree(browser.get("/api/me").body())
                .at("/freshness/asOf")
                .asLong();
        List<String> told = new ArrayList<>();
        JSON.readTree(browser.get("/api/me/devices?atLeast=" + tail).body())
                .at("/answer/devices")
                .forEach(device -> told.add(device.get(part).asString()));
        return told;
    }

    @Test
    void aFreshProductHasOneAdministratorWhoFirstChangesTheOneTimePassword() throws IOException {
        Path data = folder.resolve("fresh");
        String goesOn;
        String signedOut;
        try (RunningProduct fresh = RunningProduct.startAsItIs(data)) {
            Path file = data.resolve("one-time-password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String[] line = Files.readString(file).strip().split(":", 2);
            assertThat(line[0]).isEqualTo("administrator");
            assertThat(data.resolve("accounts")).doesNotExist();

            assertThat(problem(basic(fresh, line[0], line[1], "/api/units"))).isEqualTo("password-must-be-changed");
            Browser browser = new Browser(fresh);
            assertThat(browser.post("/sign-in", credentials(line[0], line[1])).statusCode())
                    .isEqualTo(200);
            assertThat(browser.post("/api/units", "{}").statusCode()).isEqualTo(403);
            String change = JSON.writeValueAsString(Map.of("password", line[1], "newPassword", "cánh đồng lúa chín"));
            assertThat(browser.post("/api/me/password", change).statusCode()).isEqualTo(204);

            assertThat(browser.get("/api/units").statusCode()).isEqualTo(200);
            assertThat(file).doesNotExist();
            goesOn = Objects.requireNonNull(browser.cookies.get("soto-" + fresh.port()));
            Browser other = new Browser(fresh);
            assertThat(other.post("/sign-in", credentials(line[0], "cánh đồng lúa chín"))
                            .statusCode())
                    .isEqualTo(200);
            signedOut = Objects.requireNonNull(other.cookies.get("soto-" + fresh.port()));
            assertThat(other.post("/sign-out", "{}").statusCode()).isEqualTo(204);
        }
        try (RunningProduct again = RunningProduct.startAsItIs(
                data, "--soto.http.trusted-proxies=127.0.0.1", "--soto.accounts.second-factor=administrator")) {
            assertThat(data.resolve("one-time-password")).doesNotExist();
            assertThat(overTls(again, goesOn))
                    .as("a session survives a restart")
                    .isEqualTo(200);
            assertThat(overTls(again, signedOut)).as("its end, too").isEqualTo(401);
            behindAProxy(again, credentials("administrator", "cánh đồng lúa chín"));
        }
    }

    private static int overTls(RunningProduct product, String session) {
        Browser browser = new Browser(product);
        browser.scheme = "https";
        browser.cookies.put("__Host-soto", session);
        return browser.get("/api/me/sign-in").statusCode();
    }

    /** The proxy is on this machine and says how it was reached. */
    private static void behindAProxy(RunningProduct product, String credentials) {
        Browser browser = new Browser(product);
        HttpResponse<String> plain = browser.post("/sign-in", credentials);
        assertThat(plain.statusCode()).isEqualTo(403);
        assertThat(problem(plain)).isEqualTo("sign-in-needs-tls");
        assertThat(browser.cookies).isEmpty();

        browser.scheme = "https";
        JsonNode signedIn = JSON.readTree(browser.post("/sign-in", credentials).body());

        assertThat(browser.cookies).containsKeys("__Host-soto", "__Host-soto-device");
        assertThat(signedIn.get("mustSetSecondFactor").asBoolean()).isTrue();
        assertThat(problem(browser.get("/api/units"))).isEqualTo("second-factor-must-be-set");
        assertThat(browser.get("/api/me/sign-in").body()).contains("\"secondFactor\":\"required\"");
        assertThat(browser.post("/api/me/second-factor", "{}").statusCode())
                .as("an open session is not the person")
                .isEqualTo(400);
        String again = JSON.writeValueAsString(Map.of("password", "cánh đồng lúa chín"));
        assertThat(JSON.readTree(browser.post("/api/me/second-factor", again).body())
                        .get("secret")
                        .asString())
                .matches("[A-Z2-7]{32}");
        assertThat(problem(browser.post(
                        "/api/me/second-factor/confirm",
                        JSON.writeValueAsString(Map.of("code", "000000", "password", "cánh đồng lúa chín")))))
                .isEqualTo("code-wrong");
    }
}
