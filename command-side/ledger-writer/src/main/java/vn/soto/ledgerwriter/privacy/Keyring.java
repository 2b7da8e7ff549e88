package vn.soto.ledgerwriter.privacy;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.MasterKeyRefusedException;
import vn.soto.privacy.ReasonKey;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.SubjectKey;
import vn.soto.privacy.SubjectKeyReader;

/**
 * The keys of all subjects of a ledger. A key is durable before a commit with data sealed under it is. A command's new key
 * is held in memory until the command is decided, so that a refused one leaves nothing in the store. No stored key is
 * cached.
 */
public final class Keyring {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration DAMAGED_RETRY_AFTER = Duration.ofMinutes(10);

    private final SubjectKeyReader reader;
    private final SubjectKeyWriter writer;
    private final MasterKey master;
    private final HeldKeys held = new HeldKeys();
    private volatile Lost lost = new Lost(Set.of(), 0);

    /**
     * The keys that are known to be gone.
     *
     * @param subjects with texts in the ledger and no entry in the store
     * @param missing  number of removed entries at that look
     */
    private record Lost(Set<Subject> subjects, long missing) {}

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
            throw master.refusal(reader, place);
        }
        return new Keyring(reader, writer, master);
    }

    /** The subject's key, created if absent; empty if it is destroyed. Like the others, throws {@link #damaged} for one that is. */
    public Optional<SubjectKey> keyOf(Subject subject) {
        Optional<StoredKey> known = reader.find(subject);
        StoredKey stored = known.isPresent()
                ? known.get()
                : Objects.requireNonNull(created(List.of(subject)).get(subject));
        return switch (stored) {
            case StoredKey.Wrapped wrapped -> Optional.of(opened(subject, wrapped));
            case StoredKey.Destroyed destroyed -> Optional.empty();
        };
    }

    private SubjectKey opened(Subject subject, StoredKey.Wrapped wrapped) {
        return master.unwrap(subject, wrapped).orElseThrow(Keyring::damaged);
    }

    /** Not written: the key store has for the subject what the master key does not open, or zeros although nobody erased it. */
    public static LedgerException damaged() {
        return new LedgerException.Unavailable("""
                Khóa của người hoặc hộ này trong kho khóa bị hỏng, nên chưa ghi được dữ liệu cá nhân của họ. Hãy báo bộ phận kỹ thuật phục \
                hồi kho khóa. / The key of this person or household in the key store is damaged, so their personal data cannot be \
                recorded. Ask the operator to restore the key store.""", WriteFault.KEY_DAMAGED, DAMAGED_RETRY_AFTER, null);
    }

    /**
     * Takes the result of a look at the whole ledger. Until there is one, a store that lacks entries makes no new key.
     *
     * @param without the subjects with texts in the ledger and no entry in the store
     * @param missing how many entries were {@link #missing} before the look
     */
    public void lost(Set<Subject> without, long missing) {
        lost = new Lost(Set.copyOf(without), missing);
    }

    /** See {@link SubjectKeyWriter#missing}. */
    public long missing() {
        return writer.missing();
    }

    /**
     * Throws {@link #damaged} if a subject without an entry may have had one. A new key would open none of the texts sealed
     * under the one that was removed, and keep that from being put back.
     */
    public void requireNew(Collection<Subject> subjects) {
        long now = writer.missing();
        Lost known = lost;
        if (now > 0
                && (now != known.missing || subjects.stream().anyMatch(known.subjects::contains))
                && !withoutEntry(Set.copyOf(subjects)).isEmpty()) {
            throw damaged();
        }
    }

    /** The state of a subject in the store. */
    public enum State {
        /** A key that the master key opens. */
        OPENS,
        DAMAGED,
        DESTROYED
    }

    /** The states of up to {@code limit} entries of the store behind a name, the first ones for an empty one. One of nobody is damaged. */
    public SequencedMap<String, State> statesAfter(String name, int limit) {
        SequencedMap<String, State> states = new LinkedHashMap<>();
        reader.after(name, limit)
                .forEach((each, stored) -> states.put(
                        each,
                        Subject.find(each)
                                .map(subject -> state(subject, stored))
                                .orElse(State.DAMAGED)));
        return states;
    }

    private State state(Subject subject, StoredKey stored) {
        return switch (stored) {
            case StoredKey.Wrapped wrapped -> master.unwrap(subject, wrapped).isPresent() ? State.OPENS : State.DAMAGED;
            case StoredKey.Destroyed _ -> State.DESTROYED;
        };
    }

    /** A subject's key for one command; close it when the command is decided. */
    public record HeldKey(SubjectKey key, Runnable release) implements AutoCloseable {

        @Override
        public void close() {
            release.run();
        }
    }

    /** The subject's key; a new one is stored by {@link #keep} only. Empty if the subject is erased. */
    public Optional<HeldKey> hold(Subject subject, UUID command) {
        if (reader.find(subject).isEmpty()) {
            requireNew(List.of(subject));
            Optional<SubjectKey> fresh =
                    held.hold(subject, command, about -> reader.find(about).isPresent());
            if (fresh.isPresent()) {
                return Optional.of(new HeldKey(fresh.get(), () -> held.release(subject, command)));
            }
        }
        return knownKeyOf(subject).map(key -> new HeldKey(key, () -> {}));
    }

    /** Whether the command waits for {@link #keep}. */
    public boolean holdsFor(UUID command) {
        return !held.of(command).isEmpty();
    }

    /**
     * Stores the new keys held for a command that was decided, before its commit is appended.
     *
     * @throws LedgerException.Unavailable another process stored another key for the subject, or erased it, meanwhile;
     *     nothing is written, and the command can be sent again
     */
    public void keep(UUID command) {
        Map<Subject, SubjectKey> mine = held.of(command);
        Map<Subject, byte[]> wrapped = new HashMap<>();
        mine.forEach((subject, key) -> wrapped.put(subject, master.wrap(key)));
        Map<Subject, StoredKey> stored = writer.createIfAbsent(wrapped);
        mine.forEach((subject, key) -> {
            boolean same = stored.get(subject) instanceof StoredKey.Wrapped kept
                    && master.unwrap(subject, kept).filter(key::equals).isPresent();
            if (!same) {
                throw new LedgerException.Unavailable(
                        "Khóa của đối tượng vừa thay đổi, hãy gửi lại. / The subject's key has just changed; send again.",
                        RETRY_AFTER,
                        null);
            }
        });
    }

    /** The subject's key; empty if it has none or is erased. */
    public Optional<SubjectKey> knownKeyOf(Subject subject) {
        return reader.find(subject)
                .filter(StoredKey.Wrapped.class::isInstance)
                .map(stored -> opened(subject, (StoredKey.Wrapped) stored));
    }

    /** The key of a reason's text; keys of subjects that have none are created. Empty, and none created, if one is erased. */
    public Optional<ReasonKey> reasonKey(UUID command, Collection<Subject> subjects) {
        if (reader.find(subjects).values().stream().anyMatch(StoredKey.Destroyed.class::isInstance)) {
            return Optional.empty();
        }
        prepare(subjects);
        List<SubjectKey> keys = subjects.stream()
                .flatMap(subject -> knownKeyOf(subject).stream())
                .toList();
        return keys.size() == subjects.size() ? Optional.of(master.reasonKey(command, keys)) : Optional.empty();
    }

    /** Those of the subjects for which the store has neither a key nor a destroyed one. */
    public Set<Subject> withoutEntry(Set<Subject> subjects) {
        Set<Subject> without = new HashSet<>(subjects);
        without.removeAll(reader.find(subjects).keySet());
        return without;
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
        requireNew(subjects);
        Map<Subject, byte[]> fresh = new HashMap<>();
        subjects.forEach(subject -> fresh.put(subject, master.wrap(SubjectKey.fresh(subject))));
        return writer.createIfAbsent(fresh);
    }

    /** See {@link SubjectKeyWriter#destroy}. */
    public void destroy(Collection<Subject> subjects) {
        writer.destroy(subjects);
    }
}
