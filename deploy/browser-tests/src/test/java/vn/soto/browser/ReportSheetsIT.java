package vn.soto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** All reports of the demo are two sheets, with words of the report beside the signatures. */
@Tag("browser")
@Tag("processes")
@Tag("long")
@ResourceLock(value = RunningProduct.DEMO, mode = ResourceAccessMode.READ)
final class ReportSheetsIT {

    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String CITY = "hcm-001";
    private static final List<String> QUARTERS =
            List.of("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4");

    /** @param lines lines with a figure that is not 0 */
    private record Report(String address, long lines) {}

    private static Report report(String address, String list, String value) {
        long lines = list(PRODUCT.json("auditor", "/api" + address, "/answer/" + list))
                .filter(line -> line.path(value).asLong(0) != 0)
                .count();
        return new Report(address, lines);
    }

    private static Stream<JsonNode> list(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Stream<String> each(String question, String id) {
        return list(PRODUCT.json("auditor", question, "/answer/items"))
                .map(item -> item.get(id).asString());
    }

    private static List<Report> ofUnits() {
        List<Report> communes = new ArrayList<>();
        for (String quarter : List.of("2025-Q4", "2026-Q3")) {
            list(PRODUCT.json("auditor", "/api/units/" + CITY + "/reports?quarter=" + quarter, "/answer/units"))
                    .map(unit -> "/units/" + unit.get("unit").asString() + "/reports/" + quarter)
                    .forEach(address -> communes.add(report(address, "lines", "value")));
        }
        return Stream.concat(
                        QUARTERS.stream()
                                .map(quarter -> report("/units/" + CITY + "/reports/" + quarter, "lines", "value")),
                        communes.stream())
                .toList();
    }

    /** Of the teams of the demo: a story that founds one may come before. */
    private static Stream<Report> ofTeams() {
        return each("/api/teams?unit=hcm-013&limit=50&asOf=37000", "team")
                .map(team -> report("/teams/" + team + "/reports/2025-Q4", "figures", "reported"));
    }

    @Test
    void ofCityCommunesAndTeamsAreTwoSheets() throws IOException {
        List<Report> reports = Stream.concat(ofUnits().stream(), ofTeams()).toList();
        assertThat(reports).extracting(Report::lines).anyMatch(lines -> lines > 60);
        List<String> faults = new ArrayList<>();
        for (Report report : reports) {
            try (PDDocument document = Loader.loadPDF(PRODUCT.paper("auditor", report.address()))) {
                int sheets = document.getNumberOfPages();
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(sheets);
                String text = last.getText(document);
                if (sheets > 2 || !text.contains("Mô hình hay") || !text.contains("NGƯỜI LẬP BIỂU")) {
                    faults.add(report + " has " + sheets + " sheets, the last says " + text);
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
