package vn.soto.query.member;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.assistance.AssistanceCredit;
import vn.soto.query.assistance.AssistanceCredit.Due;
import vn.soto.query.period.StoredQuarters;

/** Keeps the follow-ups that members owe, who may belong to any team. */
public record FollowUpFold(StoredQuarters stored) {

    /** As of a projector. */
    public static final List<DocumentType<?>> TYPES = FollowUps.ITEMS.documentTypes();

    /** @param before empty at the record's first event */
    public void fold(
            AssistanceEvent event,
            Optional<AssistanceCredit> before,
            AssistanceCredit after,
            EventContext at,
            Batch batch) {
        String id = event.assistance().value();
        before.map(AssistanceCredit::due).ifPresent(due -> close(id, due, after.due(), at, batch));
        open(id, after.due(), batch);
    }

    private void close(String assistance, Due due, @Nullable Due after, EventContext at, Batch batch) {
        if (!Objects.equals(due, after)) {
            put(assistance, due, at.commit(), batch);
        }
    }

    private void open(String assistance, @Nullable Due due, Batch batch) {
        if (due != null) {
            put(assistance, due, FollowUps.OPEN, batch);
        }
    }

    private void put(String assistance, Due due, long until, Batch batch) {
        FollowUps.ITEMS.put(
                due.member() + "/" + stored.of(due.on()),
                new FollowUps.Item(
                        new AssistanceId(assistance), due.position(), due.commit(), until, due.on(), due.routed()),
                batch);
    }
}
