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
 * The keys of all subjects of a ledger. A subject's key is created when data about the subject is first sealed, and is
 * durable before it is used. No key is cached.
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
     * @param place source of the master key, for the message
     * @throws MasterKeyRefusedException the store belongs to another master key
     */
    public static Keyring open(SubjectKeyReader reader, SubjectKeyWriter writer, MasterKey master, String place) {
        if (!master.made(writer.proveIfAbsent(master.proof()))) {
            throw MasterKeyRefusedException.wrong(place);
        }
        return new Keyring(reader, writer, master);
    }

    /** The subject's key, created if absent; empty if the subject is erased. */
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

    /** The subject's key; empty if it has none or is erased. */
    public Optional<SubjectKey> knownKeyOf(Subject subject) {
        return reader.find(subject)
                .filter(StoredKey.Wrapped.class::isInstance)
                .map(stored -> master.unwrap(subject, (StoredKey.Wrapped) stored));
    }

    /** See {@link MasterKey#fingerprint}. */
    public String fingerprint(String text) {
        return master.fingerprint(text);
    }

    /** Creates all missing keys in one write, before data about many subjects is sealed. */
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
