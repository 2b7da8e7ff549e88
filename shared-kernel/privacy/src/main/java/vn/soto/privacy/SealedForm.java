package vn.soto.privacy;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import vn.soto.contracts.shared.Sealed;

/**
 * The bytes of a {@link Sealed} text, which say themselves how they are to be opened; see FORMAT.md.
 *
 * @param command   that brought the text; part of what it is bound to
 * @param encrypted as {@link AesGcm} gives it
 */
record SealedForm(UUID command, byte[] encrypted) {

    private static final byte VERSION = 1;
    private static final int HEADER = 1 + 2 * Long.BYTES;

    static SealedForm parse(Sealed sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed.text()));
        if (bytes.remaining() < HEADER + AesGcm.OVERHEAD || bytes.get() != VERSION) {
            throw new IllegalArgumentException("sealed text of a form that this version does not know");
        }
        UUID command = new UUID(bytes.getLong(), bytes.getLong());
        byte[] encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        return new SealedForm(command, encrypted);
    }

    Sealed sealed() {
        byte[] bytes = ByteBuffer.allocate(HEADER + encrypted.length)
                .put(VERSION)
                .putLong(command.getMostSignificantBits())
                .putLong(command.getLeastSignificantBits())
                .put(encrypted)
                .array();
        return new Sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
