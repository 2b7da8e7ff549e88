package vn.soto.plans.imports.lookup;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a text is probably another one misspelt. Few letters differ, and none of the marks that tell neighbours
 * apart. "Khu phố 99" is no misspelling of "Khu phố 2", nor "Ấp B" of "Ấp A". Texts are folded without accents.
 */
final class Likeness {

    /** One letter in this many may differ. */
    private static final int LETTERS_PER_FAULT = 5;

    /** Of a household, beyond which no similar one is looked for. */
    static final int LONGEST_REFERENCE = 20;

    /** In a shorter text every letter counts. */
    private static final int SHORTEST = 4;

    private static final Pattern MARK = Pattern.compile(".*\\d.*|.");

    private Likeness() {}

    /** The most letters that may differ from this text. */
    static int most(String text) {
        return text.length() < SHORTEST ? 0 : Math.max(1, text.length() / LETTERS_PER_FAULT);
    }

    static boolean sameMarks(String one, String other) {
        return marks(one).equals(marks(other));
    }

    /** The words with a digit or of a single letter. */
    private static List<String> marks(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(word -> MARK.matcher(word).matches())
                .toList();
    }
}
