package vn.soto.privacy;

import java.time.Instant;

/** What a key store knows of a subject. */
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
     * The subject is erased: there is no key any more, and there will be none.
     *
     * @param at when, to the second
     */
    record Destroyed(Instant at) implements StoredKey {}
}
