package vn.soto.ledgerwriter.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.person.Subject;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.MasterKeyRefusedException;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.SubjectKey;
import vn.soto.privacy.SubjectKeyReader;

/**
 * The keys of all subjects of a ledger: a key is made when something is first sealed about its subject, and is durable before
 * anything is sealed under it. Keeps no key.
 */
public final class Keyring {

    private final SubjectKeyReader reader;
    private final SubjectKeyWriter writer;
    private final MasterKey master;

    private Keyring(SubjectKeyReader reader, SubjectKeyWriter writer, MasterKey master) {
        this.reader = reader;
        this.writer = writer;
        this.master = master;
    }

    /**
     * @param place where the master key is from, for the message
     * @throws MasterKeyRefusedException if the store is another master key's
     */
    public static Keyring open(SubjectKeyReader reader, SubjectKeyWriter writer, MasterKey master, String place) {
        if (!master.made(writer.proveIfAbsent(master.proof()))) {
            throw MasterKeyRefusedException.wrong(place);
        }
        return new Keyring(reader, writer, master);
    }

    /** Empty if the subject is erased. */
    public Optional<SubjectKey> keyOf(Subject subject) {
        Optional<StoredKey> known = reader.find(subject);
        StoredKey stored = known.isPresent()
                ? known.get()
                : Objects.requireNonNull(created(List.of(subject)).get(subject));
        return switch (stored) {
            case StoredKey.Wrapped wrapped -> Optional.of(master.unwrap(subject, wrapped));
            case StoredKey.Destroyed destroyed -> Optional.empty();
        };
    }

    /** Empty if the subject has no key, or is erased. */
    public Optional<SubjectKey> knownKeyOf(Subject subject) {
        return reader.find(subject)
                .filter(StoredKey.Wrapped.class::isInstance)
                .map(stored -> master.unwrap(subject, (StoredKey.Wrapped) stored));
    }

    /** See {@link MasterKey#fingerprint}. */
    public String fingerprint(String text) {
        return master.fingerprint(text);
    }

    /** Makes the keys that are missing, all at once: for whoever is going to seal something about each of many. */
    public void prepare(Collection<Subject> subjects) {
        Set<Subject> missing = new HashSet<>(subjects);
        missing.removeAll(reader.find(subjects).keySet());
        if (!missing.isEmpty()) {
            created(missing);
        }
    }

    private Map<Subject, StoredKey> created(Collection<Subject> subjects) {
        Map<Subject, byte[]> fresh = new HashMap<>();
        subjects.forEach(subject -> fresh.put(subject, master.wrap(SubjectKey.fresh(subject))));
        return writer.createIfAbsent(fresh);
    }

    /** See {@link SubjectKeyWriter#destroy}. */
    public void destroy(Collection<Subject> subjects) {
        writer.destroy(subjects);
    }
}
