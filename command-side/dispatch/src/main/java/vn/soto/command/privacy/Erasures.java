package vn.soto.command.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
public record Erasures(LedgerReader ledger, EventCodec codec, Keyring keyring) {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final int AT_ONCE = 500;

    /**
     * Destroys the keys of all subjects ever erased. Called before any command, so that a key store restored from a
     * backup does not bring a key back.
     */
    public void carryOutAll() {
        long end = ledger.head(ErasureEvent.LIST).orElse(-1) + 1;
        for (long next = 0; next < end; next += AT_ONCE) {
            keyring.destroy(
                    listed(next).stream().map(stored -> subject(stored.event())).toList());
        }
    }

    private List<StoredEvent> listed(long sequence) {
        try {
            return ledger.aggregate(ErasureEvent.LIST, sequence, AT_ONCE);
        } catch (LedgerException.CommitDamaged e) {
            return LongStream.range(sequence, sequence + AT_ONCE)
                    .boxed()
                    .flatMap(each -> one(each).stream())
                    .toList();
        }
    }

    /** An erasure in a damaged commit is not believed: the key may be somebody else's. */
    private List<StoredEvent> one(long sequence) {
        try {
            return ledger.aggregate(ErasureEvent.LIST, sequence, 1);
        } catch (LedgerException.CommitDamaged e) {
            LOG.error(
                    "Không biết mã khóa nào phải hủy theo lần ghi {} / which key commit {} says to destroy is unknown",
                    e.commit(),
                    e.commit());
            return List.of();
        }
    }

    /** Of one commit, see {@link LedgerException.Uncertain}. */
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
