package vn.soto.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file says what its paper says, in the same letters, and equal papers are equal files. */
@Tag("slow")
final class PaperFileTest {

    /** Every letter that Vietnamese has, with each of its tones. */
    private static final String LETTERS =
            "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ i ì ỉ ĩ í ị o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ"
                    + " ơ ờ ở ỡ ớ ợ u ù ủ ũ ú ụ ư ừ ử ữ ứ ự y ỳ ỷ ỹ ý ỵ";

    private static final List<Paper.Column> COLUMNS = List.of(
            new Paper.Column("Mã", 11, false),
            new Paper.Column("Chỉ tiêu", 60, false),
            new Paper.Column("Kết quả", 15, true));

    private static List<List<String>> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        row -> List.of("S" + row, "Người được hướng dẫn kích hoạt định danh mức 2", "1." + (100 + row)))
                .toList();
    }

    private static Paper paper(List<Paper.Block> body) {
        return new Paper(
                Locale.of("vi"),
                "Ủy ban nhân dân xã Bàu Bàng",
                "Tổ CNSCĐ ấp 3",
                "Số: …………",
                "Bàu Bàng, ngày 05 tháng 10 năm 2026",
                "Báo cáo",
                "Kết quả hoạt động tổ công nghệ số cộng đồng quý III/2026",
                "",
                body,
                List.of(new Paper.Signature("Người lập biểu", "(ký)"), new Paper.Signature("Tổ trưởng", "(ký)")),
                List.of("Nơi nhận:", "- Lưu."),
                new Paper.Evidence(
                        "Đối chiếu với Sổ Tổ",
                        List.of("Mã nội dung " + "c0de".repeat(16)),
                        "http://soto.test/teams/t/reports/2026-Q3?asOf=37916"),
                Instant.parse("2026-10-05T02:00:00Z"));
    }

    private static Paper report(int rows) {
        return paper(List.of(
                new Paper.Heading("II. Kết quả"),
                new Paper.Table(COLUMNS, rows(rows), List.of("", "Cộng", "99")),
                new Paper.Paragraph("12 chỉ tiêu bằng 0: T03, S04.")));
    }

    /** Text with one blank for any space, a page after the other. */
    private static List<String> texts(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            List<String> texts = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
            return texts;
        }
    }

    @Test
    void theTextHasTheSameLetters() throws IOException {
        String all = LETTERS + " " + LETTERS.toUpperCase(Locale.of("vi"));
        String written = "Wifi, fi, ffl: “VNeID” – 60.000 đồng/người…";
        String text = String.join(
                " ",
                texts(PaperFile.of(paper(List.of(
                        new Paper.Paragraph(all),
                        new Paper.Paragraph(Normalizer.normalize("Nguyễn Thị Lượng", Normalizer.Form.NFD)),
                        new Paper.Paragraph(written))))));
        assertThat(text)
                .contains(
                        all,
                        "Nguyễn Thị Lượng",
                        written,
                        "ỦY BAN NHÂN DÂN XÃ BÀU BÀNG",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Bàu Bàng, ngày 05 tháng 10 năm 2026",
                        "NGƯỜI LẬP BIỂU",
                        "TỔ TRƯỞNG",
                        "Nơi nhận:");
    }

    @Test
    void aLetterThatTheFontLacksIsAQuestionMark() throws IOException {
        assertThat(texts(PaperFile.of(paper(List.of(new Paper.Paragraph("tốt 👍\tvà\nxong\u200B")))))
                        .getFirst())
                .contains("tốt ? và xong");
    }

    @Test
    void equalPapersAreEqualFiles() {
        byte[] file = PaperFile.of(report(30));
        assertThat(PaperFile.of(report(30))).isEqualTo(file);
        assertThat(PaperFile.of(report(31))).isNotEqualTo(file);
    }

    @Test
    void aReportHasTwoSheetsWithSignaturesAndHashesOnTheLast() throws IOException {
        List<String> sheets = texts(PaperFile.of(report(48)));
        assertThat(sheets).hasSize(2);
        assertThat(sheets.getFirst()).doesNotContain("c0de", "NGƯỜI LẬP BIỂU");
        assertThat(sheets.getLast())
                .startsWith("2 ")
                .contains("Mã Chỉ tiêu Kết quả", "c0dec0de", "http://soto.test/teams/t", "NGƯỜI LẬP BIỂU");
        assertThat(texts(PaperFile.of(report(5)))).hasSize(1);
    }

    @Test
    void aLongListGoesOnFromSheetToSheet() throws IOException {
        int rows = Boolean.getBoolean("soto.long") ? 2_000 : 500;
        List<String> sheets = texts(PaperFile.of(report(rows)));
        assertThat(sheets).hasSizeGreaterThan(rows / 50);
        assertThat(String.join(" ", sheets)).contains("S1 ", "S" + rows / 2 + " ", "S" + rows + " ", "Cộng 99");
        assertThat(sheets.subList(0, sheets.size() - 1)).allMatch(sheet -> sheet.contains("Mã Chỉ tiêu Kết quả"));
    }

    /** A word without blanks, and a text with many lines, stay within their cell. */
    @Test
    void longTextsAreBroken() throws IOException {
        String word = "a".repeat(400);
        String text = String.join(
                " ",
                texts(PaperFile.of(paper(List.of(
                        new Paper.Paragraph(word),
                        new Paper.Table(COLUMNS, List.of(List.of(word, "một hai ba ".repeat(60), "")), List.of()))))));
        assertThat(text.replace(" ", "")).contains(word);
        assertThat(text.replaceAll(" +", " ")).contains("ba một hai ba");
    }

    @Test
    void theFileIsTaggedAndEmbedsTheLettersItUsesAlone() throws IOException {
        byte[] file = PaperFile.of(report(60));
        assertThat(file.length).isLessThan(120_000);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Báo cáo – Kết quả hoạt động");
            List<String> types = new ArrayList<>();
            types(document.getDocumentCatalog().getStructureTreeRoot(), types);
            assertThat(types).contains("Document", "H1", "H2", "P", "Table", "Figure");
            assertThat(types).filteredOn("TR"::equals).hasSize(62);
            assertThat(types).filteredOn("TH"::equals).hasSize(3);
            for (PDPage page : document.getPages()) {
                assertThat(page.getCOSObject().getInt(COSName.STRUCT_PARENTS)).isNotNegative();
                assertThat(StreamSupport.stream(
                                        page.getResources().getFontNames().spliterator(), false)
                                .map(name -> font(page, name)))
                        .allSatisfy(font -> {
                            assertThat(font.isEmbedded()).isTrue();
                            assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSerif.*");
                        });
            }
        }
    }

    private static PDFont font(PDPage page, COSName name) {
        try {
            return page.getResources().getFont(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void types(PDStructureNode node, List<String> types) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                types(element, types);
            }
        }
    }
}
