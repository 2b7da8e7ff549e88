package vn.soto.query.member;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Projector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.member.Memberships.Row;

/** One segment: a person may be a member of several teams. */
@Component
final class MembershipProjector implements Projector {

    @EventHandler
    void on(TeamEvent event, EventContext at, Batch batch) {
        List<MembershipState> begun = MembershipState.begunBy(event);
        begun.forEach(membership -> put(event, at.position(), membership, at, batch));
        if (begun.isEmpty()) {
            MembershipState.changedBy(event).forEach(member -> change(event, member, at, batch));
        }
    }

    private static void change(TeamEvent event, MemberId member, EventContext at, Batch batch) {
        Row before = find(member, batch)
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
                        .with(new Row(
                                at.position(), at.commit(), begun, event.team().value(), membership)));
    }

    private static Memberships find(MemberId member, Batch batch) {
        return batch.find(Memberships.KIND, member.value()).orElseGet(() -> new Memberships(member.value(), List.of()));
    }

    @Override
    public String name() {
        return "memberships";
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return List.of(Memberships.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof TeamEvent of ? of.team().value() : "other";
    }

    @Override
    public void keysOf(DomainEvent event, DocumentKeys needs) {
        if (event instanceof TeamEvent of) {
            MembershipState.changedBy(of).forEach(member -> needs.document(Memberships.KIND, member.value()));
        }
    }
}
