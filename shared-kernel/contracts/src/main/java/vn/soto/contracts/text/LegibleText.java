package vn.soto.contracts.text;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a person reads it. Letters have their own marks only, digits of every script and form are {@code 0} to
 * {@code 9}, dashes {@code -}, and spaces one space each. Invisible characters are left out. It is made for looking,
 * never for storing.
 */
final class LegibleText {

    private static final String IDEOGRAPHIC = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖零壱貳參肆伍陸柒捌玖";

    private static final String LIKE_ZERO = "OoΟοОо";
    private static final String LIKE_ONE = "lIiıΙІ";

    /** Digits and letters like them, no other letter beside them; without letters like 1 at the end. */
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d])(?:[\\d" + LIKE_ZERO + LIKE_ONE + "]*[\\d"
            + LIKE_ZERO + "](?=[" + LIKE_ONE + "]*(?![\\p{L}\\d]))|[" + LIKE_ONE + "](?![\\p{L}\\d]))");

    private static final Pattern ENDS_IN_A_DIGIT = Pattern.compile("\\d[^\\p{L}\\d]*$");
    private static final Pattern STARTS_WITH_A_DIGIT = Pattern.compile("[^\\p{L}\\d]*\\d");

    private LegibleText() {}

    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder valued = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isInvisible(c)).forEach(c -> appendValue(valued, c));
        StringBuilder legible = new StringBuilder(valued.length());
        Normalizer.normalize(valued, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !isMark(c) && !isInvisible(c))
                .forEach(c -> appendLegible(legible, c));
        return legible.toString();
    }

    /**
     * The same text with letters that look like {@code 0} or {@code 1} read as digits, where they stand beside digits and
     * no other letter. An {@code l} after the last digit stays a letter: it is a litre.
     */
    static String withLookAlikes(String legible) {
        String read = legible;
        for (String before = ""; !read.equals(before); ) {
            before = read;
            read = withLookAlikesBesideDigits(before);
        }
        return read;
    }

    private static String withLookAlikesBesideDigits(String legible) {
        StringBuilder read = new StringBuilder(legible);
        Matcher words = WORD.matcher(legible);
        while (words.find()) {
            String digits = isDigitIn(words.group()) ? words.group() : alone(legible, words);
            for (int i = 0; i < digits.length(); i++) {
                char c = digits.charAt(i);
                read.setCharAt(words.start() + i, LIKE_ZERO.indexOf(c) >= 0 ? '0' : LIKE_ONE.indexOf(c) >= 0 ? '1' : c);
            }
        }
        return read.toString();
    }

    /** The word if the words beside it are digits as well; else nothing. */
    private static String alone(String text, Matcher word) {
        boolean zero = LIKE_ZERO.indexOf(word.group().charAt(0)) >= 0;
        boolean before = ENDS_IN_A_DIGIT.matcher(text).region(0, word.start()).find();
        boolean after = STARTS_WITH_A_DIGIT
                .matcher(text)
                .region(word.end(), text.length())
                .lookingAt();
        return (zero ? before || after : before && after) ? word.group() : "";
    }

    private static boolean isDigitIn(String word) {
        return word.chars().anyMatch(LegibleText::isDigit);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** Circled and other numbers that Unicode does not decompose into digits become digits; a fraction stays. */
    @SuppressWarnings("CharacterGetNumericValue") // asked about numbers only, and their value is what is wanted
    private static void appendValue(StringBuilder to, int c) {
        int type = Character.getType(c);
        boolean number = type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
        int value = number ? Character.getNumericValue(c) : ideographic(c);
        if (value >= 0 && value < 100) {
            to.append(value);
        } else {
            to.appendCodePoint(c);
        }
    }

    /** Digits of the ideographic scripts, those for cheques too, which Unicode has as letters. */
    private static int ideographic(int c) {
        int digit = IDEOGRAPHIC.indexOf(c);
        return digit < 0 ? -1 : digit % 10;
    }

    private static void appendLegible(StringBuilder to, int c) {
        int type = Character.getType(c);
        if (type == Character.DECIMAL_DIGIT_NUMBER) {
            to.append(Character.digit(c, 10));
        } else if (type == Character.DASH_PUNCTUATION || c == '\u2212') {
            to.append('-');
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            to.append(' ');
        } else {
            to.appendCodePoint(c);
        }
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Format characters, and the letters that Unicode has as fillers. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0;
    }
}
