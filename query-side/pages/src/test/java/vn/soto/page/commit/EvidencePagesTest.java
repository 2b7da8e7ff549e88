package vn.soto.page.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;

final class EvidencePagesTest {

    private static final String EVENT = """
            {"answer":{"position":7,"commit":5,"event":"e7","name":"assistance.recorded.v3","title":"ghi lượt","sentence":"Hướng dẫn hộ A",
            "about":["team:t"],"fields":[{"field":"note","label":"ghi chú","sealed":true},{"field":"mode","label":"cách","value":"làm mẫu","sealed":false}],
            "body":{"x":"<b>"},"at":"2025-01-05T03:00:00Z","who":"demo-leader","command":"record-assistance","correlation":"plan:1","causation":"c",
            "chain":"ab","correctedBy":%s}}""";
    private static final String CORRECTED = "[{\"position\":9,\"commit\":6,\"event\":\"e9\"}]";

    private static PageContext context(String address) {
        return Rendered.context(address, Map.of());
    }

    private static ApiAnswer commit(long number, long head) {
        return Rendered.answer("/api/commits/{commit}", "/api/commits/" + number, """
                {"freshness":{"moment":{"commit":%d,"at":"2025-01-05T03:00:00Z"},"head":{"commit":%d,"at":"2025-01-05T03:00:00Z"}},
                "answer":{"commit":%d,"at":"2025-01-05T03:00:00Z","chain":"ab","previous":"aa","who":"demo-leader","command":"record-assistance",
                "why":"Nhập thiếu","correlation":"plan:1","causation":"c",
                "events":[{"position":7,"event":"e7","name":"assistance.recorded.v3","sentence":"Hướng dẫn hộ A","body":{"x":1}}]}}""".formatted(head, head, number));
    }

    @Test
    void aCommitLeadsToItsNeighboursAndNoFurther() {
        Rendered rendered = new Rendered(new CommitPage());
        String middle = rendered.html(commit(5, 6), context("/commits/5"), Rendered.saying(_ -> EVENT.formatted("[]")));
        assertThat(middle)
                .contains("rel=\"prev\" href=\"/commits/4\"", "rel=\"next\" href=\"/commits/6\"", "Nhập thiếu");
        String only = rendered.html(commit(1, 1), context("/commits/1"), Rendered.saying(_ -> EVENT.formatted("[]")));
        assertThat(only).doesNotContain("rel=\"prev\"", "rel=\"next\"");
    }

    @Test
    void whatWasCorrectedIsStruckThroughAndSaysSo() {
        Rendered rendered = new Rendered(new CommitPage());
        String html =
                rendered.html(commit(5, 6), context("/commits/5"), Rendered.saying(_ -> EVENT.formatted(CORRECTED)));
        assertThat(rendered.asked()).containsExactly("/api/events/7");
        assertThat(html).contains("<s>Hướng dẫn hộ A</s>", "đã được đính chính bởi", "href=\"/events/9\"");
        String sound = rendered.html(commit(5, 6), context("/commits/5"), Rendered.saying(_ -> EVENT.formatted("[]")));
        assertThat(sound).contains("<strong>Hướng dẫn hộ A</strong>").doesNotContain("<s>");
    }

    /** A sentence of the API has the whole id of a member; a page the name, or none. */
    @Test
    void aSentenceHasNoId() {
        String member = "0192e293-ad70-75b4-b7a2-00df668ca1f1";
        String event = EVENT.formatted("[]").replace("hộ A", "thành viên " + member);
        ApiAnswer officer = Rendered.answer("/api/me", "/api/me", """
                {"answer":{"account":"officer","places":[],"rights":[{"role":"OFFICER","may":[]}]}}""");
        String shown = new Rendered(new EventPage())
                .html(
                        Rendered.answer("/api/events/{position}", "/api/events/7", event),
                        Rendered.context("/events/7", officer),
                        Rendered.saying(_ -> "{}"));
        ApiAnswer commit = Rendered.answer("/api/commits/{commit}", "/api/commits/5", """
                {"freshness":{"moment":{"commit":5,"at":"2025-01-05T03:00:00Z"},"head":{"commit":6,"at":"2025-01-05T03:00:00Z"}},
                "answer":{"commit":5,"at":"2025-01-05T03:00:00Z","chain":"ab","previous":"aa","who":"demo-leader",
                "events":[{"position":7,"event":"e7","name":"x","sentence":"Hướng dẫn thành viên %s","body":{"x":1}}]},
                "links":{"ids":{},"names":{"member":{"%s":"Lý Thị Hạnh"}}}}""".formatted(member, member));
        String listed = new Rendered(new CommitPage())
                .html(commit, Rendered.context("/commits/5", officer), Rendered.saying(_ -> event));

        assertThat(shown).contains("Hướng dẫn thành viên không nêu mã");
        assertThat(listed).contains("<strong>Hướng dẫn thành viên Lý Thị Hạnh</strong>");
    }

    @Test
    void aSealedFieldIsNotShownAndStoredTextIsNoMarkup() {
        ApiAnswer event = Rendered.answer("/api/events/{position}", "/api/events/7", EVENT.formatted(CORRECTED));
        String html = new Rendered(new EventPage()).html(event, context("/events/7"), Rendered.saying(_ -> "{}"));
        assertThat(html)
                .contains(
                        "[được giữ kín]",
                        "làm mẫu",
                        "<s>Hướng dẫn hộ A</s>",
                        "href=\"/correlations/plan%3A1\"",
                        "&lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void theRegisterOfCorrectionsGoesOn() {
        ApiAnswer made = Rendered.answer("/api/made-corrections", "/api/made-corrections", """
                {"answer":{"next":40,"corrections":[{"position":9,"commit":6,"event":"e9","name":"assistance.corrected.v4","sentence":"Đính chính",
                "about":[],"recorded":"2025-01-05T03:00:00Z","who":"demo-leader","why":"Nhập thiếu","corrects":{"position":7,"commit":5,"event":"e7"}}]},
                 "links":{"next":{"href":"/api/made-corrections?before=40&who=demo-leader"}}}""");
        String html = new Rendered(new Registers().correctionsRegister())
                .html(made, context("/made-corrections?who=demo-leader"), Rendered.saying(_ -> "{}"));
        assertThat(html)
                .contains(
                        "“Nhập thiếu”",
                        "<s><a href=\"/events/7\">",
                        "href=\"/made-corrections?before=40&amp;who=demo-leader\"")
                .contains("name=\"who\" value=\"demo-leader\"");
    }

    @Test
    void theRegistersOfReadsAndRefusalsAreTables() {
        String reads = new Rendered(new Registers().readsRegister())
                .html(
                        Rendered.answer("/api/personal-data-reads", "/api/personal-data-reads", """
                {"answer":{"reads":[{"at":"2025-01-05T03:00:00Z","account":"officer","role":"COMMUNE_OFFICER","subject":"member:m1",
                "question":"/api/members/m1"}]},"links":{"ids":{"member":{"m1":{"href":"/api/members/m1","name":"Người Một"}}}}}"""),
                        context("/personal-data-reads"),
                        Rendered.saying(_ -> "{}"));
        assertThat(reads).contains("10:00 05/01/2025", "Người Một", "href=\"/personal-data-reads?account=officer\"");
        String refused = new Rendered(new Registers().refusalsRegister())
                .html(
                        Rendered.answer("/api/refused-access", "/api/refused-access", """
                {"answer":{"refused":[{"account":"member","operation":"GET /api/leaves","lacking":"not-allowed LEDGER",
                "first":"2025-01-05T03:00:00Z","last":"2025-01-05T03:00:00Z","times":3}]}}"""),
                        context("/refused-access"),
                        Rendered.saying(_ -> "{}"));
        assertThat(refused).contains("GET /api/leaves", "data-at=\"/answer/refused/0/times\" value=\"3\"");
    }
}
