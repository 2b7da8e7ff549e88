package vn.soto.plans.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text made comparable. */
final class TextFolding {

    private static final Pattern TONE = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern MARK = Pattern.compile("\\p{M}");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private TextFolding() {}

    /** Case, spacing, punctuation and the place of a tone within its syllable do not matter: hoà is hòa, and not hoa. */
    static String exact(String text) {
        StringBuilder folded = new StringBuilder();
        for (String word : NO_LETTER.splitAsStream(composed(text)).toList()) {
            if (!word.isEmpty()) {
                String letters = Normalizer.normalize(word, Normalizer.Form.NFD);
                folded.append(folded.isEmpty() ? "" : " ")
                        .append(TONE.matcher(letters).replaceAll(""));
                TONE.matcher(letters).results().forEach(tone -> folded.append(tone.group()));
            }
        }
        return folded.toString();
    }

    /** Accents do not matter either: for headers, and to find what somebody may have meant. */
    static String plain(String text) {
        String letters = Normalizer.normalize(composed(text), Normalizer.Form.NFD);
        return NO_LETTER
                .matcher(MARK.matcher(letters).replaceAll("").replace('đ', 'd'))
                .replaceAll(" ")
                .strip();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** How many letters have to be changed, added or left out. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
