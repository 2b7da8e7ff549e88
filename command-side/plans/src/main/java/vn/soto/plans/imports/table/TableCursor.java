package vn.soto.plans.imports.table;

/** The place at which a file is being read, and the limits of how much of it is looked at. Each file has its own. */
final class TableCursor {

    /** Last row of a spreadsheet. */
    static final int LAST_ROW = 1_048_576;

    /** Last column of a spreadsheet, XFD. */
    static final int LAST_COLUMN = 16_384;

    /** Limit of the cells that are looked at, empty ones included. */
    static final long MOST_CELLS = 10_000_000;

    /** Limit of a text, one less than that of a spreadsheet: a text that is sent back may get an apostrophe. */
    static final int LONGEST_TEXT = 32_766;

    /** Limit of all texts together: cells may share one text, which is counted for each of them. */
    static final long MOST_CHARACTERS = 256L * 1024 * 1024;

    /** The character that programs put in the place of letters they could not read. */
    static final char DAMAGED = '\uFFFD';

    /** Limit of a sheet's name, as of a spreadsheet. */
    private static final int LONGEST_NAME = 31;

    private String part = "";
    private String sheet = "";
    private int row;
    private int column;
    private int rows;
    private long cells;
    private long characters;

    /** A part of a workbook beside the sheet is being read. */
    void part(String name) {
        part = name;
    }

    void sheet(String name) {
        part = "";
        sheet = Excerpt.of(name, LONGEST_NAME);
    }

    void row(int number) {
        row = number;
        column = 0;
        if (++rows > LAST_ROW) {
            throw refused("file-too-many-rows", LAST_ROW);
        }
    }

    void endRow() {
        column = 0;
    }

    void cell(int number) {
        column = number;
        if (number > LAST_COLUMN) {
            throw refused("file-too-many-columns", Format.MOST_COLUMNS);
        }
        if (++cells > MOST_CELLS) {
            throw refused("file-too-many-cells", MOST_CELLS);
        }
    }

    int row() {
        return row;
    }

    /** Number of cells looked at. */
    long cells() {
        return cells;
    }

    /** Counts the text of the present cell. */
    String text(String text) {
        characters += text.length();
        if (text.length() > LONGEST_TEXT) {
            throw refused("file-cell-too-long", LONGEST_TEXT);
        }
        if (text.indexOf(DAMAGED) >= 0) {
            throw refused("file-text-damaged");
        }
        if (characters > MOST_CHARACTERS) {
            throw refused("file-too-much-text");
        }
        if (column > Format.MOST_COLUMNS && !text.isEmpty()) {
            throw refused("file-too-many-columns", Format.MOST_COLUMNS);
        }
        return text;
    }

    /** A fault at the present place. */
    InvalidFileException refused(String code, Object... arguments) {
        if (!part.isEmpty()) {
            return new InvalidFileException(TablePlace.ofPart(part), code, arguments);
        }
        boolean nowhere = sheet.isEmpty() && row == 0;
        return nowhere
                ? new InvalidFileException(code, arguments)
                : new InvalidFileException(new TablePlace(sheet, row, column), code, arguments);
    }
}
