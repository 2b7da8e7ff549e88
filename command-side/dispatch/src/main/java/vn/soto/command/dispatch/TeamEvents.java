package vn.soto.command.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;

/**
 * Reads the events with a team's tag from the ledger. Caches their positions for each team (about 24 bytes each) and
 * extends them at each call; the first call reads the whole ledger. Thread-safe.
 */
public final class TeamEvents {

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Map<String, List<Long>> positions = new HashMap<>();
    private Tail folded;

    public TeamEvents(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
        this.folded = Tail.empty(ledger.origin());
    }

    /** Receives a team's events one by one, in the order of the ledger. */
    @FunctionalInterface
    public interface Fold {

        void on(long position, DomainEvent event);
    }

    /**
     * Passes every event of the team up to the ledger's tail to {@code fold}.
     *
     * @return that tail
     */
    public Tail fold(TeamId team, Fold fold) {
        List<Long> own;
        Tail upTo;
        synchronized (this) {
            catchUp();
            own = List.copyOf(positions.getOrDefault("team:" + team, List.of()));
            upTo = folded;
        }
        for (int from = 0; from < own.size(); from += PAGE) {
            for (StoredEvent stored : ledger.eventsAt(own.subList(from, Math.min(from + PAGE, own.size())))) {
                fold.on(
                        stored.position(),
                        codec.decode(stored.event().type(), stored.event().payload()));
            }
        }
        return upTo;
    }

    private void catchUp() {
        List<Commit> page = ledger.commits(folded.number() + 1, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::take);
            page = ledger.commits(folded.number() + 1, PAGE);
        }
    }

    private void take(Commit commit) {
        long position = commit.first();
        for (RecordedEvent event : commit.events()) {
            for (String tag : event.tags()) {
                if (tag.startsWith("team:")) {
                    positions.computeIfAbsent(tag, t -> new ArrayList<>()).add(position);
                }
            }
            position++;
        }
        folded = commit.tail();
    }
}
