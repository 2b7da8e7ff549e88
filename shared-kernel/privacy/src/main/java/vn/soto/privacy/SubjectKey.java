package vn.soto.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;

/**
 * The key of one subject. A sealed text is bound to the subject, the command and the command's field as associated
 * data, so it cannot be opened as anything else. A key is never printed and only stored wrapped.
 */
public final class SubjectKey {

    private static final String PURPOSE = "soto/sealed/v1";

    private final Subject subject;
    private final byte[] bytes;
    private final AesGcm cipher;

    SubjectKey(Subject subject, byte[] bytes) {
        this.subject = subject;
        this.bytes = bytes.clone();
        this.cipher = AesGcm.under(bytes);
    }

    /** A new random key, not stored yet. */
    public static SubjectKey fresh(Subject subject) {
        return new SubjectKey(subject, AesGcm.freshKey());
    }

    public Subject subject() {
        return subject;
    }

    /**
     * @param command id of the command that brings the text
     * @param field   the command's component: its name; inside a record, the names on the way joined by dots
     */
    public Sealed seal(String text, UUID command, String field) {
        byte[] clear = text.getBytes(StandardCharsets.UTF_8);
        return new SealedForm(command, cipher.encrypt(clear, bound(command, field))).sealed();
    }

    /** Empty if it was not sealed under this key for this field, or is no sealed text at all. */
    public Optional<String> open(Sealed sealed, String field) {
        return SealedForm.parse(sealed)
                .flatMap(form -> cipher.decrypt(form.encrypted(), bound(form.command(), field)))
                .map(clear -> new String(clear, StandardCharsets.UTF_8));
    }

    /** HMAC-SHA-256 of another key under this one. */
    byte[] mixedInto(byte[] key) {
        return MasterKey.hmac(new SecretKeySpec(bytes, MasterKey.HMAC), key);
    }

    private byte[] bound(UUID command, String field) {
        return AesGcm.associated(PURPOSE, command.toString(), field, subject.toString());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it is the same key of the same subject; in constant time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubjectKey key
                && subject.equals(key.subject)
                && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return subject.hashCode();
    }

    @Override
    public String toString() {
        return "SubjectKey[" + subject + "]";
    }
}
