package vn.soto.ledger;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The damaged commits that reads of a ledger have found so far, by number. A commit once found damaged stays so for as long as the
 * ledger is open. Thread-safe.
 */
public final class DamagedCommits {

    private final NavigableMap<Long, DamagedCommit> found = new ConcurrentSkipListMap<>();
    private final Set<String> aggregates = ConcurrentHashMap.newKeySet();
    private final List<Consumer<DamagedCommit>> listeners = new CopyOnWriteArrayList<>();

    /** Returns the one that is kept: the first that was found under its number. */
    DamagedCommit add(DamagedCommit damaged) {
        DamagedCommit known = found.putIfAbsent(damaged.number(), damaged);
        if (known != null) {
            return known;
        }
        aggregates.addAll(damaged.aggregates());
        listeners.forEach(listener -> listener.accept(damaged));
        return damaged;
    }

    /** Reports every commit that is found later, once, and those that are known already. */
    public void onFound(Consumer<DamagedCommit> listener) {
        listeners.add(listener);
        found.values().forEach(listener);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public Optional<DamagedCommit> find(long number) {
        return Optional.ofNullable(found.get(number));
    }

    /** Those up to a number, in order. */
    public Collection<DamagedCommit> upTo(long number) {
        return found.headMap(number, true).values();
    }

    public Collection<DamagedCommit> all() {
        return found.values();
    }

    /**
     * Refuses a draft that continues or consults the stream of an aggregate in a damaged commit.
     *
     * @throws LedgerException.CommitDamaged nothing was written
     */
    public void refuse(Draft draft) {
        if (found.isEmpty()) {
            return;
        }
        for (RecordedEvent event : draft.events()) {
            StreamPosition place = event.aggregate();
            if (place != null) {
                refuse(place.id());
            }
        }
        draft.guards().forEach(guard -> refuse(guard.aggregate()));
    }

    /** @throws LedgerException.CommitDamaged if a damaged commit names the aggregate */
    public void refuse(String aggregate) {
        if (aggregates.contains(aggregate)) {
            throw found.values().stream()
                    .filter(damaged -> damaged.aggregates().contains(aggregate))
                    .findFirst()
                    .orElseThrow()
                    .exception();
        }
    }
}
