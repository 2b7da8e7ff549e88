package vn.soto.contracts.recognition;

import java.util.List;

/**
 * Something recorded that a criterion does not count.
 *
 * @param positions of the events that say so, ascending
 */
public record OmittedItem(Omission why, List<Long> positions) {

    public OmittedItem {
        positions = List.copyOf(positions);
    }
}
