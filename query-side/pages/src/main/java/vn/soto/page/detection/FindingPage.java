package vn.soto.page.detection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** One finding: what was looked for, why it can be innocent, and the records that show it, in their groups. */
@PageOf("/api/findings/{finding}")
final class FindingPage implements QuestionPage {

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part line = answer.answer().get("line");
        String id = line.get("team").text();
        String team = answer.name("team", id).orElseGet(() -> page.format().id(id));
        return new View(
                page.t("detection.finding", line.get("name").text(), team),
                "detection/finding.jte",
                Map.of("answer", answer, "groups", groups(answer.answer().get("evidence"))));
    }

    static List<List<Part>> groups(Part evidence) {
        return List.copyOf(evidence.items().stream()
                .collect(Collectors.groupingBy(
                        record -> record.get("group").number(), TreeMap::new, Collectors.toList()))
                .values());
    }
}
