package vn.soto.contracts.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Short public text as stored: Unicode NFC, without surrounding space or control characters. */
public final class Text {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** Dashes of every length, the hyphen that keeps a line together, and the minus sign. */
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");

    private Text() {}

    /** NFC, inner white space folded to one space, trimmed. */
    public static String normalised(String text) {
        return WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
    }

    /** A code of a register, normalised, with the plain hyphen for what word processors make of it. */
    public static String code(String text) {
        return DASHES.matcher(normalised(text)).replaceAll("-");
    }

    public static void require(String text, int maxLength) {
        if (text.isEmpty() || text.length() > maxLength) {
            throw new IllegalArgumentException("a text of 1 to " + maxLength + " characters is needed: " + text);
        }
        if (!text.equals(normalised(text)) || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("text is NFC, trimmed and free of control characters: " + text);
        }
    }
}
