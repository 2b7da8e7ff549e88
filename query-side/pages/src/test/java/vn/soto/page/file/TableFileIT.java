package vn.soto.page.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files for spreadsheets: nothing in them is a formula, and they are given out while they are written. */
final class TableFileIT {

    private static final List<String> FORMULAS =
            List.of("=1+1", "+84", "-1", "@x", "\tx", "\rx", "  =1", "'=1", "＝1", "=HYPERLINK(\"http://x\")");
    private static final int ROWS = Boolean.getBoolean("soto.long") ? 100_000 : 3_000;

    @TempDir
    private Path folder;

    /** By its directory, as spreadsheets read it: sizes stand nowhere else. */
    private Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        Path file = Files.write(folder.resolve("file.xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void noTextIsAFormulaInAWorkbook() throws IOException {
        TableFile file = SpreadsheetFormat.XLSX.open(Locale.of("vi"));
        file.sheet("Hộ [xã]: a/b", List.of("Tên"));
        FORMULAS.forEach(text -> file.row(List.of(text)));
        file.sheet("Hộ [xã]: a/b", List.of("Tên"));
        Map<String, String> parts = parts(file.end());
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .doesNotContain("<f>")
                .contains("&apos;=1+1", "&apos;+84", "&apos;@x", "&apos;&#xff1d;1")
                .satisfies(xml -> assertThat(xml.split("t=\"inlineStr\"><is><t[^>]*>&apos;", -1))
                        .hasSize(FORMULAS.size() + 1));
        assertThat(parts.get("xl/workbook.xml")).contains("   a b\"", "   a b 2\"");
    }

    @Test
    void aTextFileIsThatOfAVietnameseSpreadsheet() {
        TableFile file = SpreadsheetFormat.CSV.open(Locale.of("vi"));
        file.sheet("Hộ", List.of("Tên; mã", "Điểm", "Ngày", "Lúc", "Số"));
        file.row(List.of(
                "Bà \"Ba\"",
                new BigDecimal("82.4"),
                LocalDate.of(2026, 3, 5),
                LocalDateTime.of(2026, 3, 5, 7, 8),
                -3L));
        FORMULAS.forEach(text -> file.row(List.of(text, "")));
        String text = new String(file.end(), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF\"Tên; mã\";\"Điểm\";\"Ngày\";\"Lúc\";\"Số\"\r\n"
                        + "\"Bà \"\"Ba\"\"\";82,4;05/03/2026;05/03/2026 07:08;-3\r\n");
        assertThat(text.lines().skip(2).filter(line -> !line.isEmpty() && line.startsWith("\"")))
                .allMatch(line -> line.startsWith("\"'"));
    }

    /** A spreadsheet whose separator is another one splits texts, too, and overlooks quotes within a cell. */
    @Test
    void noTextIsAFormulaWhereverATextFileIsSplit() {
        TableFile file = SpreadsheetFormat.CSV.open(Locale.ENGLISH);
        file.sheet("Hộ", List.of("Tên"));
        List<String> split = List.of(",", ";", "\t", "\n", "\r", ", ", ",\"", ", '");
        split.forEach(each -> FORMULAS.forEach(formula -> file.row(List.of(1, "a" + each + formula, "b"))));
        file.row(List.of("Xã A, tổ 3-4; hộ 2+1\nđã xong"));
        String text = new String(file.end(), StandardCharsets.UTF_8);
        assertThat(text).contains("\"Xã A, tổ 3-4; hộ 2+1\nđã xong\"");
        assertThat(text.split("[,;\t\r\n]", -1))
                .hasSizeGreaterThan(split.size() * FORMULAS.size())
                .noneMatch(part -> part.replaceFirst("^[\\s\"]+", "").matches("(?s)[=+\\-@＝].*"));
    }

    @Test
    void rowsAreGivenOutWhileTheyAreWritten() throws IOException {
        TableFile file = SpreadsheetFormat.XLSX.open(Locale.of("vi"));
        file.sheet("Hộ", List.of("Tên", "Mã", "Tổ", "Từ ngày", "Số"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int largest = 0;
        for (int row = 1; row <= ROWS; row++) {
            file.row(List.of("Nguyễn Văn " + row, "BB07-" + row, "Tổ " + row % 30, LocalDate.EPOCH.plusDays(row), row));
            if (row % 200 == 0) {
                byte[] taken = file.taken();
                largest = Math.max(largest, taken.length);
                all.writeBytes(taken);
            }
        }
        int before = all.size();
        byte[] end = file.end();
        all.writeBytes(end);
        assertThat(largest).as("bytes of 200 rows").isLessThan(64_000);
        assertThat(before).as("bytes before the end").isGreaterThan(all.size() / 2);
        assertThat(parts(all.toByteArray())
                        .getOrDefault("xl/worksheets/sheet1.xml", "")
                        .split("<row ", -1))
                .hasSize(ROWS + 2);
    }
}
