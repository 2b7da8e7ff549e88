package vn.soto.plans.imports.table;

/**
 * A place in a file, in the numbers that a spreadsheet shows.
 *
 * @param part   name of the part of a workbook that is at fault, such as {@code xl/styles.xml}; empty for a sheet or a text
 * @param sheet  name of the sheet; empty for a file without sheets
 * @param row    from 1; 0 for the whole sheet or file
 * @param column from 1; 0 for the whole row
 */
public record TablePlace(String part, String sheet, int row, int column) {

    private static final int LETTERS = 26;
    private static final int LONGEST_PART = 100;

    public TablePlace(String sheet, int row, int column) {
        this("", sheet, row, column);
    }

    /** The name comes from the file: it is shortened, and has no control characters. */
    static TablePlace ofPart(String name) {
        return new TablePlace(Excerpt.of(CellText.of(name), LONGEST_PART), "", 0, 0);
    }

    /** The column in letters: A, B, ... Z, AA; empty for the whole row. */
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.toString();
    }

    /** The address of the cell, such as C7. */
    public String cell() {
        return letters() + row;
    }
}
