package vn.soto.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A commit that cannot be trusted. The kept parts serve to set aside other commits that rest on it, never as content,
 * because they may be altered too.
 *
 * @param first      position of its first event, as stored; -1 if that cannot be read
 * @param chain      its chain value, as stored; absent if it cannot be read
 * @param aggregates for each of its events the aggregate's id, or the event's own id if it has none; empty if it cannot be read
 * @param tags       of its events; empty if it cannot be read
 */
public record DamagedCommit(
        long number, long first, @Nullable Hash chain, List<String> aggregates, Set<String> tags, Damage damage)
        implements StoredCommit {

    public DamagedCommit {
        aggregates = List.copyOf(aggregates);
        tags = Set.copyOf(tags);
    }

    static DamagedCommit of(Commit commit, Damage damage) {
        return new DamagedCommit(
                commit.number(),
                commit.first(),
                commit.chain(),
                commit.events().stream().map(DamagedCommit::subject).toList(),
                commit.events().stream().flatMap(event -> event.tags().stream()).collect(Collectors.toSet()),
                damage);
    }

    static DamagedCommit unknown(long number, Damage damage) {
        return new DamagedCommit(number, -1, null, List.of(), Set.of(), damage);
    }

    private static String subject(RecordedEvent event) {
        StreamPosition place = event.aggregate();
        return place == null ? event.id() : place.id();
    }

    /** Whether anything is known of what rests on it. */
    public boolean isReadable() {
        return !aggregates.isEmpty();
    }

    /** Whether something with this id may rest on it; anything may if it cannot be read. */
    public boolean mayConcern(String id) {
        return !isReadable() || aggregates.contains(id) || tags.stream().anyMatch(tag -> tag.endsWith(":" + id));
    }

    public LedgerException.CommitDamaged exception() {
        return new LedgerException.CommitDamaged(number, damage, null);
    }

    @Override
    public String toString() {
        return damage.message(number);
    }
}
