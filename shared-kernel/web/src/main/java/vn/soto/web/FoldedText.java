package vn.soto.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text as it is compared in a search: in lower case, without diacritics, đ as d, spaces single. So a word is found
 * however its accents are typed, encoded or placed ({@code hòa}, {@code hoà}), or without them.
 *
 * @param whole the folded text
 * @param words its words, of letters and digits
 */
public record FoldedText(String whole, List<String> words) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The designation of a team in full, without diacritics. */
    private static final Pattern IN_FULL = Pattern.compile("\\bcong nghe so cong dong\\b");

    private static final String IN_SHORT = "cnscd";

    public static FoldedText of(String text) {
        String whole = isPlain(text) ? text.toLowerCase(Locale.ROOT) : whole(text);
        return new FoldedText(
                whole,
                Arrays.stream(BETWEEN_WORDS.split(whole))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** Whether it is an id or a code, as nearly all that is indexed: of those signs alone that have no other form. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(sign -> sign > ' ' && sign < 0x7f);
    }

    private static String whole(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .strip()
                .replaceAll("\\s+", " ");
        return IN_FULL.matcher(plain).replaceAll(IN_SHORT);
    }

    /** Its letters and digits alone: a code with other signs between them, or none, is the same. */
    public String code() {
        return String.join("", words);
    }

    /** Whether each of the words that are searched for begins one of this text's, or a code is part of it, however written. */
    public boolean has(FoldedText searched) {
        return searched.words.stream().allMatch(word -> words.stream().anyMatch(each -> each.startsWith(word)))
                || (searched.whole.chars().anyMatch(Character::isDigit) && code().contains(searched.code()));
    }

    /** The text with its accents, in lower case and one encoding, and its words. */
    public static List<String> accents(String text) {
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip();
        return Stream.concat(Stream.of(whole), Arrays.stream(BETWEEN_WORDS.split(whole)))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }
}
