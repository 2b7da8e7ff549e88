package vn.soto.command.privacy;

import java.util.Objects;
import java.util.UUID;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.privacy.Keyring;

/**
 * Handles the personal data of an accepted command before its commit is appended: stores new keys, and seals the text
 * of the reason. It does nothing for a command id that is used already, nor if another commit has taken the place of an
 * event. Then the append is refused, and a key would be nobody's.
 */
public final class AcceptedData {

    private final LedgerReader ledger;
    private final Keyring keyring;
    private final ReasonTexts reasonTexts;

    public AcceptedData(LedgerReader ledger, Keyring keyring) {
        this.ledger = ledger;
        this.keyring = keyring;
        this.reasonTexts = new ReasonTexts(keyring, ledger);
    }

    public ReasonTexts reasonTexts() {
        return reasonTexts;
    }

    /** The same ledger, which drafts reach with their personal data in order. */
    public ObservableAppender before(ObservableAppender appender) {
        return appender.through(draft -> appender.append(prepared(draft)));
    }

    private Draft prepared(Draft draft) {
        if (!(draft.origin() instanceof Origin.Command command)) {
            return draft;
        }
        UUID id = command.id();
        boolean keys = keyring.holdsFor(id);
        if ((!keys && !reasonTexts.holdsFor(id)) || ledger.commitOfCommand(id).isPresent() || isOvertaken(draft)) {
            return draft;
        }
        if (keys) {
            keyring.keep(id);
        }
        return reasonTexts.sealed(draft, id);
    }

    private boolean isOvertaken(Draft draft) {
        return draft.events().stream()
                .map(RecordedEvent::aggregate)
                .filter(Objects::nonNull)
                .anyMatch(place ->
                        !ledger.aggregate(place.id(), place.sequence(), 1).isEmpty());
    }
}
