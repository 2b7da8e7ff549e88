package vn.soto.query.assistance;

import java.util.List;
import java.util.Optional;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.source.EventContext;

/**
 * Counts what an event changes in a record of help. The record itself is kept once, and folded once for all that count it; what
 * fails for one of them fails for all.
 */
public interface HelpFold {

    /** As of a projector. */
    List<DocumentType<?>> documentTypes();

    /** @param before empty at the record's first event */
    void fold(
            AssistanceEvent event,
            Optional<AssistanceCredit> before,
            AssistanceCredit after,
            EventContext at,
            Batch batch);
}
