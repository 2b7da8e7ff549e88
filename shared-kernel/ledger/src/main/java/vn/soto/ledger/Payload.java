package vn.soto.ledger;

import java.util.Arrays;

/** Stored bytes of an event body with the name of their encoding ({@code json}); they are never re-encoded. */
@SuppressWarnings("ArrayRecordComponent") // compared by content; never copied on the hot path and never modified
public record Payload(String encoding, byte[] bytes) {

    public Hash hash() {
        return Hash.sha256(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload
                && encoding.equals(payload.encoding)
                && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * encoding.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return encoding + "[" + bytes.length + " bytes]";
    }
}
