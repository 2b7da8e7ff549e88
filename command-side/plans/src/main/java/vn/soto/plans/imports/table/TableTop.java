package vn.soto.plans.imports.table;

import java.util.List;

/**
 * The lines above the rows of a file.
 *
 * @param row       row number of the titles, as a spreadsheet counts
 * @param titles    titles of the columns
 * @param separator between the cells of a text file; a comma for a workbook
 */
public record TableTop(int row, List<String> titles, char separator) {

    /** Between the cells of a text file that is made from a workbook. */
    public static final char COMMA = ',';

    public TableTop {
        titles = List.copyOf(titles);
    }

    /** Titles in the first row of a workbook. */
    public static TableTop of(List<String> titles) {
        return new TableTop(1, titles, COMMA);
    }
}
