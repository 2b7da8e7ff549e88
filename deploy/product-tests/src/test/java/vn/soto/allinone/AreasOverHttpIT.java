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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.contracts.access.AccountId;
import vn.soto.ledger.LedgerReader;
import vn.soto.testkit.Await;
import vn.soto.testkit.SettableClock;

/**
 * The rights of accounts over HTTP, by the grants of the ledger. There are two administrators of all and one of a
 * commune, the officers of two communes, people of three teams and an auditor. The tests share the product: what one
 * ends or moves, no other asks about.
 */
@Tag("threads")
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AreasOverHttpIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ACCOUNTS = List.of(
            "administrator",
            "administrator-2",
            "administrator-xa",
            "officer-a",
            "officer-b",
            "officer-b-2",
            "leader-1",
            "member-2",
            "member-3",
            "auditor");
    private static final String FROM = "\"effectiveFrom\":\"2026-01-05\"";
    private static final String DUTY = FROM + ",\"reason\":\"DUTY_ASSIGNED\"";
    private static final String DECISION = "\"instrument\":{\"number\":\"1/QĐ-UBND\",\"signedOn\":\"2026-01-05\"}";
    private static final String LEFT = "{\"effectiveFrom\":\"2026-05-03\"}";
    private static final String ERASURE = "{\"basis\":\"REQUEST_OF_THE_SUBJECT\",\"reason\":\"REQUEST_OF_PERSON\"}";
    private static final String NAME = "Nguyễn Thị Lan";

    @TempDir
    private static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-03T01:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    private RunningProduct product;

    @SuppressWarnings("NullAway.Init")
    private String home;

    @BeforeAll
    void start() throws IOException {
        Files.writeString(
                folder.resolve("accounts"),
                ACCOUNTS.stream().map(name -> name + ":" + password(name)).collect(Collectors.joining("\n", "", "\n")));
        product = RunningProduct.startAt(clock, folder, "--soto.first-administrator=administrator");
        awaitFirstGrant();
        unit("p-1", "PROVINCE", "Bình Dương", "\"officialCode\":\"74\",");
        unit("c-a", "COMMUNE", "Minh Thạnh", "\"officialCode\":\"25780\",\"parent\":\"p-1\",");
        unit("c-b", "COMMUNE", "Tân Định", "\"officialCode\":\"25781\",\"parent\":\"p-1\",");
        unit("u-1", "HAMLET", "Đồng Tâm", "\"parent\":\"c-a\",");
        unit("u-2", "HAMLET", "Tân Lập", "\"parent\":\"c-a\",");
        unit("u-3", "HAMLET", "Suối Dứa", "\"parent\":\"c-b\",");
        grant("administrator-2", "ADMINISTRATOR", "");
        product.context().getBean(MachineCommands.class).confirm(new AccountId("administrator-2"));
        agreed("officer-a", "OFFICER", "\"area\":{\"unit\":\"c-a\"},");
        agreed("officer-b", "OFFICER", "\"area\":{\"unit\":\"c-b\"},");
        agreed("administrator-xa", "ADMINISTRATOR", "\"area\":{\"unit\":\"c-a\"},");
        grant("auditor", "AUDITOR", "");
        team("officer-a", 1);
        team("officer-a", 2);
        team("officer-b", 3);
        person("leader-1", member(1, 1));
        person("member-2", member(2, 2));
        person("member-3", member(3, 2));
        home = household("HO-1");
        tell("officer-a", "/api/households/" + home + "/contact", "{\"headName\":\"%s\"}".formatted(NAME));
    }

    @AfterAll
    void stop() {
        http.close();
        product.close();
    }

    private static String password(String account) {
        return "mật khẩu của " + account;
    }

    private static String member(int team, int number) {
        return "00000000-0000-4000-8000-0000000000" + team + number;
    }

    /** The start records it by itself, once this process may write. */
    private void awaitFirstGrant() {
        Await.until(
                "first grant",
                () -> product.context().getBean(LedgerReader.class).tail().number() > 0);
    }

    private HttpRequest.Builder request(String account, String path) {
        String pair = account + ":" + password(account);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + product.port() + path))
                .header("Accept-Language", "vi")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode sent(HttpRequest.Builder request, int status) {
        String answer = text(request, status);
        return answer.isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer);
    }

    private String text(HttpRequest.Builder request, int status) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(answer.request() + " " + answer.body())
                    .isEqualTo(status);
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private JsonNode post(String account, String path, String body, int status) {
        return sent(
                request(account, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)),
                status);
    }

    private JsonNode tell(String account, String path, String body) {
        return post(account, path, body, 201);
    }

    private JsonNode ask(String account, String path, int status) {
        long tail = product.context().getBean(LedgerReader.class).tail().number();
        return sent(
                request(account, path + (path.contains("?") ? "&" : "?") + "atLeast=" + tail)
                        .GET(),
                status);
    }

    private void unit(String id, String kind, String name, String more) {
        tell(
                "administrator",
                "/api/units",
                "{\"unit\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\",%s%s,%s}"
                        .formatted(id, kind, name, more, DECISION, FROM));
    }

    private void grant(String account, String role, String area) {
        tell("administrator", "/api/accounts/" + account + "/roles", role(role, area));
    }

    private static String role(String role, String area) {
        return "{\"role\":\"%s\",%s%s}".formatted(role, area, DUTY);
    }

    /** Giving or ending a right to approve takes two persons, neither of whom asked for it. */
    private void agreed(String account, String role, String area) {
        agreed("/api/accounts/" + account + "/roles", role(role, area));
    }

    private void agreed(String path, String command) {
        String plan = post("administrator", path, command, 202).get("plan").asString();
        String approval = "/api/plans/" + plan + "/approval";
        assertThat(post("administrator", approval, "{}", 422).get("rule").asString())
                .isEqualTo("PLAN_IS_APPROVED_BY_SOMEONE_ELSE");
        tell("administrator-2", approval, "{}");
        awaitState(plan, "COMPLETED");
    }

    private void awaitState(String plan, String state) {
        long begun = System.nanoTime();
        while (!ask("administrator", "/api/plans/" + plan, 200)
                .at("/answer/state")
                .asString()
                .equals(state)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(plan).isLessThan(Duration.ofMinutes(2));
        }
    }

    private void team(String officer, int number) {
        tell(officer, "/api/teams", """
            {"team":"team-%1$d","name":"Tổ công nghệ số %1$d","foundingDecision":{"number":"2/QĐ-UBND","signedOn":"2026-01-05"},
             "coverage":["u-%1$d"],"leader":"%2$s",%5$s,
             "members":[{"member":"%2$s","organisation":"YOUTH_UNION"},{"member":"%3$s","organisation":"YOUTH_UNION"},
                        {"member":"%4$s","organisation":"YOUTH_UNION"}]}
            """.formatted(
                        number, member(number, 1), member(number, 2), member(number, 3), FROM));
    }

    private void person(String account, String member) {
        tell("administrator", "/api/accounts/" + account + "/person", "{\"member\":\"%s\",%s}".formatted(member, DUTY));
    }

    private String household(String reference) {
        return tell("officer-a", "/api/households", "{\"unit\":\"u-1\",\"reference\":\"%s\"}".formatted(reference))
                .get("command")
                .asString();
    }

    private static String help(int team, String household) {
        return """
            {"team":"team-%d","household":"%s","helpers":["%s"],
             "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED",
                        "outcome":"DONE","occurredAt":"2026-05-02T01:00:00Z"}}
            """.formatted(team, household, member(team, 2));
    }

    @Test
    void eachRecordsAndManagesInTheOwnAreaOnly() {
        tell("leader-1", "/api/assistances", help(1, home));
        assertThat(post("member-2", "/api/assistances", help(1, home), 403)
                        .get("detail")
                        .asString())
                .as("why not: by role, area and day")
                .contains("Tổ công nghệ số");
        post("officer-b", "/api/households", "{\"unit\":\"u-1\",\"reference\":\"HO-2\"}", 403);
        post(
                "leader-1",
                "/api/members/" + member(2, 2) + "/profile",
                "{\"name\":\"Trần Văn Hùng\",\"phone\":\"0912345678\"}",
                404);
        tell("leader-1", "/api/members/" + member(1, 2) + "/profile", "{\"name\":\"Trần Văn Hùng\"}");
        post("auditor", "/api/households", "{\"unit\":\"u-1\",\"reference\":\"HO-3\"}", 403);
        assertThat(post(
                                "administrator",
                                "/api/accounts/administrator/roles",
                                role("OFFICER", "\"area\":{\"unit\":\"c-a\"},"),
                                422)
                        .get("rule")
                        .asString())
                .isEqualTo("ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE");
        post("administrator-xa", "/api/accounts/member-3/roles", role("VIEWER", "\"area\":{\"unit\":\"c-b\"},"), 403);
    }

    /** Sent, and tried: the words are those about an id that nobody has. */
    @Test
    void aCommandAboutAHouseholdOfElsewhereIsAnsweredLikeOneAboutNone() {
        String moved = household("HO-7");
        tell(
                "administrator",
                "/api/households/" + moved + "/relocation",
                "{\"unit\":\"u-3\",\"effectiveFrom\":\"2026-05-02\"}");
        String nowhere = UUID.randomUUID().toString();
        for (String account : List.of("officer-a", "leader-1", "administrator-xa")) {
            for (String trial : List.of("", "?dryRun=true")) {
                JsonNode elsewhere = post(account, departure(moved) + trial, LEFT, 404);
                JsonNode none = post(account, departure(nowhere) + trial, LEFT, 404);
                assertThat(elsewhere.toString().replace(moved, nowhere)).isEqualTo(none.toString());
                assertThat(elsewhere.toString()).doesNotContain("Suối Dứa", "Tân Định");
            }
        }
        for (String trial : List.of("", "?dryRun=true")) {
            JsonNode elsewhere = post("leader-1", "/api/assistances" + trial, help(1, moved), 404);
            JsonNode none = post("leader-1", "/api/assistances" + trial, help(1, nowhere), 404);
            assertThat(elsewhere.toString().replace(moved, nowhere)).isEqualTo(none.toString());
        }
    }

    /** Its key is gone, so that no text about it could be sealed. */
    @Test
    void aTextAboutAHouseholdOfElsewhereThatIsErasedIsAnsweredLikeOneAboutNone() {
        String erased = household("HO-9");
        tell(
                "administrator",
                "/api/households/" + erased + "/relocation",
                "{\"unit\":\"u-3\",\"effectiveFrom\":\"2026-05-02\"}");
        agreed("/api/households/" + erased + "/erasure", ERASURE);
        String nowhere = UUID.randomUUID().toString();
        String name = "{\"headName\":\"Trần Văn Ba\"}";
        for (String trial : List.of("", "?dryRun=true")) {
            for (String account : List.of("officer-a", "leader-1")) {
                JsonNode elsewhere = post(account, contact(erased) + trial, name, 404);
                JsonNode none = post(account, contact(nowhere) + trial, name, 404);
                assertThat(elsewhere.toString().replace(erased, nowhere)).isEqualTo(none.toString());
            }
            assertThat(post("officer-b", contact(erased) + trial, name, 422)
                            .get("rule")
                            .asString())
                    .isEqualTo("SUBJECT_IS_NOT_ERASED");
        }
        String step =
                "{\"name\":\"record-household-contact\",\"payload\":{\"household\":\"%s\",\"headName\":\"Trần Văn Ba\"}}";
        for (String kind : List.of("proposal", "hand-over")) {
            Post plan = Post.line(erased, nowhere, "/api/plans?kind=" + kind, step);
            assertThat(plan.answered(erased, sending("officer-a"), http))
                    .as(kind)
                    .isEqualTo(plan.answered(nowhere, sending("officer-a"), http));
        }
    }

    private BiFunction<String, String, HttpRequest.Builder> sending(String account) {
        return (path, body) -> request(account, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
    }

    private static String contact(String household) {
        return "/api/households/" + household + "/contact";
    }

    private static String departure(String household) {
        return "/api/households/" + household + "/departure";
    }

    @Test
    void namesAreReadInTheAreaAndByTheAuditorForAReason() {
        String contact = "/api/households/" + home;
        for (String inside : List.of("officer-a", "leader-1", "administrator-xa")) {
            assertThat(ask(inside, contact, 200).toString()).as(inside).contains(NAME);
        }
        for (String outside : List.of("officer-b", "member-3", "member-2")) {
            ask(outside, contact, 403);
            ask(outside, "/api/units/u-1/households", 403);
            JsonNode why = ask(outside, "/api/me/why?address=" + contact, 200).get("answer");
            assertThat(why.get("allowed").asBoolean()).as(outside).isFalse();
            assertThat(why.get("text").asString()).isNotBlank();
        }
        assertThat(ask("auditor", contact, 200).toString()).contains("HO-").doesNotContain(NAME);
        String asked =
                "{\"subjects\":[\"household:%s\"],\"reason\":\"COMPLAINT\",\"words\":\"đối chiếu đơn khiếu nại số 12\"}"
                        .formatted(home);
        assertThat(post("auditor", "/api/names", asked, 200).toString()).contains(NAME);
        assertThat(ask("auditor", "/api/personal-data-reads?subject=household:" + home, 200)
                        .toString())
                .contains("COMPLAINT", "đối chiếu đơn khiếu nại số 12", "\"account\":\"officer-a\"");
    }

    @Test
    void whoCouldDoWhatOnADayIsAQuestionLikeAnyOther() {
        agreed("officer-b-2", "OFFICER", "\"area\":{\"unit\":\"c-b\"},");
        tell("officer-b-2", "/api/households", "{\"unit\":\"u-3\",\"reference\":\"HO-4\"}");
        String grant = ask("auditor", "/api/accounts/officer-b-2", 200)
                .at("/answer/grants/0/grant")
                .asString();
        agreed(
                "/api/accounts/officer-b-2/roles/" + grant + "/end",
                "{\"lastDay\":\"2026-05-02\",\"reason\":\"DUTY_ENDED\"}");

        post("officer-b-2", "/api/households", "{\"unit\":\"u-3\",\"reference\":\"HO-5\"}", 403);
        assertThat(ask("auditor", "/api/accounts?role=OFFICER&unit=c-b&on=2026-05-02", 200)
                        .toString())
                .contains("\"officer-b-2\"");
        assertThat(ask("auditor", "/api/accounts?role=OFFICER&unit=c-b&on=2026-05-03", 200)
                        .toString())
                .doesNotContain("\"officer-b-2\"");
    }

    @Test
    void theAdministratorOfACommuneSignsOutItsPeopleAndNobodyElse() {
        post("administrator-xa", "/api/accounts/leader-1/sessions/end", "{}", 204);
        for (String outside : List.of("officer-b", "member-3", "administrator", "auditor")) {
            post("administrator-xa", "/api/accounts/" + outside + "/sessions/end", "{}", 404);
        }
        post("officer-a", "/api/accounts/leader-1/sessions/end", "{}", 403);
        post("leader-1", "/api/me/devices/phone-1", "{\"waiting\":2}", 200);
        post("administrator-xa", "/api/accounts/leader-1/devices/phone-1/lock", "{}", 200);
        post("officer-a", "/api/accounts/leader-1/devices/phone-1/unlock", "{}", 404);
        assertThat(sent(request("administrator-xa", "/api/local-accounts").GET(), 200)
                        .findValuesAsString("name"))
                .containsExactlyInAnyOrder("administrator-xa", "officer-a", "leader-1", "member-2");
        post("administrator-xa", "/api/local-accounts/member-3/lock", "{}", 404);
    }

    /**
     * A POST that is no command, sent once about something of elsewhere and once about nothing.
     *
     * @param path address, where {@code %s} stands for the id, as in the body
     */
    private record Post(String there, String nowhere, String path, String type, String body) {

        static Post json(String there, String nowhere, String path, String body) {
            return new Post(there, nowhere, path, "application/json", body);
        }

        static Post line(String there, String nowhere, String path, String body) {
            return new Post(there, nowhere, path, "application/x-ndjson", body);
        }

        /** A file of rows, tried, and recorded if they permit. */
        static Stream<Post> rows(String there, String nowhere, String kind, String header, String row) {
            return Stream.of("?dryRun=true", "?leaveOutWrong=true")
                    .map(how ->
                            new Post(there, nowhere, "/api/imports/" + kind + how, "text/csv", header + "\n" + row));
        }

        /** @param id something of elsewhere, or nothing */
        String answered(String id, BiFunction<String, String, HttpRequest.Builder> sending, HttpClient http) {
            HttpRequest request = sending.apply(path.replace("%s", id), body.replace("%s", id))
                    .header("Content-Type", type)
                    .build();
            HttpResponse<String> answer =
                    http.sendAsync(request, BodyHandlers.ofString()).join();
            return answer.statusCode()
                    + answer.body()
                            .replace(id, "ID")
                            .replaceAll("\"instance\":\"[^\"]*\"", "")
                            .replaceAll("\"(plan|commit)\":[^,}]*", "");
        }
    }

    /** Posts about a household, a person, a record or an account, by their templates. */
    private Map<String, List<Post>> posts(String sample, String moved) {
        String nobody = UUID.randomUUID().toString();
        String far = member(3, 2);
        String handOver = "{\"to\":[{\"member\":\"%s\"}],\"effectiveFrom\":\"2026-05-03\"}";
        String leaving =
                "{\"name\":\"mark-household-left\",\"payload\":{\"household\":\"%s\",\"effectiveFrom\":\"2026-05-03\"}";
        String account = "/api/local-accounts/%s/";
        return Map.ofEntries(
                Map.entry(
                        "/api/report-samples/{sample}/acceptance",
                        List.of(Post.json(sample, nobody, "/api/report-samples/%s/acceptance", "{}"))),
                Map.entry(
                        "/api/teams/{team}/members/{member}/hand-over",
                        List.of(
                                Post.json(far, nobody, "/api/teams/team-3/members/%s/hand-over", handOver),
                                Post.json(far, nobody, "/api/teams/team-1/members/%s/hand-over", handOver),
                                Post.json(
                                        far,
                                        nobody,
                                        "/api/teams/team-1/members/" + member(1, 2) + "/hand-over",
                                        handOver))),
                Map.entry(
                        "/api/accounts/{account}/sessions/end",
                        List.of(Post.json("member-3", "member-9", "/api/accounts/%s/sessions/end", "{}"))),
                Map.entry(
                        "/api/accounts/{account}/devices/{device}/lock",
                        List.of(Post.json("member-3", "member-9", "/api/accounts/%s/devices/phone-1/lock", "{}"))),
                Map.entry(
                        "/api/accounts/{account}/devices/{device}/unlock",
                        List.of(Post.json("member-3", "member-9", "/api/accounts/%s/devices/phone-1/unlock", "{}"))),
                Map.entry(
                        "/api/local-accounts/{account}/reset",
                        List.of(Post.json("member-3", "member-9", account + "reset", "{}"))),
                Map.entry(
                        "/api/local-accounts/{account}/lock",
                        List.of(Post.json("member-3", "member-9", account + "lock", "{}"))),
                Map.entry(
                        "/api/local-accounts/{account}/unlock",
                        List.of(Post.json("member-3", "member-9", account + "unlock", "{}"))),
                Map.entry(
                        "/api/commands",
                        List.of(Post.line(
                                moved, nobody, "/api/commands", leaving + ",\"id\":\"" + UUID.randomUUID() + "\"}"))),
                Map.entry(
                        "/api/plans",
                        List.of(
                                Post.line(moved, nobody, "/api/plans?kind=proposal", leaving + "}"),
                                Post.line(moved, nobody, "/api/plans?kind=hand-over", leaving + "}"))),
                Map.entry("/api/imports/{kind}", imports(far, nobody)));
    }

    private static List<Post> imports(String far, String nobody) {
        String households = "Địa bàn;Xã;Mã hộ;Tổ;Mã thành viên;Từ ngày";
        String members = "Tổ;Mã thành viên;Tổ chức;Ngày vào tổ;Họ tên";
        String help = "Mã hộ;Việc;Ai bấm máy;Kết quả;Ngày;Tổ;Người hướng dẫn;Hình thức";
        String teams = "Tên tổ;Số quyết định;Ngày ký;Địa bàn;Thành viên;Tổ trưởng;Ngày hiệu lực";
        String visit = ";vneid-level-2;Tự làm;Xong;02/05/2026;";
        return Stream.of(
                        Post.rows("TD-730", "TD-739", "households", households, "Suối Dứa;Tân Định;%s;;;"),
                        Post.rows(far, nobody, "households", households, "Suối Dứa;Tân Định;TD-1;team-3;%s;03/05/2026"),
                        Post.rows(
                                far, nobody, "households", households, "Đồng Tâm;Minh Thạnh;TD-2;team-3;%s;03/05/2026"),
                        Post.rows(far, nobody, "members", members, "team-3;%s;Hội phụ nữ;03/05/2026;Trần Thị Mai"),
                        Post.rows("TD-730", "TD-739", "assistances", help, "%s" + visit + "team-3;" + far + ";Tại nhà"),
                        Post.rows(
                                "TD-730",
                                "TD-739",
                                "assistances",
                                help,
                                "%s" + visit + "team-1;" + member(1, 2) + ";Tại nhà"),
                        Post.rows(far, nobody, "assistances", help, "TD-730" + visit + "team-3;%s;Tại nhà"),
                        Post.rows(far, nobody, "assistances", help, "HO-1" + visit + "team-1;%s;Tại nhà"),
                        Post.rows(far, nobody, "teams", teams, "Tổ lạ;3/QĐ;05/01/2026;Suối Dứa;%s;%s;03/05/2026"))
                .flatMap(each -> each)
                .toList();
    }

    /** Posts that name nothing of a place, or the own account or files, and two that {@code RefusedQuestionsIT} asks. */
    private static boolean isAboutNothing(String template) {
        return template.startsWith("/api/me/")
                || template.startsWith("/api/projections/")
                || Set.of(
                                "/api/local-accounts",
                                "/api/retention",
                                "/api/imports/reorganisations",
                                "/api/imports/{kind}/left-out",
                                "/api/names",
                                "/api/corrections/preview")
                        .contains(template);
    }

    private Set<String> templatesOfPosts() {
        return product.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler ->
                        !handler.getValue().getBeanType().getSimpleName().equals("CommandEndpoint"))
                .map(Map.Entry::getKey)
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream())
                .map(PathPattern::getPatternString)
                .filter(template -> template.startsWith("/api/") && !isAboutNothing(template))
                .collect(Collectors.toSet());
    }

    /** A sample of the reports of the other commune, drawn and not opened. */
    private String sampleOfElsewhere() {
        tell("officer-b", "/api/teams/team-3/reports/2026-Q1", "{}");
        String content = ask("officer-b", "/api/teams/team-3/reports/2026-Q1", 200)
                .at("/answer/content")
                .asString();
        String drawn = "{\"reports\":[{\"reporter\":{\"level\":\"TEAM\",\"id\":\"team-3\"},\"content\":\"%s\"}]}"
                .formatted(content);
        return tell("officer-b", "/api/units/c-b/reports/2026-Q1/samples", drawn)
                .get("command")
                .asString();
    }

    @Test
    void aPostThatIsNoCommandTellsOfElsewhereWhatItTellsOfNowhere() {
        String moved = household("HO-8");
        tell(
                "administrator",
                "/api/households/" + moved + "/relocation",
                "{\"unit\":\"u-3\",\"effectiveFrom\":\"2026-05-02\"}");
        tell("officer-b", "/api/households", "{\"unit\":\"u-3\",\"reference\":\"TD-730\"}");
        String sample = sampleOfElsewhere();
        Map<String, List<Post>> posts = posts(sample, moved);
        assertThat(posts.keySet()).isEqualTo(templatesOfPosts());
        List<String> telling = new ArrayList<>();
        List<String> accounts = List.of("officer-a", "leader-1", "member-2", "administrator-xa", "auditor");
        List<Post> each = posts.values().stream().flatMap(List::stream).toList();
        for (String account : accounts) {
            for (Post post : each) {
                // By turns, at length each.
                int turn = each.indexOf(post) % accounts.size();
                if (!Boolean.getBoolean("soto.long") && !account.equals(accounts.get(turn))) {
                    continue;
                }
                String there = post.answered(post.there(), sending(account), http);
                String nowhere = post.answered(post.nowhere(), sending(account), http);
                if (!there.equals(nowhere) || there.startsWith("5") || there.startsWith("400")) {
                    telling.add(account + " " + post + "\n  " + there + "\n  " + nowhere);
                }
            }
        }
        assertThat(telling).isEmpty();
        post("officer-b", "/api/report-samples/" + sample + "/acceptance", "{}", 422);
    }

    private HttpRequest.Builder fromAPage(String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + product.port() + path))
                .header("Accept-Language", "vi")
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body));
    }

    /** The cookies of a browser that signs in with the password. */
    private String session(String account) {
        String credentials = "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password(account));
        return http
                .sendAsync(fromAPage("/sign-in", credentials).build(), BodyHandlers.ofString())
                .join()
                .headers()
                .allValues("set-cookie")
                .stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    @Test
    void anOpenSessionDoesNotApproveUntilThePasswordIsShownAgain() {
        String erasure = "/api/households/" + household("HO-7") + "/erasure";
        String plan = post("administrator", erasure, ERASURE, 202).get("plan").asString();
        HttpRequest.Builder approval = fromAPage("/api/plans/" + plan + "/approval", "{}");
        approval.header("Cookie", session("administrator-2"));
        clock.advance(Duration.ofMinutes(16));

        JsonNode refused = sent(approval, 422);
        assertThat(refused.get("rule").asString()).isEqualTo("WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS");
        assertThat(refused.get("detail").asString()).contains("15 phút", "Hãy đăng nhập lại");

        approval.setHeader("Content-Type", "application/x-www-form-urlencoded").setHeader("Accept", "text/html");
        String form = "plan=%s&_key=%s".formatted(plan, UUID.randomUUID());
        String page = text(
                approval.copy()
                        .uri(URI.create("http://127.0.0.1:" + product.port() + "/do/approve-plan"))
                        .POST(BodyPublishers.ofString(form)),
                422);
        Matcher link = Pattern.compile("href=\"(/sign-in\\?fresh=true&amp;to=[^\"]*approve-plan[^\"]*)\"")
                .matcher(page);
        assertThat(link.find()).as(page).isTrue();
        assertThat(text(
                        fromAPage(link.group(1).replace("&amp;", "&"), "")
                                .setHeader("Accept", "text/html")
                                .GET(),
                        200))
                .contains("name=\"password\"", "approve-plan");

        approval.setHeader("Content-Type", "application/json").setHeader("Accept", "application/json");
        sent(approval.setHeader("Cookie", session("administrator-2")), 201);
    }

    @Test
    void whatIsRefusedToARequestOrToAStepOfAPlanIsInTheRegister() {
        String moved = household("HO-6");
        String plan = post("administrator-xa", "/api/households/" + moved + "/erasure", ERASURE, 202)
                .get("plan")
                .asString();
        tell(
                "administrator",
                "/api/households/" + moved + "/relocation",
                "{\"unit\":\"u-3\",\"effectiveFrom\":\"2026-05-03\"}");
        tell("administrator-2", "/api/plans/" + plan + "/approval", "{}");
        awaitState(plan, "STOPPED");
        ask("officer-a", "/api/units/u-3/households", 403);

        long begun = System.nanoTime();
        String register = "";
        while (!(register.contains("\"operation\":\"erase-household-data\"")
                && register.contains("\"account\":\"officer-a\""))) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(register).isLessThan(Duration.ofMinutes(2));
            register = ask("auditor", "/api/refused-access", 200).toString();
        }
        assertThat(register).contains("\"account\":\"administrator-xa\"", "right-reaches-the-place");
    }
}
