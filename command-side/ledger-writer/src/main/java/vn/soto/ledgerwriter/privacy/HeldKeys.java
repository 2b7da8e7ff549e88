package vn.soto.ledgerwriter.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import vn.soto.contracts.person.Subject;
import vn.soto.privacy.SubjectKey;

/**
 * Keys of new subjects whose commands are not decided yet; in memory only. Commands about one new subject share its key
 * while one of them is under way. Thread-safe.
 */
final class HeldKeys {

    private final Map<Subject, Held> bySubject = new ConcurrentHashMap<>();
    private final Map<UUID, List<Subject>> byCommand = new ConcurrentHashMap<>();

    /** @param holds how many calls hold it */
    private record Held(SubjectKey key, int holds) {}

    /**
     * The key held for the subject, or a fresh one; empty if the store has an entry for it.
     *
     * @param isStored asked after a key that was held is either stored or dropped
     */
    Optional<SubjectKey> hold(Subject subject, UUID command, Predicate<Subject> isStored) {
        Held now = bySubject.compute(subject, (about, before) -> {
            if (before != null) {
                return new Held(before.key(), before.holds() + 1);
            }
            return isStored.test(about) ? null : new Held(SubjectKey.fresh(about), 1);
        });
        if (now == null) {
            return Optional.empty();
        }
        byCommand.merge(command, List.of(subject), (before, more) -> {
            List<Subject> both = new ArrayList<>(before);
            both.addAll(more);
            return both;
        });
        return Optional.of(now.key());
    }

    /** Ends one hold of the command on the subject. */
    void release(Subject subject, UUID command) {
        byCommand.computeIfPresent(command, (id, subjects) -> {
            List<Subject> left = new ArrayList<>(subjects);
            left.remove(subject);
            return left.isEmpty() ? null : left;
        });
        bySubject.computeIfPresent(
                subject, (about, held) -> held.holds() == 1 ? null : new Held(held.key(), held.holds() - 1));
    }

    Map<Subject, SubjectKey> of(UUID command) {
        Map<Subject, SubjectKey> keys = new HashMap<>();
        for (Subject subject : byCommand.getOrDefault(command, List.of())) {
            Held held = bySubject.get(subject);
            if (held != null) {
                keys.put(subject, held.key());
            }
        }
        return keys;
    }
}
