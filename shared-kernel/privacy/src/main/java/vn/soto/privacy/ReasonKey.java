package vn.soto.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;

/**
 * The key of the text beside one commit's reason. It is derived from the master key, the command and the keys of all
 * subjects that the commit is about, and never stored. Once one of these is destroyed, nothing opens the text.
 */
public final class ReasonKey {

    private static final String PURPOSE = "soto/reason/v1";
    private static final byte VERSION = 2;

    private final AesGcm cipher;
    private final byte[] bound;

    private ReasonKey(byte[] key, UUID command, SortedSet<Subject> subjects) {
        this.cipher = AesGcm.under(key);
        this.bound = AesGcm.associated(Stream.concat(
                        Stream.of(PURPOSE, command.toString()),
                        subjects.stream().map(Subject::toString))
                .toArray(String[]::new));
    }

    /** @param keys of all subjects, in any order */
    static ReasonKey of(byte[] first, UUID command, Collection<SubjectKey> keys) {
        TreeSet<Subject> subjects =
                keys.stream().map(SubjectKey::subject).collect(Collectors.toCollection(TreeSet::new));
        byte[] key = first;
        for (Subject subject : subjects) {
            SubjectKey own = keys.stream()
                    .filter(each -> each.subject().equals(subject))
                    .findFirst()
                    .orElseThrow();
            key = own.mixedInto(key);
        }
        return new ReasonKey(key, command, subjects);
    }

    public Sealed seal(String text) {
        byte[] encrypted = cipher.encrypt(text.getBytes(StandardCharsets.UTF_8), bound);
        byte[] form = ByteBuffer.allocate(1 + encrypted.length)
                .put(VERSION)
                .put(encrypted)
                .array();
        return new Sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(form));
    }

    /** Empty if it was not sealed under this key, or is no such text at all. */
    public Optional<String> open(Sealed sealed) {
        byte[] form;
        try {
            form = Base64.getUrlDecoder().decode(sealed.text());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (form.length == 0 || form[0] != VERSION) {
            return Optional.empty();
        }
        byte[] encrypted = ByteBuffer.allocate(form.length - 1)
                .put(form, 1, form.length - 1)
                .array();
        return cipher.decrypt(encrypted, bound).map(clear -> new String(clear, StandardCharsets.UTF_8));
    }
}
