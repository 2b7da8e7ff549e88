package vn.soto.contracts.shared;

import java.util.List;

/** Lists that hold each element once, in ascending order, so that the same content is the same bytes. */
public final class Ascending {

    private Ascending() {}

    /** The elements so, unmodifiable. What is so already, as all that was stored is, costs a look. */
    public static <T extends Comparable<? super T>> List<T> of(List<T> elements) {
        return isSo(elements)
                ? List.copyOf(elements)
                : elements.stream().distinct().sorted().toList();
    }

    private static <T extends Comparable<? super T>> boolean isSo(List<T> elements) {
        for (int i = 1; i < elements.size(); i++) {
            if (elements.get(i - 1).compareTo(elements.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
