package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Tables for spreadsheets: stamped, with the same content as the answers, and without formulas. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TablesIT {

    private static final String FORMULA = "=HYPERLINK(\"x\")";

    private final Sample sample = new Sample(19, 300);
    private final TeamId team = sample.teams.getFirst();
    private final long tail = sample.scribe
            .write(new TeamRenamed(team, FORMULA, Sample.DECISION, Sample.DAY))
            .number();
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(tail);
    private final Json json = new Json(side.http());

    @AfterAll
    void close() {
        side.close();
    }

    private List<List<String>> table(String address) {
        EntityExchangeResult<byte[]> answer = side.http()
                .get()
                .uri(address)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "vi")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .expectHeader()
                .valueMatches(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"[A-Za-z0-9.-]+\\.csv\"")
                .expectBody()
                .returnResult();
        String text = new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF\"Lần ghi\"," + tail + "\r\n");
        return Arrays.stream(text.substring(1).split("\r\n", -1))
                .filter(line -> !line.isEmpty())
                .map(TablesIT::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells.stream()
                .map(each -> each.startsWith("\"")
                        ? each.substring(1, each.length() - 1).replace("\"\"", "\"")
                        : each)
                .toList();
    }

    private void assertStamped(List<List<String>> table) {
        Map<String, Object> moment = Json.map(json.freshness("/api/units").get("moment"));
        assertThat(table.get(0)).containsExactly("Lần ghi", String.valueOf(tail));
        assertThat(table.get(1)).containsExactly("Mã chuỗi", Objects.toString(moment.get("chain")));
        assertThat(table.get(2).getFirst()).isEqualTo("Địa chỉ");
        assertThat(table.get(2).get(1)).contains("asOf=" + tail);
        assertThat(table(table.get(2).get(1)))
                .as("the address answers the same")
                .isEqualTo(table);
    }

    @Test
    void aDashboardIsATable() {
        List<List<String>> table = table("/api/dashboards/p/table.csv?quarter=2026-Q3");
        assertStamped(table);
        List<String> heads = table.get(3);
        Map<String, Object> answer = json.answer("/api/dashboards/p?quarter=2026-Q3");
        List<?> children = (List<?>) Objects.requireNonNull(answer.get("children"));
        assertThat(table).hasSize(3 + 1 + children.size() + 1);
        for (int i = 0; i < children.size(); i++) {
            Map<String, Object> child = Json.map(children.get(i));
            List<String> line = table.get(4 + i);
            assertThat(line.getFirst()).isEqualTo(child.get("unit"));
            assertThat(line.get(column(heads, "H05 "))).isEqualTo(String.valueOf(child.get("assistances")));
            assertThat(line.get(column(heads, "H04 "))).isEqualTo(String.valueOf(child.get("households")));
        }
        assertThat(table.getLast().get(column(heads, "H05 ")))
                .isEqualTo(String.valueOf(Json.map(answer.get("total")).get("assistances")));
    }

    private static int column(List<String> heads, String beginning) {
        return heads.indexOf(heads.stream()
                .filter(head -> head.startsWith(beginning))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aFigureIsATableOfItsEvents() {
        List<List<String>> table = table("/api/dashboards/p/figures/H05/table.csv?quarter=2026-Q3");
        assertStamped(table);
        Map<String, Object> answer = json.answer("/api/dashboards/p/figures/H05?quarter=2026-Q3&limit=1");
        assertThat(table.get(3).get(1)).isEqualTo(String.valueOf(answer.get("counted")));
        assertThat(table.subList(5, table.size()))
                .extracting(List::getFirst)
                .contains("1", String.valueOf(answer.get("counted")));
    }

    @Test
    void lateAndMissingReportsAreATableWithoutFormulas() {
        List<List<String>> table = table("/api/units/c0/reports/table.csv?quarter=2026-Q3");
        assertStamped(table);
        List<?> reports = (List<?>) Objects.requireNonNull(
                json.answer("/api/units/c0/reports?quarter=2026-Q3").get("reports"));
        assertThat(table).hasSize(4 + reports.size());
        assertThat(table.stream()
                        .filter(line -> line.getFirst().equals(team.value()))
                        .findFirst()
                        .orElseThrow())
                .contains("'" + FORMULA);
        assertThat(table).flatExtracting(line -> line).noneMatch(cell -> cell.matches("(?s)[=+@\\-\\t\\r].*"));
    }

    @Test
    void theRegisterOfCorrectionsIsATable() {
        List<List<String>> table = table("/api/made-corrections/table.csv");
        assertStamped(table);
        List<?> made = (List<?>) Objects.requireNonNull(
                json.answer("/api/made-corrections?limit=200").get("corrections"));
        assertThat(made).isNotEmpty();
        for (int i = 0; i < made.size(); i++) {
            Map<String, Object> each = Json.map(made.get(i));
            assertThat(table.get(4 + i))
                    .contains(String.valueOf(each.get("commit")), Objects.toString(each.get("name")));
        }
    }

    @Test
    void whatASpreadsheetTakesForAFormulaIsNone() {
        for (String text : List.of("=1", "+1", "-1", "@x", "\tx", "\rx", "  =1", "'=1", "＝1")) {
            assertThat(SpreadsheetTable.cell(text)).as(text).startsWith("\"'");
        }
        assertThat(SpreadsheetTable.cell("a=1, \"b\"")).isEqualTo("\"a=1, \"\"b\"\"\"");
        assertThat(SpreadsheetTable.cell("Hà Nội".toUpperCase(Locale.ROOT))).isEqualTo("\"HÀ NỘI\"");
    }
}
