package vn.soto.page.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.report.Indicators;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PaperForm;
import vn.soto.page.Rendered;
import vn.soto.paper.Paper;
import vn.soto.paper.PaperFile;

/** A unit's report in which no line is 0, with every service of the plan and the five lines, is two sheets. */
final class FullReportPaperTest {

    private static final String ADDRESS = "/units/u/reports/2026-Q3?asOf=90&version=1";
    private static final ResourceBundle NAMES =
            ResourceBundle.getBundle("vn.soto.query.indicator.indicators", Locale.of("vi"));
    private static final String PEOPLE = Stream.of(
                    "CONFIRMED_ADULTS", "SKILLED_ADULTS", "SKILLED_PUPILS", "SKILLED_OFFICIALS", "SKILLED_WORKERS")
            .map(people -> "{\"people\":\"%s\",\"persons\":1364795,\"whole\":1972974,\"permille\":692,\"guided\":31196}"
                    .formatted(people))
            .collect(Collectors.joining(","));

    private static String line(String code, String name, String unit, int value) {
        return "{\"code\":\"%s\",\"name\":\"%s\",\"counted\":\"%s\",\"value\":%d}".formatted(code, name, unit, value);
    }

    /** Every line that a report of today can have, and each service of the plan. */
    private static List<String> lines(int value) {
        return Stream.concat(
                        Stream.concat(Indicators.codes(Indicators.VERSION).stream(), Stream.of("H03"))
                                .map(code -> line(
                                        code, NAMES.getString(code + ".name"), NAMES.getString(code + ".unit"), value)),
                        PlanCatalogue.version1().services().stream()
                                .map(service -> line(
                                        "C." + service.code(),
                                        NAMES.getString("C.name") + ": " + service.vi(),
                                        "lượt",
                                        value)))
                .toList();
    }

    private static List<String> sheets(List<String> lines, String opinion) throws IOException {
        return sheets(lines, opinion, "\"recipient\":\"c\",");
    }

    private static List<String> sheets(List<String> lines, String opinion, String recipient) throws IOException {
        ApiAnswer report = Rendered.answer("/api/units/{unit}/reports/{quarter}", "/api" + ADDRESS, """
                {"answer":{"unit":"u","quarter":"2026-Q3","version":1,%4$s
                "firstDay":"2026-07-01","lastDay":"2026-09-30","dueOn":"2026-10-07","parts":[{},{}],"lacking":[],
                "versions":[{"version":1,"commit":64790,"at":"2026-10-05T02:00:00Z"}],
                "pin":{"commit":64789,"chain":"%1$s"},"content":"%1$s","narrative":{"difficulties":"%2$s"},"lines":[%3$s]}}""".formatted(
                        "b8653c8c".repeat(8), opinion, String.join(",", lines), recipient));
        PageContext page = Rendered.context(ADDRESS, Map.of());
        PaperForm form = new UnitReportPaper();
        List<ApiAnswer> further = form.further(report, page).stream()
                .map(address -> Rendered.answer("", address, answer(address)))
                .toList();
        Paper paper = form.paper(report, further, List.of(), page);
        Paper coded = paper.with(new Paper.Evidence(
                paper.evidence().heading(),
                Stream.concat(
                                paper.evidence().lines().stream(),
                                Stream.of(paper.evidence().address(), "Mã tờ in"))
                        .toList(),
                "http://127.0.0.1:8080/verify/02YM1-0YHZ7-E46MS-Z8717-2VGE8K"));
        try (PDDocument document = Loader.loadPDF(PaperFile.of(coded))) {
            PDFTextStripper stripper = new PDFTextStripper();
            return IntStream.rangeClosed(1, document.getNumberOfPages())
                    .mapToObj(sheet -> {
                        stripper.setStartPage(sheet);
                        stripper.setEndPage(sheet);
                        return text(stripper, document);
                    })
                    .toList();
        }
    }

    private static String text(PDFTextStripper stripper, PDDocument document) {
        try {
            return stripper.getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String answer(String address) {
        return address.contains("/people?")
                ? "{\"answer\":{\"unit\":{\"unit\":\"u\",\"kind\":\"COMMUNE\",\"name\":\"Bàu Bàng\"},\"lines\":["
                        + PEOPLE + "]}}"
                : address.contains("/units/u")
                        ? "{\"answer\":{\"unit\":\"u\",\"kind\":\"COMMUNE\",\"name\":\"Bàu Bàng\"}}"
                        : "{\"answer\":{\"unit\":\"c\",\"kind\":\"MUNICIPALITY\",\"name\":\"Hồ Chí Minh\"}}";
    }

    /** A commune has numbers of five digits at most, and a province, which reports to nobody, of six. */
    @ParameterizedTest
    @ValueSource(ints = {1, 28_411, 948_211})
    void whereNoLineIsZeroTwoSheetsHoldItAll(int value) throws IOException {
        List<String> sheets = value < 100_000 ? sheets(lines(value), "") : sheets(lines(value), "", "");
        assertThat(sheets).hasSize(2);
        assertThat(String.join(" ", sheets))
                .doesNotContain("bằng 0")
                .contains("Tìm việc làm trên Bình Dương Số: ", "tại nhà: ", "Số gian hàng mở được trên mạng");
        assertThat(sheets.getLast()).contains("Mô hình hay", "NGƯỜI LẬP BIỂU", "Nơi nhận", "/verify/02YM1");
    }

    @Test
    void zerosAreToldOnTwoSheetsToo() throws IOException {
        assertThat(sheets(lines(0), "")).hasSizeLessThanOrEqualTo(2);
    }

    /** Of 2,000 letters, the most that one may have: the report goes on, and its last words stay with the signatures. */
    @Test
    void aLongTextTakesAThirdSheetWithTheSignatures() throws IOException {
        List<String> sheets = sheets(lines(12), "Sóng yếu ở ấp xa. ".repeat(110).strip());
        assertThat(sheets).hasSize(3);
        assertThat(sheets.getLast()).contains("Mô hình hay", "NGƯỜI LẬP BIỂU", "/verify/02YM1");
    }
}
