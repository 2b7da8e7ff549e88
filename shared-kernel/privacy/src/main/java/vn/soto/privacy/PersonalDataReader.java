package vn.soto.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;

/** Opens sealed texts at the moment somebody reads them, and seals what a reader says of them. Keeps no key and no text. Thread-safe. */
public final class PersonalDataReader {

    private static final int PSEUDONYM = 16;
    private static final int MOST_UNOPENED = 10_000;

    private final SubjectKeyReader keys;
    private final MasterKey master;
    private final Set<Subject> unopened = ConcurrentHashMap.newKeySet();

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

    /** A secret of 32 bytes for one purpose, the same each time and in every process of the ledger. */
    public byte[] secret(String purpose) {
        return HexFormat.of().parseHex(master.fingerprint("secret " + purpose));
    }

    /** For texts about one subject. */
    public Opening of(Subject subject) {
        return of(List.of(subject));
    }

    /** Fetches the keys of all subjects in one query. A key that does not open leaves the texts of the others readable. */
    public Opening of(Collection<Subject> subjects) {
        Set<Subject> asked = Set.copyOf(subjects);
        Map<Subject, SubjectKey> open = open(asked);
        return (subject, field, text) -> {
            SubjectKey key = open.get(subject);
            if (key == null && asked.contains(subject)) {
                note(subject);
            }
            return opened(Optional.ofNullable(key).flatMap(own -> own.open(text, field)));
        };
    }

    private Map<Subject, SubjectKey> open(Collection<Subject> subjects) {
        Map<Subject, SubjectKey> open = new HashMap<>();
        keys.find(subjects).forEach((subject, stored) -> key(subject, stored).ifPresent(key -> open.put(subject, key)));
        return open;
    }

    private static Opened opened(Optional<String> text) {
        return text.<Opened>map(Opened.Clear::new).orElseGet(Opened.Unreadable::new);
    }

    /**
     * A text about each of some subjects, sealed under the key of each. A subject without a key has none: keys are made for commands
     * alone.
     *
     * @param id    a random id, to which the sealed texts are bound
     * @param field for which they are opened
     */
    public Map<Subject, Sealed> sealed(Collection<Subject> subjects, String text, UUID id, String field) {
        Map<Subject, Sealed> sealed = new HashMap<>();
        open(subjects).forEach((subject, key) -> sealed.put(subject, key.seal(text, id, field)));
        return sealed;
    }

    private Optional<SubjectKey> key(Subject subject, StoredKey stored) {
        if (!(stored instanceof StoredKey.Wrapped wrapped)) {
            return Optional.empty();
        }
        Optional<SubjectKey> key = master.unwrap(subject, wrapped);
        if (key.isEmpty()) {
            note(subject);
        }
        return key;
    }

    private void note(Subject subject) {
        if (unopened.size() < MOST_UNOPENED) {
            unopened.add(subject);
        }
    }

    /**
     * The subjects whose key the master key did not open at a read, or who had a text and no key; up to
     * {@value #MOST_UNOPENED}. Those whose data is erased are among the latter.
     */
    public Set<Subject> unopened() {
        return Set.copyOf(unopened);
    }

    /**
     * The text beside the reason of a command's commit.
     *
     * @param subjects all that the commit is about
     */
    public Opened reason(UUID command, Collection<Subject> subjects, Sealed text) {
        Map<Subject, SubjectKey> open = open(subjects);
        Opened reason = opened(master.reasonKey(command, open.values()).open(text));
        if (reason instanceof Opened.Unreadable) {
            subjects.stream().filter(subject -> !open.containsKey(subject)).forEach(this::note);
        }
        return reason;
    }

    /** Opens texts about the subjects it was made for. */
    @FunctionalInterface
    public interface Opening {

        /** @param field of the command that brought the text, as it was sealed */
        Opened text(Subject subject, String field, Sealed text);
    }
}
