package vn.soto.ledger;

import java.util.UUID;

/** A 64-bit hash of a text or an id, by which checks of large ledgers find what may be equal; never stored, and no proof. */
final class Hash64 {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private Hash64() {}

    /** FNV-1a over UTF-16 units, mixed so that the low bits depend on all of them. */
    static long of(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mixed(hash);
    }

    static long of(UUID id) {
        return mixed(mixed(id.getMostSignificantBits()) + id.getLeastSignificantBits());
    }

    private static long mixed(long hash) {
        long half = (hash ^ (hash >>> 32)) * MIX;
        return half ^ (half >>> 29);
    }
}
