package vn.soto.privacy;

import java.time.Instant;

/** A key store's entry for a subject. */
public sealed interface StoredKey {

    /** Bytes of a wrapped key: nonce, key and tag. */
    int LENGTH = 60;

    /** A key under the master key. */
    final class Wrapped implements StoredKey {

        private final byte[] bytes;

        /** @param bytes as {@link MasterKey#wrap} gave them */
        public Wrapped(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /**
     * The subject is erased: its key is destroyed and none is created again.
     *
     * @param at when, to the second
     */
    record Destroyed(Instant at) implements StoredKey {}
}
