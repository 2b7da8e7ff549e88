package vn.soto.contracts.shared;

import java.util.List;

/** Lists of distinct elements in ascending order, so that the same content has the same bytes. */
public final class Ascending {

    private Ascending() {}

    /**
     * The elements as an unmodifiable list in that order. A list that is in order already is only checked and copied.
     */
    public static <T extends Comparable<? super T>> List<T> of(List<T> elements) {
        return isAscending(elements)
                ? List.copyOf(elements)
                : elements.stream().distinct().sorted().toList();
    }

    private static <T extends Comparable<? super T>> boolean isAscending(List<T> elements) {
        for (int i = 1; i < elements.size(); i++) {
            if (elements.get(i - 1).compareTo(elements.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
