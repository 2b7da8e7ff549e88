package vn.soto.plans.imports.table;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.soto.contracts.shared.Text;

/** The text of a cell: NFC, trimmed, without control characters, without the apostrophe before a formula. */
final class CellText {

    /** A character as a workbook writes what XML cannot hold, and an underscore that does not start one. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final String ESCAPED_UNDERSCORE = "_x005F_";
    private static final int HEXADECIMAL = 16;

    private CellText() {}

    static String of(String raw) {
        return raw.isEmpty() ? "" : FormulaPrefix.removed(Text.normalised(printable(raw)));
    }

    /** Of a text in a workbook, in which {@code _x000D_} is a character (ECMA-376 part 1, ST_Xstring). */
    static String ofWorkbook(String raw) {
        return of(raw.indexOf("_x") < 0 ? raw : ESCAPED.matcher(raw).replaceAll(CellText::character));
    }

    /** The text as it is written to a workbook. */
    static String toWorkbook(String text) {
        return LOOKS_ESCAPED.matcher(FormulaPrefix.added(text)).replaceAll(ESCAPED_UNDERSCORE);
    }

    private static String character(MatchResult escaped) {
        char character = (char) Integer.parseInt(escaped.group(1), HEXADECIMAL);
        return Matcher.quoteReplacement(Character.isSurrogate(character) ? escaped.group() : String.valueOf(character));
    }

    private static String printable(String raw) {
        return raw.codePoints().allMatch(CellText::isPrintable)
                ? raw
                : raw.codePoints()
                        .map(character -> isPrintable(character) ? character : ' ')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Whether XML may hold the character and a page can show it. */
    private static boolean isPrintable(int character) {
        return !Character.isISOControl(character)
                && character != 0xFFFE
                && character != 0xFFFF
                && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }
}
