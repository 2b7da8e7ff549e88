package vn.soto.command.privacy;

import java.util.ArrayList;
import java.util.List;
import vn.soto.command.dispatch.PostCommitAction;
import vn.soto.contracts.person.ErasureEvent;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.Subject;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledgerwriter.privacy.Keyring;

/**
 * Destroys the keys of erased subjects. The order is: append the erasure, destroy the key, acknowledge. After an
 * interruption the next start, or a repeat of the command, completes it.
 */
public final class Erasures implements PostCommitAction {

    private static final int AT_ONCE = 500;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Keyring keyring;

    public Erasures(LedgerReader ledger, EventCodec codec, Keyring keyring) {
        this.ledger = ledger;
        this.codec = codec;
        this.keyring = keyring;
    }

    /**
     * Destroys the keys of all subjects ever erased. Called before any command, so that a key store restored from a
     * backup does not bring a key back.
     */
    public void carryOutAll() {
        long next = 0;
        List<StoredEvent> page = ledger.aggregate(ErasureEvent.LIST, next, AT_ONCE);
        while (!page.isEmpty()) {
            keyring.destroy(page.stream().map(stored -> subject(stored.event())).toList());
            next += page.size();
            page = ledger.aggregate(ErasureEvent.LIST, next, AT_ONCE);
        }
    }

    @Override
    public void of(Commit commit) {
        List<Subject> erased = new ArrayList<>();
        for (RecordedEvent event : commit.events()) {
            if (codec.classOf(event.type()) == ErasureListed.class) {
                erased.add(subject(event));
            }
        }
        if (!erased.isEmpty()) {
            destroy(erased);
        }
    }

    private void destroy(List<Subject> erased) {
        try {
            keyring.destroy(erased);
        } catch (LedgerException.Unavailable | LedgerException.Damaged e) {
            throw new LedgerException.Uncertain("the erasure is recorded, and its key not destroyed yet", e);
        }
    }

    private Subject subject(RecordedEvent event) {
        return ((ErasureListed) codec.decode(event.type(), event.payload())).subject();
    }
}
