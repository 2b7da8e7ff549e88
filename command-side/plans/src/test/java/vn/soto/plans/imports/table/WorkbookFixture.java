package vn.soto.plans.imports.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small workbook whose parts a test may replace; names and order are not those that spreadsheets use. */
public final class WorkbookFixture {

    public static final String TYPES = "[Content_Types].xml";
    public static final String ROOT = "_rels/.rels";
    public static final String WORKBOOK = "book/main.xml";
    public static final String RELATIONSHIPS = "book/_rels/main.xml.rels";
    public static final String SHEET = "book/data/first.xml";
    public static final String SHARED = "book/words.xml";
    public static final String STYLES = "book/looks.xml";

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public WorkbookFixture() {
        with(SHEET, sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"));
        with(SHARED, "<sst xmlns=\"" + MAIN + "\"><si><t>một</t></si><si><r><t>ha</t></r><r><t>i</t></r></si></sst>");
        with(
                STYLES,
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"00000\"/>"
                        + "<numFmt numFmtId=\"171\" formatCode=\"d/m/yyyy\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>");
        with(
                WORKBOOK,
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>"
                        + "<sheet name=\"Ẩn\" sheetId=\"7\" state=\"hidden\" r:id=\"none\"/>"
                        + "<sheet name=\"Danh sách\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>");
        with(
                RELATIONSHIPS,
                relationships(
                        "s1",
                        "worksheet",
                        "data/first.xml",
                        "t1",
                        "sharedStrings",
                        "/book/words.xml",
                        "f1",
                        "styles",
                        "looks.xml"));
        with(ROOT, relationships("w1", "officeDocument", "book/main.xml"));
        with(
                TYPES,
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/book/main.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/BOOK/data/first.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/>"
                        + "<Override PartName=\"/book/words.xml\" ContentType=\"" + TYPE + "sharedStrings+xml\"/>"
                        + "<Override PartName=\"/book/looks.xml\" ContentType=\"" + TYPE + "styles+xml\"/></Types>");
    }

    /** A part of relationships, each given as id, type and target. */
    static String relationships(String... parts) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < parts.length; i += 3) {
            xml.append("<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(parts[i], OFFICE, parts[i + 1], parts[i + 2]));
        }
        return xml.append("</Relationships>").toString();
    }

    /** A sheet with these rows. */
    static String sheet(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    /** A workbook whose sheet has these rows. */
    public static WorkbookFixture ofRows(String rows) {
        return new WorkbookFixture().with(SHEET, sheet(rows));
    }

    public WorkbookFixture with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    public WorkbookFixture with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    WorkbookFixture without(String part) {
        parts.remove(part);
        return this;
    }

    public Map<String, byte[]> parts() {
        return parts;
    }

    public byte[] file() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
