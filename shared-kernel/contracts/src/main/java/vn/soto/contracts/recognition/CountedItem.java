package vn.soto.contracts.recognition;

import java.util.List;

/**
 * One thing that a criterion counts.
 *
 * @param amount    amount that it adds to the criterion's numerator
 * @param positions of the events that say so, ascending
 */
public record CountedItem(long amount, List<Long> positions) {

    public CountedItem {
        positions = List.copyOf(positions);
    }
}
