package vn.soto.query.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Micros;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * An outreach session.
 *
 * @param heldOn     day on which it was held; absent, like the following values, before that
 * @param newcomers  people who came for the first time in the year, if somebody told
 * @param estimated  whether the attendance is an estimate
 * @param plausible  plausible number of households for the members who held it, if more people attended
 * @param changed    commit of the last change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        OutreachId session,
        TeamId team,
        UnitId unit,
        Session.State state,
        Instant startsAt,
        List<ServiceCategory> topics,
        OutreachChannel channel,
        @Nullable LocalDate heldOn,
        @Nullable Integer attendance,
        @Nullable Integer newcomers,
        @Nullable CountBasis basis,
        @Nullable Boolean estimated,
        @Nullable List<MemberId> holders,
        @Nullable Long plausible,
        @IdOf(IdKind.COMMIT) long changed) {

    static SessionView of(Outreach.Known known) {
        Session session = known.session();
        Session.Version version = known.version();
        Session.Attendance attendance = version.attendance();
        return new SessionView(
                new OutreachId(session.id()),
                session.team(),
                session.unit(),
                version.state(),
                Micros.instant(version.startsAt()),
                session.topics(),
                session.channel(),
                attendance == null ? null : attendance.heldOn(),
                attendance == null ? null : attendance.people(),
                attendance == null ? null : attendance.newcomers(),
                attendance == null ? null : attendance.basis(),
                attendance == null ? null : attendance.basis() == CountBasis.ESTIMATE,
                attendance == null
                        ? null
                        : attendance.holders().stream().map(MemberId::new).toList(),
                version.plausible(),
                version.commit());
    }
}
