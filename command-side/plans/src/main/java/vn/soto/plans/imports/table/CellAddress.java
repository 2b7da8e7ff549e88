package vn.soto.plans.imports.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of cells, such as C7, and other numbers of a workbook. */
final class CellAddress {

    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z]{1,3})(\\d{1,7})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int LETTERS = 26;

    private CellAddress() {}

    /** The column of an address in this row, from 1; 0 if it is no address, or one of another row. */
    static int column(String address, int row) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) != row) {
            return 0;
        }
        int column = 0;
        for (char letter : parts.group(1).toCharArray()) {
            column = column * LETTERS + Character.toUpperCase(letter) - 'A' + 1;
        }
        return column > TableCursor.LAST_COLUMN ? 0 : column;
    }

    /** The number, or -1 if the text is none from 0 to {@code most}. */
    static int number(String text, int most) {
        if (!NUMBER.matcher(text).matches()) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number > most ? -1 : number;
    }
}
