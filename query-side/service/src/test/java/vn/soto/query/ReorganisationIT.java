package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** A file is looked at; nothing comes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReorganisationIT {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final String HEADER = "action,unit,kind,name,official_code,parent,successor\n";
    private static final String FILE = HEADER + """
            establish,n,ward,Phường Bắc,25740,p,
            establish,s,ward,Phường Nam,25741,p,
            reparent,c0-r0,,,,n,
            split,c0,,,,,n
            split,c0,,,,,s
            merge,c1,,,,,s
            rename,c2,,Phường Hai,,,
            split,c2-r0,,,,,c2-r1
            split,c2-r0,,,,,c2-r2
            """;

    private final Sample sample = new Sample(5, 600);
    private final long tail = sample.scribe.ledger.tail().number();
    private final QuerySideFixture side = QuerySideFixture.of(sample.scribe).upTo(tail);

    @AfterAll
    void close() {
        side.close();
    }

    private EntityExchangeResult<Map<String, Object>> post(String csv, String language, String role) {
        return side.http(role)
                .post()
                .uri("/api/reorganisations/preview?effectiveFrom=2026-07-01")
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .bodyValue(csv)
                .exchange()
                .expectBody(OBJECT)
                .returnResult();
    }

    private Map<String, Object> preview(String csv, String language) {
        EntityExchangeResult<Map<String, Object>> result = post(csv, language, "AUDITOR");
        Map<String, Object> body = Objects.requireNonNull(result.getResponseBody());
        assertThat(result.getStatus().value()).as("%s", body).isEqualTo(200);
        return Json.map(body.get("answer"));
    }

    @Test
    void countsWhatAFileTouchesAndWhatItLeavesUnresolved() {
        Map<String, Object> preview = preview(FILE, "vi");

        assertThat(preview)
                .containsEntry("effectiveFrom", "2026-07-01")
                .containsEntry("actions", Map.of("establish", 2, "merge", 1, "rename", 1, "reparent", 1, "split", 4))
                .containsEntry("errors", List.of())
                .containsEntry("touched", 10);
        assertThat(preview)
                .extractingByKey("ending", LIST)
                .extracting(unit -> Json.map(unit).get("unit"))
                .containsExactly("c0", "c1", "c2-r0");
        assertThat(preview)
                .extractingByKey("unresolved", LIST)
                .extracting(each -> unit(Json.map(each).get("unit")) + " in "
                        + unit(Json.map(each).get("in")) + " " + Json.map(each).get("households"))
                .containsExactlyInAnyOrder(
                        "c0-r1 in c0 " + sample.households("c0-r1"),
                        "c0-r2 in c0 " + sample.households("c0-r2"),
                        "c2-r0 in c2-r0 " + sample.households("c2-r0"));
        long households = List.of("c0-r0", "c0-r1", "c0-r2", "c1-r0", "c1-r1", "c1-r2", "c2-r0").stream()
                .mapToLong(sample::households)
                .sum();
        assertThat(preview).containsEntry("households", (int) households);
    }

    @Test
    void namesTeamsAndTheReportsTheyHaveNotSubmitted() {
        Map<String, Object> preview = preview(FILE, "vi");

        Set<Object> covering = new HashSet<>();
        for (String unit : List.of("c0", "c1", "c2-r0")) {
            List<?> teams = (List<?>) Objects.requireNonNull(
                    new Json(side.http()).whole("/api/teams?unit=" + unit).get("answer"));
            teams.forEach(team -> covering.add(Json.map(team).get("team")));
        }
        assertThat(preview)
                .extractingByKey("teams", LIST)
                .extracting(team -> Json.map(team).get("team"))
                .containsExactlyInAnyOrderElementsOf(covering);
        assertThat(preview)
                .extractingByKey("teams", LIST)
                .extracting(team -> Json.map(team).get("units"))
                .containsOnly(1, 2);
        List<String> open = ((List<?>) Objects.requireNonNull(preview.get("reports")))
                .stream()
                        .map(Json::map)
                        .map(report -> report.get("team") + "/" + report.get("quarter"))
                        .toList();
        Json json = new Json(side.http());
        for (Object team : (List<?>) Objects.requireNonNull(preview.get("teams"))) {
            for (String quarter : List.of("2026-Q2", "2026-Q3")) {
                String report = Json.map(team).get("team") + "/" + quarter;
                boolean submitted = "SUBMITTED"
                        .equals(json.answer("/api/teams/" + report.replace("/", "/reports/"))
                                .get("status"));
                assertThat(open.contains(report)).as(report).isNotEqualTo(submitted);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "merge,c9,,,,,c0 | 1 | unit | UNKNOWN_UNIT | c9",
                "merge,c1,,,,,x | 1 | successor | UNKNOWN_UNIT | x",
                "establish,c1,ward,A,25741,p, | 1 | unit | EXISTS_ALREADY | c1",
                "merge,c1,,,,, | 1 | successor | CELL_IS_NEEDED | ''"
            })
    void saysWhichCellIsWrongAndWhatToDo(String row, int number, String column, String cause, String value) {
        List<?> errors =
                (List<?>) Objects.requireNonNull(preview(HEADER + row, "en").get("errors"));

        assertThat(errors).hasSize(1);
        assertThat(Json.map(errors.getFirst()))
                .containsEntry("row", number)
                .containsEntry("column", column)
                .containsEntry("cause", cause)
                .containsEntry("value", value)
                .extractingByKey("suggestion")
                .asString()
                .contains(". ");
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(preview(HEADER + "merge,c9,,,,,c0", "vi").toString()).contains("Sổ không có đơn vị “c9”");
    }

    @ParameterizedTest
    @CsvSource({"ADMINISTRATOR, 200", "OFFICER, 200", "AUDITOR, 200", "LEADER, 403", "MEMBER, 403"})
    void isForThoseWhoDecideAndThoseWhoCheck(String role, int status) {
        assertThat(post(FILE, "vi", role).getStatus().value()).isEqualTo(status);
    }

    @Test
    void writesNothing() {
        preview(FILE, "vi");

        assertThat(sample.scribe.ledger.tail().number()).isEqualTo(tail);
    }

    private static String unit(@org.jspecify.annotations.Nullable Object line) {
        return String.valueOf(Json.map(line).get("unit"));
    }
}
