package vn.soto.plans.imports.table;

import java.util.regex.Pattern;

/**
 * The apostrophe before a text that a spreadsheet would otherwise take for a formula. Texts of files that are sent back
 * get one, and reading takes one away. So a text that is sent back and sent in is unchanged. An apostrophe of the text
 * itself is kept: it gets another one before it.
 */
final class FormulaPrefix {

    private static final String START = "[=+\\-@＝＋－＠]";
    private static final Pattern FORMULA = Pattern.compile("'*" + START);
    private static final Pattern NEUTRAL = Pattern.compile("'+" + START);

    private FormulaPrefix() {}

    /** The text as it is written. */
    static String added(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text as it was before it was written. */
    static String removed(String text) {
        return NEUTRAL.matcher(text).lookingAt() ? text.substring(1) : text;
    }
}
