package vn.soto.command.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.domain.shared.Warning;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledgerwriter.axon.AxonCommandSide;

/**
 * Counts the records that a commit leaves behind: those whose rules of membership or coverage held by what the commits before it
 * say, and do not hold by what it says as well. The count follows from the ledger up to the commit, so that it is exact whatever
 * is committed meanwhile, and a repeated command gets the same. Thread-safe.
 */
public final class LeftBehindRecords {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehindRecords.class);

    private final TeamIndex teams;
    private final PastEvents past;
    private final EventCodec codec;

    /** @param side of the commits that are asked about; {@code teams} may have read the ledger that its own reads through to */
    public LeftBehindRecords(TeamIndex teams, AxonCommandSide side, EventCodec codec) {
        this(teams, new PastEvents(side::past), codec);
    }

    LeftBehindRecords(TeamIndex teams, PastEvents past, EventCodec codec) {
        this.teams = teams;
        this.past = past;
        this.codec = codec;
    }

    /**
     * The warning of a commit; empty if it leaves nothing behind. The commit stands whatever happens here, so a failure to
     * read is a number that is not known.
     *
     * @param events of the commit, at least those that {@link Flag.Code#tellers} names
     */
    public Optional<Warning> warning(Commit commit, List<DomainEvent> events) {
        if (events.stream().noneMatch(LeftBehindRecords::mayLeaveBehind)) {
            return Optional.empty();
        }
        OptionalInt count = count(commit, events);
        if (count.isEmpty()) {
            return Optional.of(new Warning(Flag.Code.RECORDS_LEFT_BEHIND_ARE_NOT_COUNTED_YET, List.of()));
        }
        return count.getAsInt() == 0
                ? Optional.empty()
                : Optional.of(new Warning(Flag.Code.RECORDS_ARE_LEFT_BEHIND, List.of(count.getAsInt())));
    }

    private static boolean mayLeaveBehind(DomainEvent event) {
        return Flag.Code.RECORDS_ARE_LEFT_BEHIND.tellers().contains(event.getClass());
    }

    private OptionalInt count(Commit commit, List<DomainEvent> events) {
        if (!teams.hasRead(commit.number())) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(new LeftBehindSearch(teams, past, codec, commit).count(events));
        } catch (LedgerException | EventException e) {
            LOG.warn("the records that commit {} leaves behind cannot be counted: {}", commit.number(), e.getMessage());
            return OptionalInt.empty();
        }
    }
}
