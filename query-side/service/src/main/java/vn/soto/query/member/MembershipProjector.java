package vn.soto.query.member;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
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
        switch (event) {
            case TeamFormed formed ->
                formed.members()
                        .forEach(founder -> begin(
                                event, founder.member(), founder.organisation(), formed.effectiveFrom(), at, batch));
            case MemberEnrolled enrolled ->
                begin(event, enrolled.member(), enrolled.organisation(), enrolled.effectiveFrom(), at, batch);
            case MembershipEnded ended ->
                change(
                        event,
                        ended.member(),
                        row -> row.until() == null,
                        row -> row.at(at.position(), at.commit(), row.organisation(), row.from(), ended.lastDay()),
                        at,
                        batch);
            case MembershipCorrected corrected ->
                change(
                        event,
                        corrected.member(),
                        row -> row.from().equals(corrected.enteredFrom()),
                        row -> row.at(
                                at.position(),
                                at.commit(),
                                corrected.organisation(),
                                corrected.effectiveFrom(),
                                corrected.lastDay()),
                        at,
                        batch);
            default -> {
                // changes nobody's membership
            }
        }
    }

    private static void begin(
            TeamEvent event, MemberId member, MemberOrigin by, LocalDate from, EventContext at, Batch batch) {
        Row row =
                new Row(at.position(), at.commit(), at.position(), event.team().value(), by, from, null);
        batch.put(Memberships.KIND, find(member, batch).with(row));
    }

    private static void change(
            TeamEvent event,
            MemberId member,
            Predicate<Row> which,
            UnaryOperator<Row> change,
            EventContext at,
            Batch batch) {
        Memberships memberships = find(member, batch);
        Row before = memberships
                .before(
                        at.position(),
                        which.and(row -> row.team().equals(event.team().value())))
                .orElseThrow();
        batch.put(Memberships.KIND, memberships.with(change.apply(before)));
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
        switch (event) {
            case TeamFormed formed ->
                formed.members().stream()
                        .map(FoundingMember::member)
                        .forEach(member -> needs.document(Memberships.KIND, member.value()));
            case MemberEnrolled enrolled ->
                needs.document(Memberships.KIND, enrolled.member().value());
            case MembershipEnded ended ->
                needs.document(Memberships.KIND, ended.member().value());
            case MembershipCorrected corrected ->
                needs.document(Memberships.KIND, corrected.member().value());
            default -> {
                // changes nobody's membership
            }
        }
    }
}
