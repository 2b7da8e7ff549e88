package vn.soto.plans.imports.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first visible sheet of a workbook, read cell by cell (SpreadsheetML, ECMA-376 part 1, 18.3). Formulas are not
 * evaluated: the stored result of the writing program counts. A number whose format shows a day or leading zeros is
 * read as it is shown. Merged cells and the declared dimension are not looked at.
 */
final class XlsxTable extends ReadTable {

    private static final String BROKEN = "file-not-xlsx";
    private static final String MISPLACED = "file-cell-misplaced";
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");

    private final TableCursor cursor;
    private final SharedTexts shared;
    private final NumberFormats formats;
    private final ZipParts zip;
    private final PartReader sheet;

    /** The cells of the row that is being read. */
    private final List<Cell> cells = new ArrayList<>();

    private boolean started;
    private boolean ended;

    private XlsxTable(TableCursor cursor, SharedTexts shared, NumberFormats formats, ZipParts zip, PartReader sheet) {
        this.cursor = cursor;
        this.shared = shared;
        this.formats = formats;
        this.zip = zip;
        this.sheet = sheet;
    }

    static XlsxTable open(byte[] file, TableCursor cursor) {
        ZipParts zip = new ZipParts(file);
        WorkbookParts parts = new WorkbookParts(zip, cursor);
        WorkbookParts.SheetPart part = parts.sheet();
        SharedTexts shared = SharedTexts.of(parts, cursor);
        NumberFormats formats = NumberFormats.of(parts, cursor);
        PartReader sheet = parts.open(part);
        XlsxTable table = new XlsxTable(cursor, shared, formats, zip, sheet);
        try {
            var _ = table.top();
            return table;
        } catch (InvalidFileException e) {
            table.close();
            throw e;
        }
    }

    @Override
    char separator() {
        return TableTop.COMMA;
    }

    @Override
    Optional<TableLine> readRow() {
        while (!ended && sheet.advance()) {
            if (started && sheet.starts("row")) {
                return Optional.of(row());
            }
            started |= sheet.starts("sheetData");
            ended = sheet.ends("sheetData");
        }
        ended = true;
        return Optional.empty();
    }

    private TableLine row() {
        String number = sheet.attribute("r");
        int row = number.isEmpty() ? cursor.row() + 1 : CellAddress.number(number, TableCursor.LAST_ROW);
        if (row <= cursor.row() || row > TableCursor.LAST_ROW) {
            throw cursor.refused("file-row-misplaced", number);
        }
        cursor.row(row);
        cells.clear();
        int last = 0;
        while (sheet.advance() && !sheet.ends("row")) {
            if (sheet.starts("c")) {
                last = column(last);
                cursor.cell(last);
                Cell cell = cell();
                for (int gap = cells.size() + 1; gap < last && gap <= Format.MOST_COLUMNS; gap++) {
                    cells.add(Cell.EMPTY);
                }
                if (last <= Format.MOST_COLUMNS) {
                    cells.add(cell);
                }
            } else {
                sheet.skip();
            }
        }
        cursor.endRow();
        return new TableLine(row, cells);
    }

    /** The column of the cell that starts here; cells come from left to right, those without an address as well. */
    private int column(int last) {
        String address = sheet.attribute("r");
        if (address.isEmpty()) {
            return last + 1;
        }
        int column = CellAddress.column(address, cursor.row());
        if (column <= last) {
            throw cursor.refused(MISPLACED, address);
        }
        return column;
    }

    private Cell cell() {
        String type = sheet.attribute("t");
        String style = sheet.attribute("s");
        String value = "";
        while (sheet.advance() && !sheet.ends("c")) {
            if (sheet.starts("v")) {
                value = sheet.text();
            } else if (sheet.starts("is")) {
                value = sheet.richText("is");
            } else {
                sheet.skip();
            }
        }
        return value.isEmpty() ? Cell.EMPTY : cell(type, style, value);
    }

    private Cell cell(String type, String style, String value) {
        return switch (type) {
            case "s" -> Cell.of(cursor.text(shared(value)));
            case "inlineStr", "str" -> Cell.of(cursor.text(CellText.ofWorkbook(value)));
            case "d" -> Cell.of(cursor.text(day(CellText.of(value))));
            case "b" -> Cell.of(cursor.text(value.strip().equals("1") ? "TRUE" : "FALSE"));
            case "e" -> Cell.of(cursor.text(CellText.of(value)));
            case "n", "" -> number(value.strip(), style);
            default -> throw cursor.refused(BROKEN);
        };
    }

    private String shared(String value) {
        int number = CellAddress.number(value.strip(), SharedTexts.MOST);
        if (!shared.has(number)) {
            throw cursor.refused(BROKEN);
        }
        return shared.text(number);
    }

    private static String day(String moment) {
        return MOMENT.matcher(moment).matches() ? moment.substring(0, moment.indexOf('T')) : moment;
    }

    private Cell number(String value, String style) {
        BigDecimal number = NumberText.parsed(value).orElseThrow(() -> cursor.refused("file-number-unreadable", value));
        String format = formats.of(CellAddress.number(style, Integer.MAX_VALUE));
        return new Cell(cursor.text(NumberText.of(number, format)), number);
    }

    @Override
    public void close() {
        sheet.close();
        zip.close();
    }
}
