package vn.soto.page.form;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared in a search: in lower case, without diacritics. */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {}

    static String of(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .strip();
    }

    /** Whether each word that is searched for begins a word of the text. */
    static boolean matches(String text, String query) {
        String words = " " + of(text).replaceAll("[^\\p{L}\\p{N}]+", " ");
        return Arrays.stream(of(query).split("[^\\p{L}\\p{N}]+", -1)).allMatch(word -> words.contains(" " + word));
    }
}
