package vn.soto.query.member;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.assistance.AssistanceCredit;
import vn.soto.query.assistance.AssistanceCredit.Due;
import vn.soto.query.assistance.AssistanceCredit.Said;
import vn.soto.query.period.StoredQuarters;

/**
 * Counts what an event changes in a record of help for its members, who may belong to any team. Rows carry their own order, so records
 * do not wait for each other.
 */
public record MemberFold(StoredQuarters stored) {

    /** As of a projector. */
    public static final List<DocumentType<?>> TYPES = Stream.concat(
                    Stream.of(MemberActivity.ROWS.documents()), FollowUps.ITEMS.documentTypes().stream())
            .toList();

    /** @param before empty at the record's first event */
    public void fold(
            AssistanceEvent event,
            Optional<AssistanceCredit> before,
            AssistanceCredit after,
            EventContext at,
            Batch batch) {
        String id = event.assistance().value();
        if (before.filter(after::countsAs).isEmpty()) {
            before.ifPresent(credit -> count(id, credit.state(), at, false, batch));
            count(id, after.state(), at, true, batch);
        }
        before.map(AssistanceCredit::due).ifPresent(due -> close(id, due, after.due(), at, batch));
        open(id, after.due(), batch);
    }

    private void count(String assistance, AssistanceState state, EventContext at, boolean adds, Batch batch) {
        if (state.voided()) {
            return;
        }
        YearMonth month = YearMonth.from(VietnamTime.day(state.content().occurredAt()));
        for (CreditShare share : state.helpers()) {
            MemberActivity.ROWS.put(
                    MemberActivity.id(share.member().value(), month),
                    new MemberActivity.CreditRow(
                            MemberActivity.CreditRow.order(at.position(), adds),
                            at.commit(),
                            assistance,
                            share.hundredths(),
                            Said.of(state)),
                    batch);
        }
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
