package vn.soto.page.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PaperForm;
import vn.soto.page.Rendered;
import vn.soto.paper.Paper;

final class ReportPaperTest {

    private static final String QUESTION = "/api/teams/t/reports/2026-Q3";
    private static final String FIGURES = """
            [{"code":"H01","value":null,"reported":null,"name":"Tổng số hộ","unit":"hộ"},
            {"code":"T03","value":0,"reported":0,"name":"Thành viên được tập huấn","unit":"người"},
            {"code":"S04","value":0,"reported":0,"name":"Tài khoản thanh toán số","unit":"tài khoản"},
            {"code":"H05","value":3,"reported":1204,"name":"Lượt hướng dẫn","unit":"lượt",
            "override":{"value":1204,"by":"leader","why":"Khác sổ","whyText":"đếm sổ giấy"}},
            {"code":"O.done","value":8,"reported":8,"name":"Số lượt đã xong","unit":"lượt"},
            {"code":"O.partly","value":0,"reported":0,"name":"Số lượt xong một phần","unit":"lượt"},
            {"code":"O.not-done","value":1,"reported":1,"name":"Số lượt chưa làm được","unit":"lượt"},
            {"code":"C.vneid-level-2","value":9,"reported":9,"name":"Số lượt hướng dẫn theo dịch vụ: Kích hoạt VNeID","unit":"lượt"},
            {"code":"P02","value":37,"reported":37,"name":"Người dự","unit":"lượt","source":"ATTENDANCE_LIST"}]""";
    private static final String VERSIONS = """
            [{"version":1,"commit":70,"at":"2026-10-05T02:00:00Z","late":false,"by":"leader"},
            {"version":2,"commit":90,"at":"2026-10-09T02:00:00Z","late":true,"by":"leader"}]""";

    private static ApiAnswer report(String version, String versions) {
        return report(version, versions, FIGURES);
    }

    private static ApiAnswer report(String version, String versions, String figures) {
        return Rendered.answer(
                "/api/teams/{team}/reports/{quarter}", QUESTION, """
                {"freshness":{"moment":{"commit":120,"chain":"ffff"}},"answer":{"team":"t","quarter":"2026-Q3",%s"versions":%s,
                "figures":%s,"pin":{"commit":69,"chain":"abcd"},"content":"c0de",
                "recipient":{"unit":"u","name":"xã Bàu Bàng"},"period":{"firstDay":"2026-07-01","lastDay":"2026-09-30","dueOn":"2026-10-07"},
                "narrative":{"difficulties":"Sóng yếu ở ấp 3."}},
                "links":{"ids":{"team":{"t":{"href":"/api/teams/t","name":"Tổ CNSCĐ ấp 3"}}}}}""".formatted(version, versions, figures));
    }

    private static ApiAnswer team() {
        return Rendered.answer("/api/teams/{team}", "/api/teams/t", """
                {"answer":{"name":"Tổ CNSCĐ ấp 3","foundingDecision":"12/QĐ-UBND","signedOn":"2024-11-04","coverage":["r"],
                "members":[{"member":"m"}]},"links":{"ids":{"unit":{"r":{"href":"/api/units/r","name":"Ấp 3"}}},
                "names":{"member":{"m":"Nguyễn Thị Lan"}}}}""");
    }

    private static ApiAnswer commune() {
        return Rendered.answer(
                "/api/units/{unit}",
                "/api/units/u?asOf=90",
                "{\"answer\":{\"unit\":\"u\",\"kind\":\"COMMUNE\",\"name\":\"Bàu Bàng\"}}");
    }

    private static Paper paper(ApiAnswer report) {
        return paper(report, "");
    }

    private static Paper paper(ApiAnswer report, String known) {
        PaperForm form = new ReportPage().paper(report).orElseThrow();
        PageContext page = Rendered.context("/teams/t/reports/2026-Q3?asOf=90&version=2", Map.of());
        assertThat(form.further(report, page))
                .containsExactly(
                        "/api/teams/t?asOf=90", "/api/units/u?asOf=90", "/api/units/u/people?asOf=69&quarter=2026-Q3");
        return form.paper(report, List.of(team(), commune(), people(known)), List.of(), page);
    }

    private static ApiAnswer people(String confirmed) {
        return Rendered.answer(
                "/api/units/{unit}/people", "/api/units/u/people?asOf=69&quarter=2026-Q3", """
                {"answer":{"unit":{"unit":"u","kind":"COMMUNE","name":"Bàu Bàng"},"lines":[
                {"people":"CONFIRMED_ADULTS"%s,"guided":90},{"people":"SKILLED_WORKERS"}]}}""".formatted(confirmed));
    }

    @Test
    void aVersionIsAskedForAsOfTheCommitThatSubmittedIt() {
        PaperForm form = new ReportPaper();
        assertThat(form.question(QUESTION, report("\"version\":1,", VERSIONS)))
                .isEqualTo(QUESTION + "?asOf=70&version=1");
        assertThat(form.question(QUESTION + "?version=2", report("\"version\":2,", VERSIONS)))
                .isEqualTo(QUESTION + "?asOf=90&version=2");
        assertThat(form.question(QUESTION, report("", "[]"))).isEqualTo(QUESTION + "?asOf=120");
        assertThat(form.namesPeople()).isFalse();
    }

    @Test
    void zerosAreOneSentenceAndNotWhatNobodyKnows() {
        List<Paper.Block> body = paper(report("\"version\":2,", VERSIONS)).body();
        assertThat(body)
                .contains(
                        new Paper.Paragraph(
                                "3 chỉ tiêu bằng 0: Thành viên được tập huấn; Tài khoản thanh toán số; Kết quả (xong một phần)."),
                        new Paper.Paragraph("1 chỉ tiêu chưa có số liệu: Tổng số hộ."),
                        new Paper.Paragraph("Địa bàn: Ấp 3."),
                        new Paper.Paragraph("Báo cáo được nộp sau hạn."),
                        new Paper.Paragraph("Khó khăn, kiến nghị: Sóng yếu ở ấp 3."),
                        new Paper.Paragraph("Phong trào “Bình dân học vụ số”: chưa có số liệu của xã Bàu Bàng."),
                        new Paper.Paragraph("Mô hình hay: không có."));
        assertThat(tables(body).getFirst().rows())
                .containsExactly(
                        List.of("1", "Lượt hướng dẫn", "lượt", "1.204", "sổ có 3; Khác sổ: đếm sổ giấy"),
                        List.of("2", "Người dự", "lượt", "37", "ghi tay theo danh sách người dự có chữ ký"));
        assertThat(tables(body).getLast().rows())
                .containsExactly(
                        List.of("Kết quả", "đã xong: 8; chưa làm được: 1"), List.of("Dịch vụ", "Kích hoạt VNeID: 9"));
    }

    private static List<Paper.Table> tables(List<Paper.Block> body) {
        return body.stream()
                .filter(Paper.Table.class::isInstance)
                .map(Paper.Table.class::cast)
                .toList();
    }

    /** A column of notes is there where a figure has one. */
    @Test
    void withoutNotesThereIsNoColumnOfThem() {
        String figures =
                "[{\"code\":\"H05\",\"value\":3,\"reported\":3,\"name\":\"Lượt hướng dẫn\",\"unit\":\"lượt\"}]";
        Paper.Table table = tables(
                        paper(report("\"version\":2,", VERSIONS, figures)).body())
                .getFirst();
        assertThat(table.columns())
                .extracting(Paper.Column::title)
                .containsExactly("TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả");
        assertThat(table.rows()).containsExactly(List.of("1", "Lượt hướng dẫn", "lượt", "3"));
    }

    @Test
    void theLinesOfTheMovementStandBesideWhatTheTeamGuided() {
        List<Paper.Block> body = paper(
                        report("\"version\":2,", VERSIONS), ",\"persons\":30,\"whole\":40,\"permille\":750")
                .body();
        assertThat(body).contains(new Paper.Paragraph("Phong trào “Bình dân học vụ số” – xã Bàu Bàng:"));
        assertThat(tables(body).getLast().rows())
                .containsExactly(
                        List.of(
                                "1",
                                "Người trưởng thành đã xác nhận phổ cập kỹ năng số trên VNeID",
                                "30",
                                "40",
                                "75%",
                                "–"),
                        List.of("2", "Người lao động trong doanh nghiệp có kỹ năng số", "–", "–", "–", "–"));
    }

    @Test
    void thePaperHasTheDayOfItsVersionAndItsHashes() {
        Paper paper = paper(report("\"version\":2,", VERSIONS));
        assertThat(paper.superior()).isEqualTo("Ủy ban nhân dân xã Bàu Bàng");
        assertThat(paper.organ()).isEqualTo("Tổ CNSCĐ ấp 3");
        assertThat(paper.dated()).isEqualTo("Bàu Bàng, ngày 09 tháng 10 năm 2026");
        assertThat(paper.mark()).isEmpty();
        assertThat(paper.recipients()).containsExactly("Nơi nhận:", "- Ủy ban nhân dân xã Bàu Bàng;", "- Lưu.");
        assertThat(paper.evidence().lines())
                .containsExactly(
                        "Bản nộp lần 2, vào sổ số 90, ngày 09/10/2026",
                        "Chốt ở lần ghi số 69, mã kiểm chứng abcd",
                        "Mã nội dung c0de");
        assertThat(paper.evidence().address())
                .isEqualTo("http://127.0.0.1:8080/teams/t/reports/2026-Q3?asOf=90&version=2");
        assertThat(paper.toString()).doesNotContain("Nguyễn Thị Lan");
        Paper draft = paper(report("", "[]"));
        assertThat(draft.mark()).isEqualTo("(Dự thảo, chưa nộp)");
        assertThat(draft.dated()).isEqualTo("Bàu Bàng, ngày …… tháng …… năm ……");
    }
}
