package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.allinone.CommuneClient.member;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.access.Role;
import vn.soto.ledger.LedgerReader;

/** The fate of households when their hamlets are merged or split and when their members leave, over HTTP. */
@Tag("threads")
final class ReorganisedHouseholdsIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DECREE =
            "\"instrument\":{\"number\":\"20/NQ-HĐND\",\"signedOn\":\"2024-05-01\"},\"effectiveFrom\":\"2024-07-01\"";

    @TempDir
    private static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AutoClose
    private static RunningProduct product;

    @BeforeAll
    static void start() {
        product = RunningProduct.start(folder);
        unit("p-1", "PROVINCE", "Bình Dương", "\"officialCode\":\"74\",");
        unit("d-1", "DISTRICT", "Bàu Bàng", "\"officialCode\":\"719\",\"parent\":\"p-1\",");
        unit("c-1", "COMMUNE", "Lai Uyên", "\"officialCode\":\"25822\",\"parent\":\"d-1\",");
    }

    private static HttpRequest.Builder request(Role role, String path) {
        String[] header = product.authorization(role).split(": ", 2);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + product.port() + path))
                .header(header[0], header[1]);
    }

    private static JsonNode send(HttpRequest request, int expected) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(request.toString(), e);
        }
    }

    private static JsonNode post(String path, String body, int expected) {
        return send(
                request(Role.ADMINISTRATOR, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                expected);
    }

    private static String created(String path, String body) {
        return post(path, body, 201).get("command").asString();
    }

    /** The answer of a query that knows everything recorded so far. */
    private static JsonNode ask(String path) {
        long tail = product.context().getBean(LedgerReader.class).tail().number();
        String uri = path + (path.contains("?") ? "&" : "?") + "atLeast=" + tail;
        return send(request(Role.AUDITOR, uri).GET().build(), 200).get("answer");
    }

    private static void unit(String id, String kind, String name, String more) {
        created("/api/units", """
                {"unit":"%s","kind":"%s","name":"%s",%s
                 "instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},"effectiveFrom":"2024-01-01"}
                """.formatted(id, kind, name, more));
    }

    private static void hamlet(String id, String name) {
        unit(id, "HAMLET", name, "\"parent\":\"c-1\",");
    }

    /** A team with three members; the first is its leader. */
    private static String team(String unit, int first) {
        return created("/api/teams", """
                {"name":"Tổ CNSCĐ %s","foundingDecision":{"number":"12/QĐ-UBND","signedOn":"2024-02-01"},
                 "coverage":["%s"],"leader":"%s","effectiveFrom":"2024-02-01",
                 "members":[{"member":"%s","organisation":"NEIGHBOURHOOD_HEAD"},
                            {"member":"%s","organisation":"YOUTH_UNION"},
                            {"member":"%s","organisation":"WOMENS_UNION"}]}
                """.formatted(
                        unit, unit, member(first), member(first), member(first + 1), member(first + 2)));
    }

    private static String household(String unit, String reference) {
        return created("/api/households", "{\"unit\":\"%s\",\"reference\":\"%s\"}".formatted(unit, reference));
    }

    private static void assign(String household, String team, int member, String from, int expected) {
        post(
                "/api/households/" + household + "/assignment",
                "{\"team\":\"%s\",\"member\":\"%s\",\"effectiveFrom\":\"%s\"}".formatted(team, member(member), from),
                expected);
    }

    private static JsonNode help(String team, String household, int member, String day, int expected) {
        return post("/api/assistances", """
                {"team":"%s","household":"%s","helpers":["%s"],"reason":"OFFLINE",
                 "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED",
                            "outcome":"DONE","occurredAt":"%sT02:00:00Z"}}
                """.formatted(team, household, member(member), day), expected);
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.get(field).asString())
                .toList();
    }

    private static List<String> households(String unit, String query) {
        return texts(ask("/api/units/" + unit + "/households" + query).get("items"), "household");
    }

    @Test
    void aMergerCarriesItsHouseholds() {
        Stream.of("m-a", "m-b", "m-c").forEach(id -> hamlet(id, "Ấp " + id));
        String teamA = team("m-a", 10);
        String teamB = team("m-b", 20);
        String inA = household("m-a", "HO-1");
        String inB = household("m-b", "HO-2");
        assign(inB, teamB, 21, "2024-03-01", 201);
        help(teamB, inB, 21, "2024-06-20", 201);
        created("/api/units/m-c/merger", "{\"from\":[\"m-a\",\"m-b\"]," + DECREE + "}");

        assertThat(households("m-c", "")).containsExactlyInAnyOrder(inA, inB);
        assertThat(send(request(Role.AUDITOR, "/api/units/m-a/households").GET().build(), 400)
                        .get("type")
                        .asString())
                .as("it leads to its successor")
                .endsWith("ask-successors");
        JsonNode line = coverage("m-c");
        assertThat(texts(line.get("teams"), "team")).containsExactlyInAnyOrder(teamA, teamB);
        assertThat(line.get("needsConsolidation").asBoolean()).isTrue();
        help(teamA, inA, 11, "2024-07-05", 201);
        assertThat(help(teamA, inB, 11, "2024-07-05", 422).get("type").asString())
                .endsWith("helping-team-covers-household");

        created("/api/teams/" + teamA + "/consolidation", """
                {"decision":{"number":"30/QĐ-UBND","signedOn":"2024-07-20"},"absorbed":["%s"],"coverage":["m-c"],
                 "leader":"%s","effectiveFrom":"2024-08-01"}""".formatted(teamB, member(10)));
        help(teamA, inB, 11, "2024-08-05", 201);
        assertThat(households("m-c", "?unassigned=true")).containsExactly(inA);
        assertThat(ask("/api/households/" + inB).toString()).contains(teamA).contains(member(21));
        assign(inA, teamA, 11, "2024-08-05", 201);
        assertThat(households("m-c", "?unassigned=true")).isEmpty();
        line = coverage("m-c");
        assertThat(texts(line.get("teams"), "team")).containsExactly(teamA);
        assertThat(line.get("needsConsolidation").asBoolean()).isFalse();
        assertThat(ask("/api/households/" + inB).get("unit").asString()).isEqualTo("m-c");
        assertThat(ask("/api/dashboards/m-c?quarter=2024-Q3")
                        .at("/total/assistances")
                        .asInt())
                .isEqualTo(2);
        mergedHouseholdsCount(inA, inB);
        assertThat(ask("/api/dashboards/m-c?quarter=2024-Q2&boundaries=as-now")
                        .at("/total/assistances")
                        .asInt())
                .isEqualTo(1);
    }

    /**
     * Both were entered today. One counts since its assignment in March 2024, the other since its help of July, which
     * was recorded late. The household that is entered without a day changes none of these quarters.
     */
    private static void mergedHouseholdsCount(String inA, String inB) {
        household("m-c", "HO-9");
        for (String boundaries : List.of("as-was", "as-now")) {
            String third = "?quarter=2024-Q3&boundaries=" + boundaries;
            assertThat(ask("/api/dashboards/m-c" + third)
                            .at("/total/registered")
                            .asInt())
                    .isEqualTo(2);
            assertThat(ask("/api/dashboards/m-c" + third).at("/total/assigned").asInt())
                    .isEqualTo(2);
            assertThat(ask("/api/dashboards/m-c?quarter=2024-Q1&boundaries=" + boundaries)
                            .at("/total/registered")
                            .asInt())
                    .isEqualTo(boundaries.equals("as-was") ? 0 : 1);
        }
        assertThat(ask("/api/dashboards/m-b?quarter=2024-Q2")
                        .at("/total/assigned")
                        .asInt())
                .isEqualTo(1);
        JsonNode opened = ask("/api/dashboards/m-c/figures/H02?quarter=2024-Q3");
        assertThat(opened.get("entries")).hasSize(2);
        assertThat(opened.get("entries").toString()).contains(inA, inB, "AFTER_THE_QUARTER", "assistance.recorded");
    }

    private static JsonNode coverage(String unit) {
        return StreamSupport.stream(ask("/api/units/c-1/coverage").get("items").spliterator(), false)
                .filter(line -> line.get("unit").asString().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void afterASplitTheHouseholdIsTheAtom() {
        Stream.of("s-a", "s-x", "s-y").forEach(id -> hamlet(id, "Ấp " + id));
        String team = team("s-a", 30);
        String first = household("s-a", "HO-1");
        String second = household("s-a", "HO-2");
        String withdrawn = household("s-a", "HO-3");
        String duplicate = household("s-a", "HO-4");
        help(team, first, 31, "2024-05-02", 201);
        help(team, second, 31, "2024-05-03", 201);
        created(
                "/api/households/" + withdrawn + "/withdrawal",
                "{\"reason\":\"WRONG_ENTRY\",\"reasonText\":\"Nhập nhầm hộ ở ấp khác\"}");
        created(
                "/api/households/" + duplicate + "/merge",
                "{\"survivor\":\"%s\",\"reason\":\"WRONG_ENTRY\",\"reasonText\":\"Trùng với hộ đã nhập\"}"
                        .formatted(first));
        created("/api/units/s-a/split", "{\"into\":[\"s-x\",\"s-y\"]," + DECREE + "}");

        JsonNode open = ask("/api/units/s-a/undecided");
        assertThat(open.get("households").asInt()).isEqualTo(2);
        assertThat(undecidedHelp()).isEqualTo(2);

        relocate(first, "s-x");
        assertThat(ask("/api/units/s-a/undecided").get("households").asInt()).isEqualTo(1);
        assertThat(undecidedHelp()).isEqualTo(1);
        assertThat(nowIn("s-x")).isEqualTo(1);

        relocate(second, "s-y");
        assertThat(ask("/api/units/s-a/undecided").get("entries").size()).isZero();
        assertThat(undecidedHelp()).isZero();
        assertThat(nowIn("s-y")).isEqualTo(1);
        assertThat(ask("/api/dashboards/c-1?quarter=2024-Q2&boundaries=as-now")
                        .at("/total/assistances")
                        .asInt())
                .isEqualTo(ask("/api/dashboards/c-1?quarter=2024-Q2")
                        .at("/total/assistances")
                        .asInt());
        help(team, second, 31, "2024-07-10", 201);
    }

    private static void relocate(String household, String unit) {
        created(
                "/api/households/" + household + "/relocation",
                "{\"unit\":\"%s\",\"effectiveFrom\":\"2024-07-01\"}".formatted(unit));
    }

    private static int undecidedHelp() {
        return ask("/api/dashboards/c-1?quarter=2024-Q2&boundaries=as-now")
                .at("/undecided/assistances")
                .asInt();
    }

    private static int nowIn(String unit) {
        return ask("/api/dashboards/" + unit + "?quarter=2024-Q2&boundaries=as-now")
                .at("/total/assistances")
                .asInt();
    }

    @Test
    void householdsOfAMergedHamletCountWhereTheHamletHasToBeMoved() {
        commune("k-1", "25828");
        Stream.of("k-a", "k-b", "k-c").forEach(id -> unit(id, "HAMLET", "Ấp " + id, "\"parent\":\"k-1\","));
        household("k-a", "HO-1");
        household("k-b", "HO-2");
        household("k-c", "HO-3");
        created("/api/units/k-c/merger", "{\"from\":[\"k-a\",\"k-b\"]," + DECREE + "}");
        commune("k-2", "25831");
        commune("k-3", "25834");
        created("/api/units/k-1/split", "{\"into\":[\"k-2\",\"k-3\"]," + DECREE + "}");

        JsonNode open = ask("/api/units/k-1/undecided");
        assertThat(open.get("entries").size()).isEqualTo(1);
        assertThat(open.at("/entries/0/unit/unit").asString()).isEqualTo("k-c");
        assertThat(open.get("households").asInt()).isEqualTo(3);
    }

    private static void commune(String id, String code) {
        unit(id, "COMMUNE", "Xã " + id, "\"officialCode\":\"%s\",\"parent\":\"d-1\",".formatted(code));
    }

    @Test
    void householdsLeftBehindAreVisible() {
        hamlet("l-a", "Ấp l-a");
        String team = team("l-a", 40);
        List<String> all = Stream.of("HO-1", "HO-2", "HO-3")
                .map(code -> household("l-a", code))
                .toList();
        assign(all.get(0), team, 41, "2024-03-01", 201);
        assign(all.get(1), team, 42, "2024-03-01", 201);
        assign(all.get(2), team, 40, "2024-03-01", 201);
        assertThat(households("l-a", "?unassigned=true")).isEmpty();

        created(
                "/api/teams/" + team + "/members/" + member(41) + "/end",
                "{\"reason\":\"RESIGNED\",\"lastDay\":\"2024-06-01\"}");
        JsonNode suspended = post(
                "/api/teams/" + team + "/members/" + member(42) + "/suspension",
                "{\"firstDay\":\"2024-06-01\",\"reason\":\"OTHER\",\"reasonText\":\"Nghỉ chữa bệnh dài ngày\"}",
                201);
        assertThat(suspended.get("warnings").toString()).contains("MEMBER_LEAVES_HOUSEHOLDS_BEHIND");
        assertThat(suspended.at("/warnings/0/text").asString()).startsWith("Đã ghi nhận.");
        assertThat(households("l-a", "?unassigned=true")).containsExactly(all.get(0), all.get(1));
        assertThat(texts(ask("/api/units/l-a/households?unassigned=true").get("items"), "absence"))
                .containsExactly("MEMBER_HAS_LEFT", "MEMBER_IS_SUSPENDED");
        assertThat(caseload(team)).isEqualTo(1);

        assign(all.get(0), team, 40, "2024-06-02", 201);
        assertThat(households("l-a", "?unassigned=true")).containsExactly(all.get(1));
    }

    private static int caseload(String team) {
        return StreamSupport.stream(
                        ask("/api/teams/" + team + "/reports/2024-Q2")
                                .get("figures")
                                .spliterator(),
                        false)
                .filter(figure -> figure.get("code").asString().equals("H02"))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asInt();
    }

    @Test
    void endedUnitsAcceptNothingNew() {
        Stream.of("e-a", "e-c").forEach(id -> hamlet(id, "Ấp " + id));
        created("/api/units/e-c/merger", "{\"from\":[\"e-a\"]," + DECREE + "}");

        JsonNode refused = post("/api/households", "{\"unit\":\"e-a\",\"reference\":\"HO-1\"}", 422);
        assertThat(refused.get("type").asString()).endsWith("unit-takes-nothing-new-after-its-end");
        assertThat(refused.toString()).contains("Ấp e-c (e-c)", "01/07/2024");
    }
}
