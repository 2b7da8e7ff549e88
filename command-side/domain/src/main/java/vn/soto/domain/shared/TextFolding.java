package vn.soto.domain.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.soto.contracts.shared.Text;

/**
 * Normal forms of Vietnamese text for comparison. Stored ids derive from {@link #spelling} and {@link #exact}, so their
 * results never change.
 */
public final class TextFolding {

    private static final Pattern EARLY_TONE =
            Pattern.compile("(o(?=.[ae])|u(?=.y))([\\u0300\\u0301\\u0303\\u0309\\u0323])([aey])$");

    private static final Pattern TONE = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern MARK = Pattern.compile("\\p{M}");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private TextFolding() {}

    /**
     * Ignores case, spacing and the place of a tone in oa, oe and uy: "hòa" and "hoà", both in official lists, become
     * "hoà".
     */
    public static String spelling(String text) {
        return Arrays.stream(Text.normalised(text).toLowerCase(Locale.ROOT).split(" "))
                .map(TextFolding::withToneOnLastVowel)
                .collect(Collectors.joining(" "));
    }

    private static String withToneOnLastVowel(String syllable) {
        String letters = Normalizer.normalize(syllable, Normalizer.Form.NFD);
        return Normalizer.normalize(EARLY_TONE.matcher(letters).replaceAll("$1$3$2"), Normalizer.Form.NFC);
    }

    /** Ignores case, spacing, punctuation and the place of a tone within its syllable: hoà equals hòa, but not hoa. */
    public static String exact(String text) {
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

    /** Ignores accents as well: for column headers, and for suggestions. */
    public static String plain(String text) {
        String letters = Normalizer.normalize(composed(text), Normalizer.Form.NFD);
        return NO_LETTER
                .matcher(MARK.matcher(letters).replaceAll("").replace('đ', 'd'))
                .replaceAll(" ")
                .strip();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Edit distance: number of letters to change, insert or delete. */
    public static int distance(String a, String b) {
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
