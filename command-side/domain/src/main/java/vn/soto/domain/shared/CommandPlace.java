package vn.soto.domain.shared;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;

/** Something that a command touches, for which its sender needs a right there. */
public sealed interface CommandPlace {

    CommandPlace WHOLE_LEDGER = new WholeLedger();

    /** A setting that holds for everybody: policies and catalogues. */
    record WholeLedger() implements CommandPlace {}

    /** A thing recorded in a unit, such as a household to be registered there. */
    record InUnit(UnitId unit) implements CommandPlace {}

    /** A unit itself: its name, code, parent, end and successors. The unit above it decides about them. */
    record UnitItself(UnitId unit) implements CommandPlace {}

    /** A team and what it records. */
    record OfTeam(TeamId team) implements CommandPlace {}

    /** The latest version of a team's report, as its recipient judges it: where the team lies, and where that recipient does. */
    record ReportOfTeam(ReportId report) implements CommandPlace {}

    /** The same of a unit's report, which goes to the unit above. */
    record ReportOfUnit(UnitReportId report) implements CommandPlace {}

    /**
     * One membership of a team.
     *
     * @param origin from where a new member comes; absent for a member whom the team has
     */
    record Membership(
            TeamId team, MemberId member, @Nullable MemberOrigin origin) implements CommandPlace {}

    /** A person who belongs to teams. Somebody whom no team knows yet is nobody's, and may be enrolled by anybody with the right. */
    record Person(MemberId member) implements CommandPlace {}

    /** A person whom a team knows: one of the person's teams is enough. Somebody whom none knows is in no area. */
    record KnownPerson(MemberId member) implements CommandPlace {}

    /**
     * Data that all teams of a member share, such as the profile. Each of them is touched, also those that the person
     * joins later.
     */
    record PersonalDataOf(MemberId member) implements CommandPlace {}

    /** @param day on which it lives there; absent for the day of the command */
    record OfHousehold(HouseholdId household, @Nullable LocalDate day) implements CommandPlace {

        public OfHousehold(HouseholdId household) {
            this(household, null);
        }
    }

    record OfBusiness(BusinessId business) implements CommandPlace {}

    record OfAssistance(AssistanceId assistance) implements CommandPlace {}

    record OfOutreach(OutreachId session) implements CommandPlace {}

    record OfGroup(CommunityGroupId group) implements CommandPlace {}

    record OfRequest(SupportRequestId request) implements CommandPlace {}

    /** A person's request about their own data, which lies where the person lies. */
    record OfDataRequest(DataRequestId dataRequest) implements CommandPlace {}

    record OfTraining(TrainingId training) implements CommandPlace {}

    /** A training that an organisation holds. */
    record TrainingBy(OrganisationId organisation) implements CommandPlace {}

    /** A team whose members attend a training. */
    record Trained(TeamId team) implements CommandPlace {}

    record OfOrganisation(OrganisationId organisation) implements CommandPlace {}

    /** The support of a team by an organisation, which both may record. */
    record Supported(TeamId team, OrganisationId organisation) implements CommandPlace {}

    /** A grant, which lies where it gives a right. */
    record OfGrant(AccountId account, GrantId grant) implements CommandPlace {}

    /** An account, which lies wherever it has rights or will have some; one without any is nobody's. */
    record OfAccount(AccountId account) implements CommandPlace {}

    /** The person to whom an account belongs; one of that person's teams is enough. */
    record LinkOf(AccountId account) implements CommandPlace {}

    /** An aggregate that lies in the areas of whoever recorded it first, such as a plan. */
    record RecordedBy(String aggregate) implements CommandPlace {}

    /** The place of a grant's area. */
    static CommandPlace of(Area area) {
        OrganisationId organisation = area.organisation();
        if (organisation != null) {
            return new OfOrganisation(organisation);
        }
        return area.unit() == null ? WHOLE_LEDGER : new InUnit(area.unit());
    }

    /** The place of a subject's data. */
    static CommandPlace of(Subject subject) {
        return switch (subject.kind()) {
            case MEMBER -> new KnownPerson(new MemberId(subject.id()));
            case HOUSEHOLD -> new OfHousehold(new HouseholdId(subject.id()));
            case BUSINESS -> new OfBusiness(new BusinessId(subject.id()));
            case REQUEST -> new OfRequest(new SupportRequestId(subject.id()));
        };
    }
}
