package vn.soto.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.soto.contracts.person.Subject;

/**
 * Wraps the keys of all subjects of a ledger, so that a copy of the key store opens nothing by itself. It is kept in a file or
 * in the environment, apart from the key store. Never shown.
 */
public final class MasterKey {

    private static final String WRAPPING = "soto/subject-key/v1";
    private static final String PROVING = "soto/master-key/v1";
    private static final byte[] PROOF = {};

    /** 32 bytes as base64url, without padding. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final AesGcm cipher;

    private MasterKey(byte[] bytes) {
        this.cipher = AesGcm.under(bytes);
    }

    /**
     * @param place where the text is from, for the message
     * @throws MasterKeyRefused if the text is no key
     */
    public static MasterKey parse(String text, String place) {
        if (!FORM.matcher(text.strip()).matches()) {
            throw MasterKeyRefused.malformed(place);
        }
        return new MasterKey(Base64.getUrlDecoder().decode(text.strip()));
    }

    /**
     * Empty if there is no such file.
     *
     * @throws MasterKeyRefused if it cannot be read, or holds no key
     */
    public static Optional<MasterKey> read(Path file) {
        try {
            return Optional.of(parse(Files.readString(file), file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw MasterKeyRefused.unreadable(file.toString(), e);
        }
    }

    /** The text of a new key, by chance, as {@link #parse} takes it. */
    public static String freshText() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(AesGcm.freshKey());
    }

    /** The subject's key as it may be stored: {@value StoredKey#LENGTH} bytes. */
    public byte[] wrap(SubjectKey key) {
        return cipher.encrypt(
                key.bytes(), AesGcm.associated(WRAPPING, key.subject().toString()));
    }

    /** @throws MasterKeyRefused if it was wrapped under another master key, or for another subject */
    public SubjectKey unwrap(Subject subject, StoredKey.Wrapped wrapped) {
        return cipher.decrypt(wrapped.bytes(), AesGcm.associated(WRAPPING, subject.toString()))
                .map(bytes -> new SubjectKey(subject, bytes))
                .orElseThrow(() -> MasterKeyRefused.wrong("soto.privacy.master-key"));
    }

    /** What a key store keeps, so that it knows its master key again. */
    public byte[] proof() {
        return cipher.encrypt(PROOF, AesGcm.associated(PROVING));
    }

    /** Whether the key store that keeps {@code proof} is this key's. */
    public boolean made(byte[] proof) {
        return cipher.decrypt(proof, AesGcm.associated(PROVING))
                .filter(clear -> Arrays.equals(clear, PROOF))
                .isPresent();
    }

    /** @throws MasterKeyRefused if the store's keys were wrapped under another one */
    public MasterKey requireFor(SubjectKeyReader keys, String place) {
        if (keys.proof().filter(proof -> !made(proof)).isPresent()) {
            throw MasterKeyRefused.wrong(place);
        }
        return this;
    }

    @Override
    public String toString() {
        return "MasterKey[]";
    }
}
