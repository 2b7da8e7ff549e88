package vn.soto.plans.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class TableTest {

    private static List<List<String>> read(Format format, byte[] file) {
        List<List<String>> rows = new ArrayList<>();
        try (Table table = format.open(file)) {
            rows.add(table.header());
            table.lines()
                    .forEachRemaining(line ->
                            rows.add(line.cells().stream().map(Cell::text).toList()));
        }
        return rows;
    }

    private static String problem(Format format, byte[] file) {
        try {
            read(format, file);
        } catch (InvalidFileException e) {
            return e.code();
        }
        return "none";
    }

    @Nested
    final class Csv {

        private List<List<String>> text(String text) {
            return read(Format.CSV, text.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void isReadHoweverASpreadsheetDividedItsCells() {
            List<List<String>> expected = List.of(List.of("a", "b"), List.of("1", "x,y"));

            assertThat(text("a,b\n1,\"x,y\"\n")).isEqualTo(expected);
            assertThat(text("a;b\r\n1;x,y\r\n")).isEqualTo(expected);
            assertThat(text("a\tb\r\n1\tx,y")).isEqualTo(expected);
        }

        @Test
        void isReadWithAndWithoutAByteOrderMark() {
            List<List<String>> expected = List.of(List.of("Tên", "b"), List.of("Đồng Tâm", "2"));
            String text = "Tên,b\nĐồng Tâm,2\n";

            assertThat(text("\uFEFF" + text)).isEqualTo(expected);
            assertThat(read(Format.CSV, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
                    .isEqualTo(expected);
            assertThat(read(Format.CSV, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)))
                    .isEqualTo(expected);
        }

        @Test
        void isComposedAndTrimmedAndKeepsLeadingZeros() {
            assertThat(text(Normalizer.normalize("a,b\n  Hòa   Phú ,007\n", Normalizer.Form.NFD)))
                    .isEqualTo(List.of(List.of("a", "b"), List.of("Hòa Phú", "007")));
        }

        @Test
        void leavesOutBlankLinesAndComments() {
            assertThat(text("# ghi chú\na,b\n\n,\n#x\n1,2\n")).isEqualTo(List.of(List.of("a", "b"), List.of("1", "2")));
        }

        @Test
        void isRefusedInAnotherAlphabetOrWhenEmpty() {
            assertThat(problem(Format.CSV, "a,b\nHò".getBytes(StandardCharsets.ISO_8859_1)))
                    .isEqualTo("file-not-utf8");
            assertThat(problem(Format.CSV, new byte[0])).isEqualTo("file-empty");
            assertThat(problem(Format.CSV, "a,b\n\"1,2\n".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("file-not-csv");
        }
    }

    @Nested
    final class Xlsx {

        @FunctionalInterface
        private interface Writing {

            void on(Worksheet sheet);
        }

        private byte[] sheet(Writing writing) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
                writing.on(workbook.newWorksheet("Hộ"));
            }
            return bytes.toByteArray();
        }

        @Test
        void cellsAreReadAsAPersonSeesThem() throws IOException {
            byte[] file = sheet(sheet -> {
                sheet.value(0, 0, "mã");
                sheet.value(0, 1, "ngày");
                sheet.value(0, 2, "số");
                sheet.value(1, 0, 780);
                sheet.style(1, 0).format("00000").set();
                sheet.value(1, 1, LocalDate.of(2026, 7, 1));
                sheet.style(1, 1).format("dd/mm/yyyy").set();
                sheet.value(1, 2, 123456789012L);
                sheet.value(3, 0, "00781");
                sheet.value(3, 2, 1.5);
            });

            try (Table table = Format.XLSX.open(file)) {
                List<TableLine> lines = new ArrayList<>();
                table.lines().forEachRemaining(lines::add);
                assertThat(table.header()).containsExactly("mã", "ngày", "số");
                assertThat(lines).extracting(TableLine::row).containsExactly(2, 4);
                assertThat(lines.getFirst().cell(0).text()).isEqualTo("00780");
                assertThat(lines.getFirst().cell(1).text()).isEqualTo("01/07/2026");
                assertThat(Optional.ofNullable(lines.getFirst().cell(1).number())
                                .flatMap(NumberText::day))
                        .contains(LocalDate.of(2026, 7, 1));
                assertThat(lines.getFirst().cell(2).text()).isEqualTo("123456789012");
                assertThat(lines.getLast().cell(0).text()).isEqualTo("00781");
                assertThat(lines.getLast().cell(1)).isEqualTo(Cell.EMPTY);
                assertThat(lines.getLast().cell(2).text()).isEqualTo("1.5");
                assertThat(lines.getLast().cell(99)).isEqualTo(Cell.EMPTY);
            }
        }

        @Test
        void formulasAreNotEvaluated() throws IOException {
            byte[] file = sheet(sheet -> {
                sheet.value(0, 0, "a");
                sheet.value(0, 1, "b");
                sheet.value(1, 0, "x");
                sheet.formula(1, 1, "WEBSERVICE(\"http://localhost\")");
            });

            assertThat(read(Format.XLSX, file).getLast().getFirst()).isEqualTo("x");
            assertThat(read(Format.XLSX, file).getLast()).doesNotContain("WEBSERVICE(\"http://localhost\")");
        }

        @Test
        void whatIsNoSpreadsheetIsRefused() throws IOException {
            assertThat(problem(Format.XLSX, "a,b".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("file-not-xlsx");
            assertThat(problem(Format.XLSX, new byte[0])).isEqualTo("file-not-xlsx");
            assertThat(problem(Format.XLSX, zip("x.txt", new byte[10]))).isEqualTo("file-not-xlsx");
            assertThat(problem(Format.XLSX, sheet(sheet -> {}))).isEqualTo("file-empty");
        }

        private byte[] zip(String name, byte[] content) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
                zip.closeEntry();
            }
            return bytes.toByteArray();
        }
    }

    @Test
    void numbersAreWrittenAsAPersonMeantThem() {
        assertThat(NumberText.of(new BigDecimal("1E+3"), "")).isEqualTo("1000");
        assertThat(NumberText.of(new BigDecimal("12.50"), "")).isEqualTo("12.5");
        assertThat(NumberText.of(new BigDecimal("7"), "000")).isEqualTo("007");
        assertThat(NumberText.of(new BigDecimal("7"), NumberText.format("General")))
                .isEqualTo("7");
        assertThat(NumberText.of(new BigDecimal("-7"), "000")).isEqualTo("-7");
        assertThat(NumberText.day(new BigDecimal("46204.75"))).contains(LocalDate.of(2026, 7, 1));
        assertThat(NumberText.day(new BigDecimal("-1"))).isEmpty();
        assertThat(NumberText.day(new BigDecimal("1E2147483647"))).isEmpty();
        assertThat(NumberText.of(new BigDecimal("1E2147483647"), "000")).isEqualTo("1E+2147483647");
        assertThat(NumberText.of(new BigDecimal("1E-2147483647"), "")).hasSizeLessThan(20);
        assertThat(NumberText.of(new BigDecimal("0.30000000000000004"), "")).isEqualTo("0.3");
        assertThat(NumberText.of(new BigDecimal("1E-30"), "")).isEqualTo("0");
    }
}
