package vn.soto.page.file;

import java.util.regex.Pattern;

/** A text as a cell has it. */
public final class PlainText {

    /** A spreadsheet would take it for a formula; white space and apostrophes before it do not help. */
    private static final Pattern FORMULA = Pattern.compile("[\\s']*[=+\\-@＝＋－＠]|[\\t\\r].*", Pattern.DOTALL);

    /** Characters that XML cannot hold. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF\\p{Cs}&&[^\\t\\r\\n]]");

    private PlainText() {}

    /** With an apostrophe before what would be a formula. */
    public static String of(String text) {
        String clean = UNPRINTABLE.matcher(text).replaceAll(" ");
        return FORMULA.matcher(clean).lookingAt() ? "'" + clean : clean;
    }
}
