package vn.soto.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

/** A commune with two hamlets, a team in the first, and commands about them. Tests that happen there extend it. */
public abstract class SampleCommune {

    /** A document that is signed and in force. */
    public static final LocalDate FOUNDED = LocalDate.of(2026, 3, 2);

    public static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    public static final Instant NOW = at(TODAY, "09:30");

    public static final UnitId PROVINCE = new UnitId("u-province");
    public static final UnitId COMMUNE = new UnitId("u-commune");
    public static final UnitId HAMLET = new UnitId("u-hamlet-1");
    public static final UnitId FAR_HAMLET = new UnitId("u-hamlet-2");
    public static final UnitId NOWHERE = new UnitId("u-nowhere");

    public static final TeamId TEAM = new TeamId("team-1");
    public static final TeamId FAR_TEAM = new TeamId("team-2");

    public static final MemberId LAN = new MemberId("m-lan");
    public static final MemberId HUNG = new MemberId("m-hung");
    public static final MemberId MAI = new MemberId("m-mai");
    public static final MemberId TUAN = new MemberId("m-tuan");

    public static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");
    public static final AssistanceId ASSISTANCE = new AssistanceId("a-1");
    public static final BusinessId BUSINESS = new BusinessId("b-1");
    public static final ServiceCode VNEID = new ServiceCode("vneid-level-2");

    protected SampleCommune() {}

    public static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(VietnamTime.ZONE).toInstant();
    }

    public static Instrument signedOn(LocalDate day) {
        return new Instrument("12/QĐ-UBND", day);
    }

    public static EstablishUnit establish(
            UnitId unit, UnitKind kind, String name, @Nullable String code, @Nullable UnitId parent) {
        return new EstablishUnit(unit, kind, name, code, parent, signedOn(FOUNDED), FOUNDED);
    }

    public static EstablishUnit[] units() {
        return new EstablishUnit[] {
            establish(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null),
            establish(COMMUNE, UnitKind.COMMUNE, "Minh Thạnh", "25780", PROVINCE),
            establish(HAMLET, UnitKind.HAMLET, "Đồng Tâm 1", null, COMMUNE),
            establish(FAR_HAMLET, UnitKind.HAMLET, "Đồng Tâm 2", null, COMMUNE)
        };
    }

    /** A team of these members; the first is its leader. */
    public static FormTeam form(TeamId team, UnitId unit, MemberId... members) {
        return new FormTeam(
                team,
                "Tổ công nghệ số cộng đồng",
                signedOn(FOUNDED),
                List.of(unit),
                founding(members),
                members[0],
                FOUNDED);
    }

    /** Founding members; the first is the head of the neighbourhood. */
    public static List<FoundingMember> founding(MemberId... members) {
        return Stream.of(members)
                .map(member -> new FoundingMember(
                        member, member.equals(members[0]) ? MemberOrigin.NEIGHBOURHOOD_HEAD : MemberOrigin.YOUTH_UNION))
                .toList();
    }

    /** A change of coverage by a decision signed when the team was founded. */
    public static ChangeCoverage cover(TeamId team, LocalDate from, UnitId... units) {
        return new ChangeCoverage(team, List.of(units), signedOn(FOUNDED), from);
    }

    /** A team that Lan leads, with Hùng and Mai as members. */
    public static FormTeam formTeam() {
        return form(TEAM, HAMLET, LAN, HUNG, MAI);
    }

    /** A second team that Tuấn leads, with Hùng as a member too. */
    public static FormTeam formFarTeam() {
        return form(FAR_TEAM, FAR_HAMLET, TUAN, HUNG, new MemberId("m-hoa"));
    }

    public static RegisterHousehold register(HouseholdId household, UnitId unit) {
        return new RegisterHousehold(household, unit, "KP1-0001");
    }

    public static AssignHousehold assignTo(MemberId member) {
        return new AssignHousehold(HOUSEHOLD, TEAM, member, FOUNDED);
    }

    public static AssistanceContent content(Instant occurredAt) {
        return new AssistanceContent(List.of(VNEID), Channel.HOME_VISIT, Mode.DEMONSTRATED, occurredAt);
    }

    public static RecordAssistance record(Instant occurredAt, MemberId... helpers) {
        return new RecordAssistance(ASSISTANCE, TEAM, HOUSEHOLD, List.of(helpers), content(occurredAt));
    }

    public static EndMembership end(MemberId member, LocalDate lastDay) {
        return new EndMembership(TEAM, member, EndReason.OTHER, lastDay);
    }

    /** A request by telephone about VNeID, of a household or out of a unit, of which no person is named. */
    public static ReceiveSupportRequest receive(
            SupportRequestId request, @Nullable HouseholdId household, @Nullable UnitId unit, LocalDate day) {
        return receive(request, household, unit, day, null, null);
    }

    public static ReceiveSupportRequest receive(
            SupportRequestId request,
            @Nullable HouseholdId household,
            @Nullable UnitId unit,
            LocalDate day,
            @Nullable Sealed name,
            @Nullable Sealed phone) {
        return new ReceiveSupportRequest(
                household,
                request,
                unit,
                RequestSource.HOTLINE,
                List.of(ServiceCategory.VNEID),
                day,
                name,
                phone,
                null);
    }

    /** A meeting of the residents of the team's hamlet about VNeID. */
    public static ScheduleOutreach schedule(OutreachId session, Instant time) {
        return new ScheduleOutreach(
                session, TEAM, HAMLET, time, List.of(ServiceCategory.VNEID), OutreachChannel.RESIDENTS_MEETING);
    }

    /** A right without a last day. */
    public static GrantRole grant(AccountId account, String grant, Role role, @Nullable Area area, LocalDate from) {
        return new GrantRole(account, new GrantId(grant), role, area, from, null, null, "Theo phân công");
    }
}
