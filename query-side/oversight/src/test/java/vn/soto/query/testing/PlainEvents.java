package vn.soto.query.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Tail;

/** Events with the fields that a test tells apart; a test about a further field builds its event itself. */
public final class PlainEvents {

    private PlainEvents() {}

    /** The content of help with VNeID. */
    public static AssistanceContent content(Channel channel, Mode mode, Instant at) {
        return content("vneid", channel, mode, at);
    }

    public static AssistanceContent content(String service, Channel channel, Mode mode, Instant at) {
        return new AssistanceContent(List.of(new ServiceCode(service)), channel, mode, at);
    }

    /** Help by a member alone. */
    public static AssistanceRecorded help(
            String id, TeamId team, Beneficiary whom, AssistanceContent content, MemberId by) {
        return help(id, team, whom, content, new CreditShare(by, 100));
    }

    /** Help with VNeID, without a note, to somebody for whom no member is responsible. */
    public static AssistanceRecorded help(
            String id, TeamId team, Beneficiary whom, AssistanceContent content, CreditShare... helpers) {
        return new AssistanceRecorded(
                new AssistanceId(id),
                team,
                whom,
                List.of(helpers),
                content,
                List.of(ServiceCategory.VNEID),
                null,
                null);
    }

    /** A correction that leaves the helpers as they were. */
    public static AssistanceCorrected corrected(String id, TeamId team, Beneficiary whom, AssistanceContent content) {
        return new AssistanceCorrected(
                new AssistanceId(id), team, whom, null, content, List.of(ServiceCategory.VNEID), null);
    }

    /** The first of the members leads. */
    public static TeamFormed team(TeamId team, String name, UnitId unit, LocalDate from, MemberId... members) {
        return new TeamFormed(
                team,
                name,
                Sample.DECISION,
                List.of(unit),
                Stream.of(members)
                        .map(member -> new FoundingMember(member, MemberOrigin.TEACHER))
                        .toList(),
                members[0],
                from);
    }

    /** A right that one person gave, with no last day. */
    public static RoleGranted role(AccountId account, Role role, Area area, LocalDate from) {
        return role(account, role, area, from, GrantApproval.BY_ONE_PERSON);
    }

    public static RoleGranted role(AccountId account, Role role, Area area, LocalDate from, GrantApproval approval) {
        return new RoleGranted(account, new GrantId("g-" + account), role, area, from, null, null, approval);
    }

    /** A report in time. */
    public static QuarterlyReportSubmitted report(
            TeamId team, Quarter quarter, int version, List<Figure> figures, @Nullable Tail pin) {
        return new QuarterlyReportSubmitted(
                team,
                quarter,
                QuarterCalendar.CALENDAR,
                version,
                Indicators.VERSION,
                figures,
                pin == null ? 1 : pin.number(),
                pin == null ? "00".repeat(32) : pin.chain().toString(),
                false,
                null);
    }
}
