package vn.soto.query.member;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.member.Memberships.MembershipVersion;

/** Projects memberships in one segment, because a person may be a member of several teams. */
@Component
final class MembershipProjector extends EventProjector<TeamEvent> {

    MembershipProjector() {
        super("memberships", TeamEvent.class, event -> event.team().value(), List.of(Memberships.KIND));
    }

    @Override
    protected void fold(TeamEvent event, EventContext at, Batch batch) {
        List<MembershipState> begun = MembershipState.begunBy(event);
        begun.forEach(membership -> put(event, at.position(), membership, at, batch));
        if (begun.isEmpty()) {
            MembershipState.changedBy(event).forEach(member -> change(event, member, at, batch));
        }
    }

    private static void change(TeamEvent event, MemberId member, EventContext at, Batch batch) {
        MembershipVersion before = find(member, batch)
                .before(at.position(), event.team().value())
                .filter(row -> row.membership().isChangedBy(event))
                .findFirst()
                .orElseThrow();
        put(event, before.begun(), before.membership().after(event), at, batch);
    }

    private static void put(TeamEvent event, long begun, MembershipState membership, EventContext at, Batch batch) {
        batch.put(
                Memberships.KIND,
                find(membership.member(), batch)
                        .with(new MembershipVersion(at.position(), at.commit(), begun, event.team(), membership)));
    }

    private static Memberships find(MemberId member, Batch batch) {
        return batch.find(Memberships.KIND, member.value()).orElseGet(() -> new Memberships(member.value(), List.of()));
    }
}
