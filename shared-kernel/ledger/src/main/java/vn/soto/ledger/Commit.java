package vn.soto.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything one command decided, with who, why and when: the unit in which the ledger grows.
 *
 * @param number   dense from 1
 * @param first    position of its first event; positions are dense from 0 over the whole ledger
 * @param at       when it was recorded; never before the commit before it; microseconds
 * @param latest   running maximum of event timestamps up to and including this commit
 * @param previous chain value of the commit before; the genesis value for number 1
 * @param chain    SHA-256(previous || leaf), see FORMAT.md
 */
public record Commit(
        long number,
        long first,
        UUID id,
        Instant at,
        Origin origin,
        String actor,
        @Nullable String reason,
        @Nullable String corrects,
        String correlation,
        String causation,
        List<RecordedEvent> events,
        Instant latest,
        Hash previous,
        Hash chain)
        implements StoredCommit {

    public Commit {
        events = List.copyOf(events);
    }

    /** The commit that follows {@code tail} when {@code draft} is recorded at {@code at}. */
    public static Commit after(Tail tail, Draft draft, Instant at) {
        Instant recorded = Micros.truncate(at.isBefore(tail.at()) ? tail.at() : at);
        Instant latest = draft.events().stream()
                .map(RecordedEvent::timestamp)
                .reduce(tail.latest(), (a, b) -> a.isAfter(b) ? a : b);
        Commit open = new Commit(
                tail.number() + 1,
                tail.next(),
                draft.id(),
                recorded,
                draft.origin(),
                draft.actor(),
                draft.reason(),
                draft.corrects(),
                draft.correlation(),
                draft.causation(),
                draft.events(),
                latest,
                tail.chain(),
                tail.chain());
        return open.withChain(Chain.next(tail.chain(), LeafEncoding.hash(open)));
    }

    /** Whether its chain value is that of its content after {@code previous}. */
    boolean matchesChain() {
        try {
            return chain.equals(Chain.next(previous, LeafEncoding.hash(this)));
        } catch (IllegalArgumentException e) {
            // A text that no writer can have written.
            return false;
        }
    }

    /** Whether something else than its own command caused it, such as a plan. */
    public boolean isCausedByAnother() {
        return origin instanceof Origin.Command command
                && !causation.equals(command.id().toString());
    }

    public Tail tail() {
        return new Tail(number, first + events.size(), at, latest, chain);
    }

    /** Its events with their places in the ledger. */
    public List<StoredEvent> stored() {
        List<StoredEvent> stored = new ArrayList<>(events.size());
        for (RecordedEvent event : events) {
            stored.add(new StoredEvent(first + stored.size(), number, event));
        }
        return Collections.unmodifiableList(stored);
    }

    private Commit withChain(Hash value) {
        return new Commit(
                number,
                first,
                id,
                at,
                origin,
                actor,
                reason,
                corrects,
                correlation,
                causation,
                events,
                latest,
                previous,
                value);
    }
}
