package vn.soto.ledger;

import java.util.Locale;

/** The place of an event in its aggregate's stream: sequences are dense from 0, and each (id, sequence) is taken once. */
public record StreamPosition(String type, String id, long sequence) {

    /** The unique key of the slot: {@code <aggregate id>#<sequence, 10 digits>}. */
    public String key() {
        return id + "#" + String.format(Locale.ROOT, "%010d", sequence);
    }
}
