package vn.soto.plans.imports.table;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.soto.plans.imports.table.WorkbookFixture.RELATIONSHIPS;
import static vn.soto.plans.imports.table.WorkbookFixture.ROOT;
import static vn.soto.plans.imports.table.WorkbookFixture.SHARED;
import static vn.soto.plans.imports.table.WorkbookFixture.SHEET;
import static vn.soto.plans.imports.table.WorkbookFixture.STYLES;
import static vn.soto.plans.imports.table.WorkbookFixture.TYPES;
import static vn.soto.plans.imports.table.WorkbookFixture.WORKBOOK;
import static vn.soto.plans.imports.table.WorkbookFixture.ofRows;
import static vn.soto.plans.imports.table.WorkbookFixture.relationships;
import static vn.soto.plans.imports.table.WorkbookFixture.sheet;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files made to exhaust or to mislead the reader, each named by what it tries. A file is read or refused with its
 * place; {@code -} stands for a file that is read. The allocations of reading are counted.
 */
final class HostileFilesTest {

    /** Most bytes that reading one of these files may allocate. */
    private static final long MOST_ALLOCATED = 64L * 1024 * 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final String A1 = text("A1", "a");

    private static String text(String cell, String text) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String number(String value) {
        return row(1, A1) + row(2, "<c r=\"A2\"><v>" + value + "</v></c>");
    }

    private static String typed(String type, String value) {
        return row(1, A1) + row(2, "<c r=\"A2\" t=\"" + type + "\"><v>" + value + "</v></c>");
    }

    private static String row(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    private static String cell(String address) {
        return row(1, A1) + row(2, text(address, "x"));
    }

    static Stream<Arguments> workbooks() {
        return Stream.of(
                        columnsAndRows(), numbersAndTexts(), formulasAndMore(), markup(), partsOfOtherUse(), packages())
                .flatMap(files -> files);
    }

    private static Arguments file(String name, WorkbookFixture workbook, String code, String place) {
        return arguments(name, workbook.file(), code, place);
    }

    private static Arguments rows(String name, String rows, String code, String place) {
        return file(name, ofRows(rows), code, place);
    }

    private static Stream<Arguments> columnsAndRows() {
        String many = IntStream.rangeClosed(1, 16_384)
                .mapToObj(column -> "<c r=\"" + new TablePlace("", 1, column).cell() + "\" s=\"1\"/>")
                .collect(joining());
        return Stream.of(
                rows("a cell in column ZZZZZZ", cell("ZZZZZZ2"), "file-cell-misplaced", "Danh sách!2"),
                rows("a cell in column ZZZ", cell("ZZZ2"), "file-cell-misplaced", "Danh sách!2"),
                rows("a cell in the last column", cell("XFD2"), "file-too-many-columns", "Danh sách!XFD2"),
                rows("a cell in the hundredth column", cell("CV2"), "-", ""),
                rows("a cell of another row", cell("A3"), "file-cell-misplaced", "Danh sách!2"),
                rows("a cell without a row", cell("A"), "file-cell-misplaced", "Danh sách!2"),
                rows("a cell without a column", cell("2"), "file-cell-misplaced", "Danh sách!2"),
                rows(
                        "a row number that overflows",
                        cell("A99999999999999999999"),
                        "file-cell-misplaced",
                        "Danh sách!2"),
                rows("a row number of other digits", cell("A٢"), "file-cell-misplaced", "Danh sách!2"),
                rows("a range for an address", cell("A2:XFD2"), "file-cell-misplaced", "Danh sách!2"),
                rows(
                        "an address of a megabyte's half",
                        cell("A".repeat(300_000) + "2"),
                        "file-cell-misplaced",
                        "Danh sách!2"),
                rows("two cells at one address", row(1, A1 + A1), "file-cell-misplaced", "Danh sách!A1"),
                rows("cells from right to left", row(1, text("B1", "b") + A1), "file-cell-misplaced", "Danh sách!B1"),
                rows("cells without addresses", "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>", "-", ""),
                rows("a last row too many", row(1, A1) + row(1_048_577, A1), "file-row-misplaced", "Danh sách!1"),
                rows("a row before the first", row(0, A1), "file-row-misplaced", "Danh sách!"),
                rows("a negative row", row(-1, A1), "file-row-misplaced", "Danh sách!"),
                rows("rows in no order", row(5, text("A5", "a")) + row(2, ""), "file-row-misplaced", "Danh sách!5"),
                rows("a row number that is none", "<row r=\"x\"/>", "file-row-misplaced", "Danh sách!"),
                rows("a row of 16,384 empty cells", row(1, A1) + row(2, many.replace("1\" s", "2\" s")), "-", ""),
                rows(
                        "a row of more cells than columns",
                        row(1, "<c/>".repeat(16_385)),
                        "file-too-many-columns",
                        "Danh sách!XFE1"),
                rows("100,000 empty rows", row(1, A1) + "<row/>".repeat(100_000), "-", ""),
                rows("rows within rows", "<row r=\"1\"><row r=\"2\">" + A1 + "</row></row>", "file-empty", ""));
    }

    private static Stream<Arguments> numbersAndTexts() {
        String longest = "x".repeat(TableCursor.LONGEST_TEXT);
        return Stream.of(
                rows(
                        "a number of two billion digits",
                        number("1E2147483647"),
                        "file-number-unreadable",
                        "Danh sách!A2"),
                rows(
                        "a number beside two billion zeros",
                        number("1E-2147483648"),
                        "file-number-unreadable",
                        "Danh sách!A2"),
                rows(
                        "an exponent that overflows",
                        number("1E99999999999999"),
                        "file-number-unreadable",
                        "Danh sách!A2"),
                rows("a number beyond a double", number("1E309"), "file-number-unreadable", "Danh sách!A2"),
                rows("the greatest number", number("1.7976931348623157E308"), "-", ""),
                rows(
                        "a number of 300,000 digits",
                        number("9".repeat(300_000)),
                        "file-number-unreadable",
                        "Danh sách!A2"),
                rows("not a number", number("NaN"), "file-number-unreadable", "Danh sách!A2"),
                rows("a hexadecimal number", number("0x1p3"), "file-number-unreadable", "Danh sách!A2"),
                rows("a number in other digits", number("١٢"), "file-number-unreadable", "Danh sách!A2"),
                rows("an empty number", number(""), "-", ""),
                rows("a day before the calendar", row(1, A1) + row(2, "<c r=\"A2\" s=\"2\"><v>-1</v></c>"), "-", ""),
                rows("a day after the calendar", row(1, A1) + row(2, "<c r=\"A2\" s=\"2\"><v>1E300</v></c>"), "-", ""),
                rows(
                        "a style that is not there",
                        row(1, A1) + row(2, "<c r=\"A2\" s=\"2147483648\"><v>1</v></c>"),
                        "-",
                        ""),
                rows("a day that is none", typed("d", "9999-99-99T99:99"), "-", ""),
                rows("a kind of cell that is none", typed("x", "1"), "file-not-xlsx", "Danh sách!A2"),
                rows("a shared text too far", typed("s", "2"), "file-not-xlsx", "Danh sách!A2"),
                rows("a shared text two billion away", typed("s", "2147483647"), "file-not-xlsx", "Danh sách!A2"),
                rows("a shared text before the first", typed("s", "-1"), "file-not-xlsx", "Danh sách!A2"),
                rows("the longest text", typed("str", longest), "-", ""),
                rows("a text one longer", typed("str", longest + "x"), "file-cell-too-long", "Danh sách!A2"),
                rows(
                        "a text longer than a tag may be",
                        typed("str", "x".repeat(500_000)),
                        "file-unpacks-too-large",
                        "Danh sách!A2"),
                rows(
                        "a text of many parts",
                        row(1, "<c r=\"A1\" t=\"inlineStr\"><is>" + "<r><t>xxxx</t></r>".repeat(10_000) + "</is></c>"),
                        "file-cell-too-long",
                        "Danh sách!A1"),
                rows(
                        "a text that grows when composed",
                        typed("str", "\uFB2C".repeat(20_000)),
                        "file-cell-too-long",
                        "Danh sách!A2"),
                rows("letters another program lost", typed("str", "Nguy\uFFFDn"), "file-text-damaged", "Danh sách!A2"),
                rows("escapes of half characters", typed("str", "_xD800__xFFFE__x0000_x"), "-", ""),
                file(
                        "a shared text that is too long for a cell, and no cell's",
                        new WorkbookFixture().with(SHARED, "<sst><si><t>" + longest + "xx</t></si></sst>"),
                        "-",
                        ""),
                file(
                        "a count of shared texts that lies",
                        new WorkbookFixture()
                                .with(SHARED, "<sst count=\"2147483647\" uniqueCount=\"-1\"><si><t>a</t></si></sst>"),
                        "-",
                        ""),
                file(
                        "a million and one shared texts",
                        new WorkbookFixture().with(SHARED, "<sst>" + "<si/>".repeat(SharedTexts.MOST + 1) + "</sst>"),
                        "file-unpacks-too-large",
                        "part book/words.xml"),
                file(
                        "65,537 styles",
                        new WorkbookFixture()
                                .with(
                                        STYLES,
                                        "<styleSheet><cellXfs>" + "<xf/>".repeat(65_537) + "</cellXfs></styleSheet>"),
                        "file-unpacks-too-large",
                        "part book/looks.xml"),
                file(
                        "a format of 300,000 letters",
                        new WorkbookFixture()
                                .with(
                                        STYLES,
                                        "<styleSheet><numFmts><numFmt" + " numFmtId=\"1\" formatCode=\""
                                                + "\\\\".repeat(150_000) + "\"/></numFmts></styleSheet>"),
                        "-",
                        ""));
    }

    private static Stream<Arguments> formulasAndMore() {
        String shared = "<f t=\"shared\" si=\"0\" ref=\"A2:A1048576\">" + "A1+".repeat(100_000) + "A1</f>";
        return Stream.of(
                rows(
                        "a formula with a result",
                        row(1, "<c r=\"A1\" t=\"str\"><f>WEBSERVICE(B1)</f><v>a</v></c>"),
                        "-",
                        ""),
                rows("a formula without a result", row(1, A1 + "<c r=\"B1\"><f>1/0</f></c>"), "-", ""),
                rows(
                        "a long formula shared by 10,000 cells",
                        row(1, A1)
                                + row(2, "<c r=\"A2\">" + shared + "<v>1</v></c>")
                                + IntStream.range(3, 10_003)
                                        .mapToObj(i ->
                                                row(i, "<c r=\"A" + i + "\"><f t=\"shared\" si=\"0\"/><v>1</v></c>"))
                                        .collect(joining()),
                        "-",
                        ""),
                rows("formulas shared with nobody", row(1, A1 + "<c r=\"B1\"><f t=\"shared\" si=\"9\"/></c>"), "-", ""),
                rows(
                        "ranges of formulas",
                        row(1, A1 + "<c r=\"B1\"><f t=\"array\" ref=\"A1:ZZZZZZ99999999\">1</f></c>"),
                        "-",
                        ""),
                rows(
                        "a result of 300,000 letters",
                        row(1, "<c r=\"A1\" t=\"str\"><f>x</f><v>" + "y".repeat(300_000) + "</v></c>"),
                        "file-cell-too-long",
                        "Danh sách!A1"),
                file(
                        "a dimension of everything",
                        new WorkbookFixture()
                                .with(
                                        SHEET,
                                        sheet(row(1, A1))
                                                .replace(
                                                        "<sheetData>",
                                                        "<dimension ref=\"A1:XFD1048576\"/><sheetData>")),
                        "-",
                        ""),
                file(
                        "merged cells of everything",
                        new WorkbookFixture()
                                .with(
                                        SHEET,
                                        sheet(row(1, A1))
                                                .replace(
                                                        "</sheetData>",
                                                        "</sheetData><mergeCells>"
                                                                + "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(1_000)
                                                                + "</mergeCells>")),
                        "-",
                        ""),
                file(
                        "days from 1904",
                        new WorkbookFixture()
                                .with(WORKBOOK, "<workbook><workbookPr date1904=\"1\"/><sheets/></workbook>"),
                        "file-counts-days-from-1904",
                        ""));
    }

    private static Stream<Arguments> markup() {
        String names = IntStream.range(0, 3_000).mapToObj(i -> "<n" + i + "/>").collect(joining());
        String attributes =
                IntStream.range(0, 300).mapToObj(i -> " a" + i + "=\"1\"").collect(joining());
        String laughs = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">"
                + IntStream.range(1, 9)
                        .mapToObj(i -> "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">")
                        .collect(joining())
                        .replace("&a0;", "&a;")
                + "]>";
        String sheet = sheet(row(1, text("A1", "&a8;"))).replaceFirst("<\\?.*?\\?>", "");
        return Stream.of(
                file(
                        "entities within entities",
                        new WorkbookFixture().with(SHEET, laughs + sheet),
                        "file-not-xlsx",
                        "Danh sách!"),
                file(
                        "an entity from a file",
                        new WorkbookFixture()
                                .with(SHEET, "<!DOCTYPE x [<!ENTITY a8 SYSTEM \"file:///etc/passwd\">]>" + sheet),
                        "file-not-xlsx",
                        "Danh sách!"),
                file(
                        "a document type elsewhere",
                        new WorkbookFixture().with(SHEET, "<!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\">" + sheet),
                        "file-not-xlsx",
                        "Danh sách!"),
                rows("an entity that is not there", row(1, text("A1", "&b;")), "file-not-xlsx", "Danh sách!A1"),
                rows(
                        "10,000 elements within each other",
                        row(1, A1) + row(2, "<x>".repeat(10_000)),
                        "file-not-xlsx",
                        "Danh sách!2"),
                rows("300 attributes", row(1, "<c" + attributes + "/>"), "file-not-xlsx", "Danh sách!1"),
                rows("one attribute twice", row(1, "<c r=\"A1\" r=\"B1\"/>"), "file-not-xlsx", "Danh sách!1"),
                rows("3,000 names of elements", row(1, A1) + row(2, names), "file-not-xlsx", "Danh sách!2"),
                rows(
                        "a tag of half a million letters",
                        row(1, "<c r=\"" + "x".repeat(500_000) + "\"/>"),
                        "file-unpacks-too-large",
                        "Danh sách!1"),
                rows(
                        "a comment of half a million letters",
                        "<!--" + "x".repeat(500_000) + "-->",
                        "file-unpacks-too-large",
                        "Danh sách!"),
                rows(
                        "a sheet that breaks off",
                        row(1, A1) + "<row r=\"2\"><c r=\"A2\"",
                        "file-not-xlsx",
                        "Danh sách!2"),
                rows("a control character", row(1, text("A1", "\u0001")), "file-not-xlsx", "Danh sách!A1"),
                rows("a reference to a control character", row(1, text("A1", "&#0;")), "file-not-xlsx", "Danh sách!A1"),
                file(
                        "a sheet in another alphabet",
                        new WorkbookFixture()
                                .with(SHEET, sheet(row(1, text("A1", "Hò"))).getBytes(StandardCharsets.ISO_8859_1)),
                        "file-not-xlsx",
                        "Danh sách!"),
                file(
                        "a sheet in UTF-16",
                        new WorkbookFixture()
                                .with(
                                        SHEET,
                                        ("\uFEFF" + sheet(row(1, A1)).replace("UTF-8", "UTF-16"))
                                                .getBytes(StandardCharsets.UTF_16LE)),
                        "-",
                        ""),
                file("no bytes", new WorkbookFixture().with(SHEET, ""), "file-not-xlsx", "Danh sách!"),
                file("no rows", ofRows(""), "file-empty", ""));
    }

    private static Stream<Arguments> partsOfOtherUse() {
        String manyTypes = "<Types>" + "<Default Extension=\"x\" ContentType=\"y\"/>".repeat(200_000) + "</Types>";
        return Stream.of(
                file("a sheet under another name", new WorkbookFixture(), "-", ""),
                file(
                        "no list of types",
                        new WorkbookFixture().without(TYPES),
                        "file-not-xlsx",
                        "part [Content_Types].xml"),
                file("no relationships", new WorkbookFixture().without(ROOT), "file-not-xlsx", "part _rels/.rels"),
                file("no workbook", new WorkbookFixture().without(WORKBOOK), "file-not-xlsx", "part book/main.xml"),
                file("no sheet", new WorkbookFixture().without(SHEET), "file-not-xlsx", "Danh sách!"),
                file("no shared texts", new WorkbookFixture().without(SHARED), "file-not-xlsx", "part book/words.xml"),
                file(
                        "a list of types that is long",
                        new WorkbookFixture().with(TYPES, manyTypes),
                        "file-unpacks-too-large",
                        "part [Content_Types].xml"),
                file(
                        "a sheet that is a chart",
                        new WorkbookFixture().with(RELATIONSHIPS, relationships("s1", "chartsheet", "data/first.xml")),
                        "file-not-xlsx",
                        "part book/main.xml"),
                file(
                        "a sheet of another type",
                        new WorkbookFixture().with(RELATIONSHIPS, relationships("s1", "worksheet", "words.xml")),
                        "file-not-xlsx",
                        "part book/main.xml"),
                file(
                        "a sheet outside the file",
                        new WorkbookFixture()
                                .with(RELATIONSHIPS, relationships("s1", "worksheet", "../../../etc/passwd")),
                        "file-not-xlsx",
                        "part book/main.xml"),
                file(
                        "a sheet elsewhere",
                        new WorkbookFixture()
                                .with(
                                        RELATIONSHIPS,
                                        relationships(
                                                "s1", "worksheet", "http://localhost:1/\" TargetMode=\"External")),
                        "file-not-xlsx",
                        "part book/main.xml"),
                file(
                        "a workbook that is its own sheet",
                        new WorkbookFixture().with(RELATIONSHIPS, relationships("s1", "worksheet", "main.xml")),
                        "file-not-xlsx",
                        "part book/main.xml"),
                file(
                        "hidden sheets only",
                        new WorkbookFixture()
                                .with(
                                        WORKBOOK,
                                        new String(new WorkbookFixture().parts().get(WORKBOOK), StandardCharsets.UTF_8)
                                                .replace("sheetId=\"1\"", "sheetId=\"1\" state=\"veryHidden\"")),
                        "-",
                        ""));
    }

    private static Stream<Arguments> packages() {
        byte[] file = new WorkbookFixture().file();
        byte[] encrypted = file.clone();
        int directory = new String(file, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        encrypted[directory + 8] |= 1;
        byte[] wrongSum = file.clone();
        wrongSum[directory + 16] ^= 1;
        byte[] ole = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 4_096);
        WorkbookFixture many = new WorkbookFixture();
        IntStream.range(0, ZipParts.MOST_PARTS).forEach(i -> many.with("x" + i, ""));
        byte[] directories = "PK\u0001\u0002".repeat(300_000).getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                arguments("no bytes at all", new byte[0], "file-not-xlsx", ""),
                arguments("no package", "a,b".getBytes(StandardCharsets.UTF_8), "file-not-xlsx", ""),
                arguments("a package that breaks off", Arrays.copyOf(file, file.length / 2), "file-not-xlsx", ""),
                arguments("a password, as spreadsheets set it", ole, "file-locked", ""),
                arguments("an encrypted part", encrypted, "file-locked", ""),
                arguments("a wrong checksum", wrongSum, "file-not-xlsx", "part book/data/first.xml"),
                file("two thousand parts more", many, "file-unpacks-too-large", ""),
                arguments("a directory of 300,000 parts", directories, "file-unpacks-too-large", ""),
                arguments(
                        "a part of 300 megabytes",
                        packed(SHEET, 300, '0', SHEET),
                        "file-unpacks-too-large",
                        "part book/data/first.xml"),
                arguments(
                        "many parts of 4 megabytes",
                        packed(
                                "x",
                                4,
                                '0',
                                IntStream.range(0, 80).mapToObj(i -> "x" + i).toArray(String[]::new)),
                        "file-unpacks-too-large",
                        ""),
                arguments(
                        "the same part twice",
                        packed("", 0, 'x', SHEET, SHEET.toUpperCase(java.util.Locale.ROOT)),
                        "file-not-xlsx",
                        "part BOOK/DATA/FIRST.XML"),
                arguments("sizes of 64 bits", zip64(), "-", ""));
    }

    /** A package of parts of one size, all of the same letter. */
    private static byte[] packed(String named, int megabytes, char letter, String... names) {
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) letter);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < megabytes; i++) {
                    zip.write(megabyte);
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(named, e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip64() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setUseZip64(Zip64Mode.Always);
            for (var part : new WorkbookFixture().parts().entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void aWorkbookIsReadOrRefused(String name, byte[] file, String code, String place) {
        check(Format.XLSX, name, file, code, place);
    }

    static Stream<Arguments> texts() {
        String longest = "x".repeat(TableCursor.LONGEST_TEXT);
        return Stream.of(
                        arguments("a quote that is not closed", "a,b\n1,\"2\n3,4\n", "file-not-csv", "B2"),
                        arguments("a quote in the last cell", "a,b\n1,\"", "file-not-csv", "B2"),
                        arguments("text after a quote", "a,b\n\n1,2\n\"3\"x,4\n", "file-not-csv", "A4"),
                        arguments(
                                "a quote that swallows a file",
                                "a,b\n1,\"" + "x\n".repeat(1_000_000),
                                "file-cell-too-long",
                                "B2"),
                        arguments("a line without end", "a".repeat(8_000_000), "file-cell-too-long", "A1"),
                        arguments(
                                "a line of eight million cells",
                                ",".repeat(8_000_000),
                                "file-too-many-columns",
                                "XFE1"),
                        arguments(
                                "a filled cell beyond the columns",
                                "a\n" + ",".repeat(100) + "x",
                                "file-too-many-columns",
                                "CW2"),
                        arguments("empty cells beyond the columns", "a\nx" + ",".repeat(5_000), "-", ""),
                        arguments("eight million lines", "a" + "\n".repeat(8_000_000), "-", ""),
                        arguments("two million empty cells in lines", "a\n" + ",,,,,,,,\n".repeat(250_000), "-", ""),
                        arguments("the longest text", "a\n" + longest, "-", ""),
                        arguments("a text one longer", "a\n" + longest + "x", "file-cell-too-long", "A2"),
                        arguments(
                                "a text that is long only with its spaces", "a\nx" + " ".repeat(60_000) + "y", "-", ""),
                        arguments("zero bytes", "a,b\n1,\0\n", "file-not-utf8", "B2"),
                        arguments("control characters", "a,b\n1,\u0001\u0007\u001b[31m\u007f\u0085\n", "-", ""),
                        arguments("marks within", "\uFEFF\uFEFFa,\uFEFFb\n\uFEFF1,2\n", "-", ""),
                        arguments("quotes in the title", "\"a;b;c;d\",e\n1,2\n", "-", ""),
                        arguments(
                                "a title that goes on for ever",
                                "\"" + "a;".repeat(5_000_000),
                                "file-cell-too-long",
                                "A1"),
                        arguments("comments only", "#\n".repeat(1_000_000), "file-empty", ""),
                        arguments("a comment without end", "#" + "x".repeat(8_000_000), "file-empty", ""),
                        arguments("quotes only", "\"".repeat(8_000_000), "file-cell-too-long", "A1"),
                        arguments("quotes only, an odd number", "\"".repeat(9_999), "file-not-csv", "A1"),
                        arguments("ends of lines of old computers", "a\r1\r2", "-", ""))
                .map(Arguments::get)
                .map(file ->
                        arguments(file[0], String.valueOf(file[1]).getBytes(StandardCharsets.UTF_8), file[2], file[3]));
    }

    static Stream<Arguments> bytes() {
        return Stream.of(
                arguments("an old alphabet", "a,b\n1,Hò".getBytes(StandardCharsets.ISO_8859_1), "file-not-utf8", "B2"),
                arguments(
                        "two bytes a letter and no mark",
                        "a,b\n1,2".getBytes(StandardCharsets.UTF_16LE),
                        "file-not-utf8",
                        "A1"),
                arguments(
                        "four bytes a letter",
                        "\uFEFFa,b\n".getBytes(Charset.forName("UTF-32LE")),
                        "file-not-utf8",
                        "A1"),
                arguments(
                        "half a letter at the end",
                        new byte[] {'a', '\n', (byte) 0xE1, (byte) 0xBB},
                        "file-not-utf8",
                        "A2"),
                arguments("an overlong slash", new byte[] {'a', '\n', (byte) 0xC0, (byte) 0xAF}, "file-not-utf8", "A2"),
                arguments(
                        "half a surrogate",
                        new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8},
                        "file-not-utf8",
                        "A1"),
                arguments("an odd number of bytes", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}, "file-not-utf8", "A1"),
                arguments("a mark only", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "file-empty", ""),
                arguments("a workbook", new WorkbookFixture().file(), "file-not-utf8", "A1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"texts", "bytes"})
    void aTextIsReadOrRefused(String name, byte[] file, String code, String place) {
        check(Format.CSV, name, file, code, place);
    }

    private static void check(Format format, String name, byte[] file, String code, String place) {
        TableCursor cursor = new TableCursor();
        String found = "-";
        String where = "";
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
        try (Table table = format.open(file, cursor)) {
            table.lines()
                    .forEachRemaining(line -> assertThat(line.cells()).hasSizeLessThanOrEqualTo(Format.MOST_COLUMNS));
        } catch (InvalidFileException e) {
            found = e.code();
            where = e.place().map(HostileFilesTest::shown).orElse("");
        }
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;

        assertThat(found + " " + where).as(name).isEqualTo(code + " " + place);
        assertThat(cursor.cells()).as("cells looked at").isLessThanOrEqualTo(TableCursor.MOST_CELLS);
        assertThat(allocated).as("bytes allocated").isLessThan(MOST_ALLOCATED);
    }

    private static String shown(TablePlace place) {
        if (!place.part().isEmpty()) {
            return "part " + place.part();
        }
        String in = place.sheet().isEmpty() ? "" : place.sheet() + "!";
        return in + (place.row() == 0 ? "" : place.column() == 0 ? String.valueOf(place.row()) : place.cell());
    }
}
