package vn.soto.ledger;

import java.util.Locale;

/**
 * The position of an event in its aggregate's stream: sequences are dense from 0, and each (id, sequence) exists at
 * most once.
 */
public record StreamPosition(String type, String id, long sequence) {

    /** The unique key of the position: {@code <aggregate id>#<sequence, 10 digits>}. */
    public String key() {
        return id + "#" + String.format(Locale.ROOT, "%010d", sequence);
    }
}
