package vn.soto.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.soto.contracts.person.Subject;

/**
 * Wraps the keys of all subjects of a ledger, so that a copy of the key store opens nothing by itself. It is kept in a file or
 * in the environment, apart from the key store. Never shown.
 */
public final class MasterKey {

    private static final String WRAPPING = "soto/subject-key/v1";
    private static final String PROVING = "soto/master-key/v1";
    private static final byte[] PROOF = {};
    private static final String FINGERPRINTS = "soto/fingerprint/v1";
    private static final String REASONS = "soto/reason-key/v1";
    private static final String SECRETS = "soto/account-secret/v1";
    static final String HMAC = "HmacSHA256";

    /** As many keys are tried before a master key is called wrong. */
    private static final int TRIED = 20;

    private static final Set<PosixFilePermission> TOO_MUCH = PosixFilePermissions.fromString("----w-rwx");

    /** 32 bytes as base64url, without padding. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final AesGcm cipher;
    private final SecretKeySpec fingerprints;
    private final SecretKeySpec reasons;

    private MasterKey(byte[] bytes) {
        this.cipher = AesGcm.under(bytes);
        this.fingerprints = new SecretKeySpec(hmac(new SecretKeySpec(bytes, HMAC), FINGERPRINTS), HMAC);
        this.reasons = new SecretKeySpec(hmac(new SecretKeySpec(bytes, HMAC), REASONS), HMAC);
    }

    /**
     * @param place source of the text, for the message
     * @throws MasterKeyRefusedException if the text is no key
     */
    public static MasterKey parse(String text, String place) {
        if (!FORM.matcher(text.strip()).matches()) {
            throw MasterKeyRefusedException.malformed(place);
        }
        return new MasterKey(Base64.getUrlDecoder().decode(text.strip()));
    }

    /**
     * Empty if there is no such file.
     *
     * @throws MasterKeyRefusedException if it cannot be read, holds no key, or is open to others than its owner; its
     *     group may read it, as a container's secret
     */
    public static Optional<MasterKey> read(Path file) {
        try {
            if (isOpenToOthers(file)) {
                throw MasterKeyRefusedException.open(file.toString());
            }
            return Optional.of(parse(Files.readString(file), file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw MasterKeyRefusedException.unreadable(file.toString(), e);
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return rights != null && rights.readAttributes().permissions().stream().anyMatch(TOO_MUCH::contains);
    }

    /** A new random key as the text {@link #parse} reads. */
    public static String freshText() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(AesGcm.freshKey());
    }

    /** The subject's key encrypted under this key: {@value StoredKey#LENGTH} bytes. */
    public byte[] wrap(SubjectKey key) {
        return cipher.encrypt(
                key.bytes(), AesGcm.associated(WRAPPING, key.subject().toString()));
    }

    /**
     * Empty if it was wrapped under another master key or for another subject, or was altered. In a store that
     * {@link #made fits} this master key, that one entry is damaged.
     */
    public Optional<SubjectKey> unwrap(Subject subject, StoredKey.Wrapped wrapped) {
        return cipher.decrypt(wrapped.bytes(), AesGcm.associated(WRAPPING, subject.toString()))
                .filter(bytes -> bytes.length == AesGcm.KEY)
                .map(bytes -> new SubjectKey(subject, bytes));
    }

    /** A secret of a local account, such as that of its second factor, encrypted and bound to the account. */
    public byte[] sealSecret(String account, byte[] secret) {
        return cipher.encrypt(secret, AesGcm.associated(SECRETS, account));
    }

    /** Empty if it was sealed under another master key, or for another account. */
    public Optional<byte[]> openSecret(String account, byte[] sealed) {
        return cipher.decrypt(sealed, AesGcm.associated(SECRETS, account));
    }

    /** The proof a key store keeps to recognise its master key. */
    public byte[] proof() {
        return cipher.encrypt(PROOF, AesGcm.associated(PROVING));
    }

    /** Whether {@code proof} was made with this key. */
    public boolean made(byte[] proof) {
        return cipher.decrypt(proof, AesGcm.associated(PROVING))
                .filter(clear -> Arrays.equals(clear, PROOF))
                .isPresent();
    }

    /** @throws MasterKeyRefusedException if the store's keys were wrapped under another one */
    public MasterKey requireFor(SubjectKeyReader keys, String place) {
        if (keys.proof().filter(proof -> !made(proof)).isPresent()) {
            throw refusal(keys, place);
        }
        return this;
    }

    /** Of a store whose proof is not this key's: it has another master key, or this one opens its keys and the proof is damaged. */
    public MasterKeyRefusedException refusal(SubjectKeyReader keys, String place) {
        boolean opens = keys.after("", TRIED).entrySet().stream()
                .anyMatch(entry -> entry.getValue() instanceof StoredKey.Wrapped wrapped
                        && Subject.find(entry.getKey())
                                .flatMap(subject -> unwrap(subject, wrapped))
                                .isPresent());
        return opens ? MasterKeyRefusedException.proofDamaged(place) : MasterKeyRefusedException.wrong(place);
    }

    /** A keyed fingerprint: equal for equal texts; without this key no text can be tested against it. */
    public String fingerprint(String text) {
        return HexFormat.of().formatHex(hmac(fingerprints, text));
    }

    /** The key of the text beside the reason of a command's commit. */
    public ReasonKey reasonKey(UUID command, Collection<SubjectKey> subjects) {
        return ReasonKey.of(hmac(reasons, command.toString()), command, subjects);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hmac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[]";
    }
}
