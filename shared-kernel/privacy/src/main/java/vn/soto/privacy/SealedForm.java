package vn.soto.privacy;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import vn.soto.contracts.shared.Sealed;

/** The self-describing bytes of a {@link Sealed} text; see FORMAT.md. */
final class SealedForm {

    private static final byte VERSION = 1;
    private static final int HEADER = 1 + 2 * Long.BYTES;

    private final UUID command;
    private final byte[] encrypted;

    /**
     * @param command   that brings the text; part of what it is bound to
     * @param encrypted as {@link AesGcm} gives it
     */
    SealedForm(UUID command, byte[] encrypted) {
        this.command = command;
        this.encrypted = encrypted;
    }

    /** Empty if the text is of no form that this version knows. */
    static Optional<SealedForm> parse(Sealed sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(decoded(sealed));
        if (bytes.remaining() < HEADER + AesGcm.OVERHEAD || bytes.get() != VERSION) {
            return Optional.empty();
        }
        UUID command = new UUID(bytes.getLong(), bytes.getLong());
        byte[] encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        return Optional.of(new SealedForm(command, encrypted));
    }

    /** Empty for a text whose length base64url cannot have. */
    private static byte[] decoded(Sealed sealed) {
        try {
            return Base64.getUrlDecoder().decode(sealed.text());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    UUID command() {
        return command;
    }

    byte[] encrypted() {
        return encrypted;
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
