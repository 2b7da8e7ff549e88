package vn.soto.plans.imports.table;

/**
 * A place in a file, in the numbers that a spreadsheet shows.
 *
 * @param sheet  name of the sheet; empty for a file without sheets
 * @param row    from 1; 0 for the whole sheet or file
 * @param column from 1; 0 for the whole row
 */
public record TablePlace(String sheet, int row, int column) {

    private static final int LETTERS = 26;

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
