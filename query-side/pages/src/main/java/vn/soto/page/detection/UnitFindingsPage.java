package vn.soto.page.detection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The findings of detectors in a quarter of a unit: records to look at, all of which may be right. */
@PageOf("/api/units/{unit}/findings")
final class UnitFindingsPage implements QuestionPage {

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return List.of("/api/detectors");
    }

    /** Those that point to something here, and the one chosen. */
    private static List<Part> shown(ApiAnswer answer, ApiAnswer detectors, PageContext page) {
        Set<String> pointing = answer.answer().get("findings").items().stream()
                .map(finding -> finding.get("detector").text())
                .collect(Collectors.toSet());
        return detectors.answer().items().stream()
                .filter(detector -> pointing.contains(detector.get("code").text())
                        || detector.get("code").text().equals(page.parameter("detector")))
                .toList();
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t(
                        "detection.of-unit",
                        answer.subject().orElse(""),
                        page.format().text(answer.answer().get("quarter").text())),
                "detection/unit-findings.jte",
                Map.of("answer", answer, "detectors", shown(answer, further.getFirst(), page)));
    }
}
