package vn.soto.contracts.shared;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts over which items are spread by the hashes of their keys, so that an item is found in one of them. One part more takes
 * items from one other part alone (linear hashing). Both then have new names: what they replace stays as it was, for as long as a
 * store has the earlier number.
 *
 * @param count at least 1
 */
public record HashedParts(int count) {

    /** All items in one part, whose name is empty. */
    public static final HashedParts ONE = new HashedParts(1);

    /** Name of the part that has the items of a key. */
    public String name(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        int place = (hash >>> 16) ^ hash;
        int index = place & (2 * full() - 1);
        return name(index < count ? index : index - full());
    }

    public List<String> names() {
        return IntStream.range(0, count).mapToObj(this::name).toList();
    }

    /** Name of the part whose items are in two parts of {@link #longer}. */
    public String divided() {
        return name(count - full());
    }

    public HashedParts longer() {
        return new HashedParts(count + 1);
    }

    /** Whether a part that has grown asks for one part more: once for each so many items, so the parts stay small in the mean. */
    public static boolean areFull(int before, int after, int most) {
        return after / most > before / most;
    }

    /** The number of parts before some of them were divided. */
    private int full() {
        return Integer.highestOneBit(count);
    }

    private String name(int index) {
        boolean isDivided = index < count - full() || index >= full();
        int of = isDivided ? 2 * full() : full();
        return of == 1 ? "" : of + "." + index;
    }
}
