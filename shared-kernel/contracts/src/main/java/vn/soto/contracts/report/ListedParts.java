package vn.soto.contracts.report;

import java.util.List;
import vn.soto.contracts.shared.HashedParts;

/**
 * A list of counted events of a team, in one part, or in several if there are many.
 *
 * @param list  {@link TeamParts#OF_TEAM}, {@link TeamParts#STANDING}, or the first of the days of help
 * @param parts number of the parts
 */
public record ListedParts(String list, int parts) {

    /** Name of the part that has the events of a key. */
    String name(String key) {
        return named(hashed().name(key));
    }

    /** Of the parts. */
    public List<String> names() {
        return hashed().names().stream().map(this::named).toList();
    }

    /** Name of the part whose events are in two parts of {@link #longer}. */
    String divided() {
        return named(hashed().divided());
    }

    ListedParts longer() {
        return new ListedParts(list, parts + 1);
    }

    private HashedParts hashed() {
        return new HashedParts(parts);
    }

    private String named(String part) {
        return part.isEmpty() ? list : list + "/" + part;
    }
}
