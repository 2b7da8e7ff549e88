package vn.soto.web;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The order of names in lists: that of the Vietnamese alphabet and its tone marks, word by word, and of numbers by
 * their value. So Đông comes after Dương, and Khu phố 2 before Khu phố 10.
 */
public final class VietnameseOrder {

    private static final Pattern NUMBER = Pattern.compile("0*([0-9]+)");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Digits of the largest number that is compared by its value. */
    private static final int DIGITS = 12;

    private VietnameseOrder() {}

    /** Sorts by name; equal names by a second text, such as the id. */
    public static <T> List<T> sorted(Collection<T> items, Function<T, String> name, Function<T, String> second) {
        Collator collator = collator();
        return items.stream()
                .map(item -> new Named<>(collator.getCollationKey(spelled(name.apply(item))), item))
                .sorted(Comparator.comparing((Named<T> named) -> named.key)
                        .thenComparing(named -> name.apply(named.item))
                        .thenComparing(named -> second.apply(named.item)))
                .map(named -> named.item)
                .toList();
    }

    private record Named<T>(CollationKey key, T item) {}

    private static Collator collator() {
        Collator collator = Collator.getInstance(Locale.of("vi"));
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return collator;
    }

    /** The name with numbers of equal length, and with a character between words that a collator does not pass over. */
    private static String spelled(String name) {
        String numbered = NUMBER.matcher(name)
                .replaceAll(found ->
                        "0".repeat(Math.max(0, DIGITS - found.group(1).length())) + found.group(1));
        return SPACE.matcher(numbered.strip()).replaceAll("_");
    }
}
