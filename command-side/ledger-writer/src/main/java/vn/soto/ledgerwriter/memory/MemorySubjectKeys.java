package vn.soto.ledgerwriter.memory;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.Subject;
import vn.soto.ledgerwriter.privacy.SubjectKeyWriter;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.SubjectKeyReader;

/** A key store in memory; lost when the process ends. */
public final class MemorySubjectKeys implements SubjectKeyReader, SubjectKeyWriter {

    private final Clock clock;
    private final Map<Subject, StoredKey> keys = new HashMap<>();
    private byte @Nullable [] proof;

    public MemorySubjectKeys(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Map<Subject, StoredKey> createIfAbsent(Map<Subject, byte[]> wrapped) {
        wrapped.forEach((subject, key) -> keys.putIfAbsent(subject, new StoredKey.Wrapped(key)));
        return find(wrapped.keySet());
    }

    @Override
    public synchronized void destroy(Collection<Subject> subjects) {
        for (Subject subject : subjects) {
            if (!(keys.get(subject) instanceof StoredKey.Destroyed)) {
                keys.put(subject, new StoredKey.Destroyed(clock.instant()));
            }
        }
    }

    @Override
    public synchronized byte[] proveIfAbsent(byte[] given) {
        byte[] kept = proof == null ? given.clone() : proof;
        proof = kept;
        return kept.clone();
    }

    @Override
    public synchronized Map<Subject, StoredKey> find(Collection<Subject> subjects) {
        Map<Subject, StoredKey> found = new HashMap<>(keys);
        found.keySet().retainAll(subjects);
        return found;
    }

    @Override
    public synchronized SequencedMap<String, StoredKey> after(String name, int limit) {
        SequencedMap<String, StoredKey> entries = new LinkedHashMap<>();
        keys.keySet().stream()
                .filter(each -> each.toString().compareTo(name) > 0)
                .sorted()
                .limit(limit)
                .forEach(each -> entries.put(each.toString(), keys.get(each)));
        return entries;
    }

    /** Number of subjects with an entry. */
    public synchronized int size() {
        return keys.size();
    }

    @Override
    public synchronized Optional<byte[]> proof() {
        return Optional.ofNullable(proof).map(kept -> kept.clone());
    }
}
