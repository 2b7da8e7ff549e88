package vn.soto.query.member;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.member.Memberships.Row;

/** One segment: a person may be a member of several teams. */
@Component
final class MembershipProjector extends EventProjector<TeamEvent> {

    MembershipProjector() {
        super("memberships", 1, TeamEvent.class, event -> event.team().value(), List.of(Memberships.KIND));
    }

    @Override
    protected void fold(TeamEvent event, EventContext at, Batch batch) {
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
}
