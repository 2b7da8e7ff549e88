package vn.soto.page.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.page.ApiAnswer;
import vn.soto.page.QuestionPage;
import vn.soto.page.Rendered;
import vn.soto.page.TitledPage;

/** A record that a change left behind says why in words; the names of rules are for programs. */
final class LeftBehindPageTest {

    private static final String WHY = "Có người trong danh sách không hoạt động trong tổ.";

    private static ApiAnswer answer(RestingKind kind, String rule) {
        return Rendered.answer("/api/corrections", "/api/corrections", """
                {"answer":{"total":1,"records":[{"kind":"%s","record":"r1","team":"t","day":"2026-11-20","household":"h","commit":90,
                "reasons":[{"rule":"%s","text":"%s","members":["m"],"commit":90}]}]},
                "links":{"ids":{"team":{"t":{"href":"/api/teams/t","name":"Tổ ấp 3"}},"record":{"r1":{"href":"/api/assistances/r1"}},
                "household":{"h":{"href":"/api/households/h","name":"BB07-0131"}},"commit":{"90":{"href":"/api/commits/90"}}},
                "names":{"member":{"m":"Nguyễn Thị Lan"}}}}""".formatted(kind, rule, WHY));
    }

    static Stream<String[]> rules() {
        return Stream.of(RestingKind.values())
                .flatMap(kind -> Stream.concat(
                                Stream.of(kind.memberRule()),
                                Stream.of(Beneficiary.Kind.values()).map(kind::areaRule))
                        .distinct()
                        .map(rule -> new String[] {kind.name(), rule}));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noRuleIsReadByItsName(String kind, String rule) {
        for (QuestionPage page : new QuestionPage[] {
            TitledPage.RECORDS_TO_CORRECT, Rendered.pages().of("")
        }) {
            String html = new Rendered(page)
                    .html(
                            answer(RestingKind.valueOf(kind), rule),
                            Rendered.context("/corrections", Map.of()),
                            Rendered.saying(_ -> "{}"));
            assertThat(html).contains(WHY, "Nguyễn Thị Lan", "Tổ ấp 3").doesNotContain(rule, kind + "<");
        }
    }

    @Test
    void eachLeadsToTheRecordAndToTheChange() {
        String html = new Rendered(TitledPage.RECORDS_TO_CORRECT)
                .html(
                        answer(RestingKind.ASSISTANCE, RestingKind.ASSISTANCE.memberRule()),
                        Rendered.context("/corrections", Map.of()),
                        Rendered.saying(_ -> "{}"));
        assertThat(html)
                .contains(
                        "href=\"/assistances/r1\">Lượt hướng dẫn ngày 20/11/2026</a>",
                        "href=\"/households/h\"",
                        "href=\"/commits/90\"");
    }
}
