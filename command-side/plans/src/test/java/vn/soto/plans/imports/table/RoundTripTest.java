package vn.soto.plans.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import vn.soto.contracts.shared.Text;

/** A file that is sent back and sent in again has the same cells, and no program takes one for a formula. */
final class RoundTripTest {

    private static final long SEED = 20_260_701;
    private static final int ROWS = Boolean.getBoolean("soto.long") ? 50_000 : 500;

    private static final List<String> PIECES = List.of(
            "=",
            "+",
            "-",
            "@",
            "'",
            "\"",
            ",",
            ";",
            "|",
            "#",
            "%",
            "\t",
            "\n",
            "\r",
            "\r\n",
            " ",
            "\u00A0",
            "\u3000",
            "＝",
            "＋",
            "－",
            "＠",
            "_x",
            "_x0041_",
            "_x005F_",
            "_xD83D_",
            "_",
            "x",
            "0",
            "7",
            "A",
            "đ",
            "ồ",
            "o\u0302\u0300",
            "\u0338",
            "\u0301",
            "\uFEFF",
            "\u200B",
            "\u00AD",
            "\uFFFE",
            "\u0001",
            "\u0085",
            "\u2028",
            "😀",
            "&",
            "<",
            ">",
            "]]>",
            "&#61;",
            "cmd|' /C calc'!A0",
            "#N/A",
            "TRUE",
            "1E5",
            "01/07/2026");

    private static String raw(Random random) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, random.nextInt(7)).forEach(i -> text.append(PIECES.get(random.nextInt(PIECES.size()))));
        return text.toString();
    }

    private static List<List<Cell>> table() {
        Random random = new Random(SEED);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            List<Cell> row = new ArrayList<>();
            IntStream.range(0, 5).forEach(column -> row.add(Cell.of(CellText.ofWorkbook(raw(random)))));
            // A row without any content is not sent back.
            row.add(Cell.of("x" + i));
            rows.add(row);
        }
        return rows;
    }

    private static byte[] written(Format format, List<List<Cell>> rows) {
        try (AnnotatedFile back = new AnnotatedFile(format, Finding::code)) {
            back.top(TableTop.of(rows.getFirst().stream().map(Cell::text).toList()));
            IntStream.range(1, rows.size()).forEach(i -> back.row(new TableLine(i + 1, rows.get(i)), List.of()));
            return back.file();
        }
    }

    private static List<List<Cell>> read(Format format, byte[] file) {
        try (Table table = format.open(file)) {
            List<List<Cell>> rows = new ArrayList<>();
            rows.add(table.header().stream().map(Cell::of).toList());
            table.lines().forEachRemaining(line -> rows.add(line.cells()));
            return rows;
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyCellIsUnchanged(Format format) {
        List<List<Cell>> rows = table();

        List<List<Cell>> again = read(format, written(format, rows));

        assertThat(again).as("seed " + SEED).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            TableLine line = new TableLine(i, again.get(i));
            for (int column = 0; column < rows.get(i).size(); column++) {
                assertThat(line.cell(column))
                        .as("seed %d, row %d", SEED, i)
                        .isEqualTo(rows.get(i).get(column));
            }
        }
    }

    @Test
    void noCellOfACsvFileStartsAFormula() throws IOException {
        String file = new String(written(Format.CSV, table()), StandardCharsets.UTF_8).substring(1);

        try (var cells = CsvMapper.builder()
                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                .build()
                .readerFor(String[].class)
                .<String[]>readValues(new StringReader(file))) {
            cells.forEachRemaining(row ->
                    assertThat(row).noneMatch(cell -> !cell.isEmpty() && "=+-@＝＋－＠\t\r".indexOf(cell.charAt(0)) >= 0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1", "'=1", "''=1", "'", "''", "'a", "-5", "+84912345678", "@x", "＝1", "a=1", "", "'=", "#N/A"})
    void thePrefixIsTakenOffAgain(String text) {
        assertThat(FormulaPrefix.removed(FormulaPrefix.added(text))).isEqualTo(text);
    }

    /** The content of a file is the same after any number of rounds. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"=1+1,=1+1", "'=1+1,=1+1", "''=1+1,'=1+1", "'tis,'tis"})
    void aCellThatSomebodyTypedIsReadOnce(String typed, String read) {
        byte[] file = ("title\n" + typed + "\n").getBytes(StandardCharsets.UTF_8);
        List<List<Cell>> first = read(Format.CSV, file);

        assertThat(first.getLast().getFirst().text()).isEqualTo(read);
        assertThat(read(Format.XLSX, written(Format.XLSX, first))
                        .getLast()
                        .getFirst()
                        .text())
                .isEqualTo(read);
        assertThat(read(Format.CSV, written(Format.CSV, first))
                        .getLast()
                        .getFirst()
                        .text())
                .isEqualTo(read);
    }

    @Test
    void numbersDaysAndLeadingZerosStayWhatTheyAre() {
        List<List<Cell>> rows = read(Format.XLSX, WorkbookFixture.ofRows("""
                                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
                                <row r="2"><c r="A2" s="1"><v>780</v></c><c r="B2" s="2"><v>46204.75</v></c></row>
                                <row r="3"><c r="A3"><v>-1.5E3</v></c><c r="B3"><v>0.30000000000000004</v></c></row>
                                <row r="4"><c r="A4" t="str"><v>0780</v></c><c r="B4"><v>912345678</v></c></row>
                                """).file());

        assertThat(rows.stream().map(row -> row.stream().map(Cell::text).toList()))
                .containsExactly(
                        List.of("một", "hai"),
                        List.of("00780", "01/07/2026"),
                        List.of("-1500", "0.3"),
                        List.of("0780", "912345678"));
        List<List<Cell>> again = read(Format.XLSX, written(Format.XLSX, rows));
        assertThat(again.stream().skip(1).map(row -> row.subList(0, 2)))
                .containsExactlyElementsOf(rows.subList(1, rows.size()));
        assertThat(again.get(1).getFirst().number()).isEqualTo(new BigDecimal("780"));
        assertThat(read(Format.CSV, written(Format.CSV, rows)).get(1).subList(0, 2).stream()
                        .map(Cell::text))
                .containsExactly("00780", "01/07/2026");
    }

    /** The parser's own limit of references is far below what a file of a province holds. */
    @Test
    void aWorkbookMayHoldAnyNumberOfAmpersands() {
        List<List<Cell>> rows = IntStream.range(0, 300)
                .mapToObj(i -> List.of(Cell.of("&".repeat(500))))
                .toList();

        assertThat(read(Format.XLSX, written(Format.XLSX, rows))
                        .getLast()
                        .getFirst()
                        .text())
                .hasSize(500);
    }

    @Test
    void cellsBeyondTheHeaderStayBeyondIt() {
        List<List<Cell>> rows = read(Format.CSV, "a,b\n1,2,3\n".getBytes(StandardCharsets.UTF_8));

        String once = new String(written(Format.CSV, rows), StandardCharsets.UTF_8);

        assertThat(once).isEqualTo("\uFEFFa,b,Lỗi / Cách sửa\r\n1,2,,3\r\n");
        assertThat(new String(
                        written(Format.CSV, read(Format.CSV, once.getBytes(StandardCharsets.UTF_8))),
                        StandardCharsets.UTF_8))
                .isEqualTo(once);
    }

    @Test
    void aFileThatWouldBeTooLargeIsRefused() {
        List<Cell> row = List.of(Cell.of("ồ".repeat(TableCursor.LONGEST_TEXT)));
        try (AnnotatedFile back = new AnnotatedFile(Format.CSV, Finding::code)) {
            back.top(TableTop.of(List.of("a")));
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    InvalidFileException.class,
                                    () -> IntStream.range(0, 2_000)
                                            .forEach(i -> back.row(new TableLine(i + 2, row), List.of())))
                            .code())
                    .isEqualTo("file-back-too-large");
        } catch (InvalidFileException e) {
            assertThat(e.code()).as("what is left cannot be written either").isEqualTo("file-back-too-large");
        }
    }

    @Test
    void textsAreInOneForm() {
        Random random = new Random(SEED);
        IntStream.range(0, ROWS)
                .mapToObj(i -> CellText.of(raw(random)))
                .forEach(text -> assertThat(Text.normalised(text)).isEqualTo(text));
    }
}
