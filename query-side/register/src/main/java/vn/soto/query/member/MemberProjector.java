package vn.soto.query.member;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.member.AssistanceCredit.Due;
import vn.soto.query.member.AssistanceCredit.Said;
import vn.soto.query.member.AssistanceCredit.Version;
import vn.soto.query.period.StoredQuarters;

/**
 * Projects members' figures in one segment, because the members of one record may belong to any team. Rows carry their
 * own order, so records do not wait for each other.
 */
@Component
final class MemberProjector extends EventProjector<AssistanceEvent> {

    private final StoredQuarters stored;

    MemberProjector(StoredQuarters stored) {
        super(
                "members",
                AssistanceEvent.class,
                event -> event.assistance().value(),
                List.of(MemberActivity.KIND, FollowUps.KIND, AssistanceCredit.KIND));
        this.stored = stored;
    }

    @Override
    protected void fold(AssistanceEvent event, EventContext at, Batch batch) {
        String id = event.assistance().value();
        AssistanceCredit record =
                batch.find(AssistanceCredit.KIND, id).orElseGet(() -> new AssistanceCredit(id, List.of()));
        Optional<Version> before = record.before(at.position());
        Version after = before.map(version -> version.after(event, at)).orElseGet(() -> Version.first(event, at));
        if (before.filter(after::countsAs).isEmpty()) {
            before.ifPresent(version -> count(id, version, at, false, batch));
            count(id, after, at, true, batch);
        }
        before.map(Version::due).ifPresent(due -> close(id, due, after.due(), at, batch));
        open(id, after.due(), batch);
        batch.put(AssistanceCredit.KIND, record.with(after));
    }

    private void count(String assistance, Version version, EventContext at, boolean adds, Batch batch) {
        if (version.state().voided()) {
            return;
        }
        Quarter quarter = stored.of(version.state().content().occurredAt());
        for (CreditShare share : version.state().helpers()) {
            String id = share.member() + "/" + quarter;
            MemberActivity activity =
                    batch.find(MemberActivity.KIND, id).orElseGet(() -> new MemberActivity(id, List.of()));
            batch.put(
                    MemberActivity.KIND,
                    activity.with(new MemberActivity.CreditRow(
                            MemberActivity.CreditRow.order(at.position(), adds),
                            at.commit(),
                            assistance,
                            share.hundredths(),
                            Said.of(version.state()))));
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
        String id = due.member() + "/" + stored.of(due.on());
        FollowUps items = batch.find(FollowUps.KIND, id).orElseGet(() -> new FollowUps(id, List.of()));
        batch.put(
                FollowUps.KIND,
                items.with(new FollowUps.Item(
                        new AssistanceId(assistance), due.position(), due.commit(), until, due.on(), due.routed())));
    }
}
