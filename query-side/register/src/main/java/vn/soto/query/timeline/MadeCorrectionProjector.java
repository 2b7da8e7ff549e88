package vn.soto.query.timeline;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;

/** Projects where the ledger has corrections, of whatever kind. */
@Component
final class MadeCorrectionProjector extends HeaderProjector {

    /** The only log. */
    static final String ALL = "all";

    static final LogType<CorrectionRow, Long> CORRECTIONS = LogType.of("made-corrections", CorrectionRow.class, 256);

    /**
     * A correcting event.
     *
     * @param day days since 1970 of the day of recording
     */
    public record CorrectionRow(long position, long commit, int day, String who) implements Stamped {}

    @Override
    public void on(Object event, EventContext at, Batch batch) {
        if (event instanceof Correcting || at.corrects() != null) {
            int day = Math.toIntExact(VietnamTime.day(at.at()).toEpochDay());
            CORRECTIONS.append(ALL, new CorrectionRow(at.position(), at.commit(), day, at.actor()), batch);
        }
    }

    @Override
    public String name() {
        return "made-corrections";
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return CORRECTIONS.documentTypes();
    }
}
