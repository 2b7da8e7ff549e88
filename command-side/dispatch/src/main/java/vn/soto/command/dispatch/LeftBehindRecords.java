package vn.soto.command.dispatch;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.axon.AxonCommandSide;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.domain.shared.Warning;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;

/**
 * Counts the records that a commit leaves behind: records valid before this commit, by rules of membership or coverage,
 * and invalid after it. The count follows from the ledger up to the commit. So it is exact whatever is committed
 * meanwhile, and a repeated command gets the same. Thread-safe.
 */
public final class LeftBehindRecords {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehindRecords.class);
    private static final Optional<Warning> NOT_COUNTED_YET =
            Optional.of(new Warning(Flag.Code.RECORDS_LEFT_BEHIND_ARE_NOT_COUNTED_YET, List.of()));

    private final TeamIndex teams;
    private final PastEvents past;

    /** @param side of the commits that are asked about; {@code teams} may have read the ledger that its own reads through to */
    public LeftBehindRecords(TeamIndex teams, AxonCommandSide side) {
        this(teams, new PastEvents(side::past));
    }

    LeftBehindRecords(TeamIndex teams, PastEvents past) {
        this.teams = teams;
        this.past = past;
    }

    /**
     * The warning of a commit; empty if it leaves nothing behind. The commit stands whatever happens here, so a failure to
     * read is a number that is not known.
     */
    public Optional<Warning> warning(Commit commit, List<DomainEvent> events) {
        try {
            int count = new LeftBehindSearch(teams, past, commit, events).count();
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new Warning(Flag.Code.RECORDS_ARE_LEFT_BEHIND, List.of(count)));
        } catch (NotReadYetException e) {
            return NOT_COUNTED_YET;
        } catch (LedgerException | EventException e) {
            LOG.warn("the records that commit {} leaves behind cannot be counted: {}", commit.number(), e.getMessage());
            return NOT_COUNTED_YET;
        }
    }
}
