package vn.soto.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;

/** Opens sealed texts at the moment somebody reads them. Keeps no key and no text. */
public final class PersonalDataReader {

    private static final int PSEUDONYM = 16;

    private final SubjectKeyReader keys;
    private final MasterKey master;

    public PersonalDataReader(SubjectKeyReader keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
    }

    /**
     * Stands for a subject before readers who may not read names: 16 hexadecimal digits, the same each time. Keyed, so
     * that nobody without the master key can find the subject by trying ids.
     */
    public String pseudonym(Subject subject) {
        return master.fingerprint("pseudonym " + subject).substring(0, PSEUDONYM);
    }

    /** For texts about one subject. */
    public Opening of(Subject subject) {
        return of(List.of(subject));
    }

    /** Fetches the keys of all subjects in one query. */
    public Opening of(Collection<Subject> subjects) {
        Map<Subject, StoredKey> stored = keys.find(subjects);
        Map<Subject, SubjectKey> open = new HashMap<>();
        stored.forEach((subject, key) -> {
            if (key instanceof StoredKey.Wrapped wrapped) {
                open.put(subject, master.unwrap(subject, wrapped));
            }
        });
        return (subject, field, text) -> {
            if (stored.get(subject) instanceof StoredKey.Destroyed) {
                return new Opened.Erased();
            }
            SubjectKey key = open.get(subject);
            return key == null
                    ? new Opened.Unreadable()
                    : key.open(text, field).<Opened>map(Opened.Clear::new).orElseGet(Opened.Unreadable::new);
        };
    }

    /**
     * The text beside the reason of a command's commit.
     *
     * @param subjects all that the commit is about
     */
    public Opened reason(UUID command, Collection<Subject> subjects, Sealed text) {
        Map<Subject, StoredKey> stored = keys.find(subjects);
        List<SubjectKey> open = new ArrayList<>();
        for (Map.Entry<Subject, StoredKey> entry : stored.entrySet()) {
            if (entry.getValue() instanceof StoredKey.Wrapped wrapped) {
                open.add(master.unwrap(entry.getKey(), wrapped));
            }
        }
        if (stored.values().stream().anyMatch(StoredKey.Destroyed.class::isInstance)) {
            return new Opened.Erased();
        }
        return master.reasonKey(command, open)
                .open(text)
                .<Opened>map(Opened.Clear::new)
                .orElseGet(Opened.Unreadable::new);
    }

    /** Opens texts about the subjects it was made for. */
    @FunctionalInterface
    public interface Opening {

        /** @param field of the command that brought the text, as it was sealed */
        Opened text(Subject subject, String field, Sealed text);
    }
}
