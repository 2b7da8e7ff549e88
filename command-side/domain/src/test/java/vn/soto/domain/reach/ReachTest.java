package vn.soto.domain.reach;

import static vn.soto.domain.reach.ReachRule.RIGHT_FOR_A_TIME_REACHES_THE_PLACE;
import static vn.soto.domain.reach.ReachRule.RIGHT_HAS_BEGUN;
import static vn.soto.domain.reach.ReachRule.RIGHT_HAS_NOT_ENDED;
import static vn.soto.domain.reach.ReachRule.RIGHT_REACHES_THE_PLACE;
import static vn.soto.domain.reach.ReachRule.RIGHT_REACHES_THE_WHOLE_LEDGER;
import static vn.soto.domain.reach.ReachRule.SENDER_HAS_A_RIGHT_TO_THE_COMMAND;
import static vn.soto.domain.reach.ReachRule.UNIT_ITSELF_IS_DECIDED_ABOVE;
import static vn.soto.domain.shared.CommonRule.OWN_RECORD_IS_CORRECTED_BY_THE_PERSON_OF_THE_ACCOUNT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.business.BusinessCommand.RelocateBusiness;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.person.DataRequestCommand.AnswerDataRequest;
import vn.soto.domain.person.DataRequestCommand.ReceiveDataRequest;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.team.TeamCommand.SuspendMember;
import vn.soto.domain.unit.UnitCommand.RenameUnit;

final class ReachTest extends SampleCommune {

    private static final Sealed NAME = new Sealed("n".repeat(40));
    private static final String TEAM_NAME = "Tổ công nghệ số cộng đồng";

    private final RightsWorld world = new RightsWorld();
    private final Scenario scenario = world.scenario();

    private static RecordAssistance help(String id, TeamId team, MemberId helper) {
        return new RecordAssistance(new AssistanceId(id), team, HOUSEHOLD, List.of(helper), content(NOW));
    }

    private static RenameUnit rename(UnitId unit) {
        return new RenameUnit(unit, "Đồng Tâm Mới", signedOn(FOUNDED), TODAY);
    }

    @Nested
    final class AMember {

        @Test
        void recordsForTheirOwnTeam() {
            scenario.as("member-team").given(help("a-2", TEAM, MAI));
        }

        @Test
        void doesNotRecordForTheTeamOfTheNextHamlet() {
            scenario.as("member-beside")
                    .when(help("a-2", TEAM, MAI))
                    .isRefusedBy(RIGHT_REACHES_THE_PLACE, "MEMBER", TEAM_NAME, FOUNDED, TEAM_NAME);
        }

        @Test
        void whoHasLeftTheTeamRecordsNoMore() {
            scenario.as("an").given(new EndMembership(TEAM, MAI, EndReason.OTHER, TODAY.minusDays(1)));

            scenario.as("member-team")
                    .when(help("a-2", TEAM, HUNG))
                    .isRefusedBy(SENDER_HAS_A_RIGHT_TO_THE_COMMAND, "record-assistance", TODAY);
        }

        @Test
        void whoIsSuspendedRecordsNothing() {
            scenario.as("an").given(new SuspendMember(TEAM, MAI, TODAY, "Đi công tác dài ngày"));

            scenario.as("member-team")
                    .when(help("a-2", TEAM, HUNG))
                    .isRefusedBy(SENDER_HAS_A_RIGHT_TO_THE_COMMAND, "record-assistance", TODAY);
        }

        @Test
        void whoBecomesLeaderTodayLeadsTodayWithoutAnyGrant() {
            scenario.as("an").given(new AppointLeader(TEAM, MAI, TODAY));

            scenario.as("member-team").given(new MarkHouseholdLeft(HOUSEHOLD, TODAY));
        }
    }

    @Nested
    final class ALeader {

        @Test
        void managesTheHouseholdsOfTheTeam() {
            scenario.as("leader-team")
                    .given(register(new HouseholdId("h-2"), HAMLET), new MarkHouseholdLeft(HOUSEHOLD, TODAY));
        }

        @Test
        void doesNotOverwriteTheProfileOfAnotherTeamsMember() {
            scenario.as("leader-beside")
                    .when(new RecordMemberProfile(MAI, NAME, null))
                    .isAboutSomethingAbsent("member", MAI);
        }

        @Test
        void recordsTheProfileOfTheirOwnMember() {
            scenario.as("leader-team").given(new RecordMemberProfile(MAI, NAME, null));
        }

        @Test
        void doesNotRegisterHouseholdsInTheNextHamlet() {
            scenario.as("leader-team")
                    .when(register(new HouseholdId("h-2"), FAR_HAMLET))
                    .isRefusedBy(RIGHT_REACHES_THE_PLACE, "LEADER", TEAM_NAME, FOUNDED, "ấp Đồng Tâm 2, xã Minh Thạnh");
        }
    }

    @Nested
    final class AnOfficer {

        @Test
        void actsInTheCommune() {
            scenario.as("officer-commune").given(register(new HouseholdId("h-2"), FAR_HAMLET));
        }

        @Test
        void isToldWhichRightTheAccountHasAndWhereItHasNone() {
            scenario.as("officer-beside")
                    .when(register(new HouseholdId("h-2"), HAMLET))
                    .isRefusedBy(
                            RIGHT_REACHES_THE_PLACE, "OFFICER", "xã Long Hòa", FOUNDED, "ấp Đồng Tâm 1, xã Minh Thạnh");
        }

        @Test
        void isToldTheDaysOfARightForATime() {
            scenario.as("an");
            world.grant("binh", Role.OFFICER, Area.of(RightsWorld.OTHER_COMMUNE), FOUNDED, TODAY.plusDays(9));

            scenario.as("binh")
                    .when(register(new HouseholdId("h-2"), HAMLET))
                    .isRefusedBy(
                            RIGHT_FOR_A_TIME_REACHES_THE_PLACE,
                            "OFFICER",
                            "xã Long Hòa",
                            FOUNDED,
                            TODAY.plusDays(9),
                            "ấp Đồng Tâm 1, xã Minh Thạnh");
        }

        /** The team works in two communes: the one with most of its units is the recipient of its report, and of nothing else. */
        @Test
        void judgesAReportThatWasSubmittedToTheCommuneAndReachesNothingElseOfTheTeam() {
            Quarter quarter = new Quarter(2026, 2);
            scenario.as("an")
                    .given(new ChangeCoverage(
                            TEAM,
                            List.of(HAMLET, FAR_HAMLET, RightsWorld.OTHER_HAMLET),
                            signedOn(FOUNDED),
                            FOUNDED.plusDays(1)));
            String content = ((QuarterlyReportSubmitted)
                            scenario.send(new SubmitQuarterlyReport(TEAM, quarter, "Địa bàn mới"))
                                    .getFirst())
                    .contentHash();

            scenario.as("officer-beside")
                    .when(new AcceptReport(TEAM, quarter, content))
                    .isRefusedBy(RIGHT_REACHES_THE_PLACE, "OFFICER", "xã Long Hòa", FOUNDED, TEAM_NAME);
            scenario.as("officer-commune")
                    .when(new SubmitQuarterlyReport(TEAM, quarter, "Nộp thay"))
                    .isRefusedBy(RIGHT_REACHES_THE_PLACE, "OFFICER", "xã Minh Thạnh", FOUNDED, TEAM_NAME);
            scenario.as("officer-commune").given(new AcceptReport(TEAM, quarter, content));
        }

        @Test
        void writesUntilTheLastDayOfTheGrantAndNotAfter() {
            scenario.as("an");
            world.grant("last-day", Role.OFFICER, Area.of(COMMUNE), FOUNDED, TODAY);
            world.grant("ended", Role.OFFICER, Area.of(COMMUNE), FOUNDED, TODAY.minusDays(1));
            world.grant("to-come", Role.OFFICER, Area.of(COMMUNE), TODAY.plusDays(1), null);

            scenario.as("last-day").given(register(new HouseholdId("h-2"), HAMLET));
            scenario.as("ended")
                    .when(register(new HouseholdId("h-3"), HAMLET))
                    .isRefusedBy(RIGHT_HAS_NOT_ENDED, "OFFICER", "xã Minh Thạnh", FOUNDED, TODAY.minusDays(1), TODAY);
            scenario.as("to-come")
                    .when(register(new HouseholdId("h-3"), HAMLET))
                    .isRefusedBy(RIGHT_HAS_BEGUN, "OFFICER", "xã Minh Thạnh", TODAY.plusDays(1), TODAY);
        }

        @Test
        void whoseGrantIsEndedWritesNoMore() {
            scenario.as("an");
            GrantId grant = world.grant("binh", Role.OFFICER, Area.of(COMMUNE), FOUNDED, null);
            scenario.as("binh").given(register(new HouseholdId("h-2"), HAMLET));
            scenario.as("an").given(new EndGrant(new AccountId("binh"), grant, TODAY.minusDays(1), RightsWorld.REASON));

            scenario.as("binh")
                    .when(register(new HouseholdId("h-3"), HAMLET))
                    .isRefusedBy(RIGHT_HAS_NOT_ENDED, "OFFICER", "xã Minh Thạnh", FOUNDED, TODAY.minusDays(1), TODAY);
        }

        @Test
        void decidesAboutHamletsButNotAboutTheCommuneItself() {
            scenario.as("officer-commune").given(rename(HAMLET));
            scenario.as("officer-commune")
                    .when(rename(COMMUNE))
                    .isRefusedBy(UNIT_ITSELF_IS_DECIDED_ABOVE, "OFFICER", "xã Minh Thạnh", FOUNDED);
            scenario.as("officer-district").given(rename(COMMUNE));
        }

        @Test
        void doesNotMoveAHouseholdIntoACommuneWithoutARightThere() {
            scenario.as("officer-commune")
                    .when(new RelocateHousehold(HOUSEHOLD, RightsWorld.OTHER_HAMLET, TODAY))
                    .isRefusedBy(
                            RIGHT_REACHES_THE_PLACE, "OFFICER", "xã Minh Thạnh", FOUNDED, "ấp Đồng Tâm 1, xã Long Hòa");
            scenario.as("an").given(new RelocateHousehold(HOUSEHOLD, RightsWorld.OTHER_HAMLET, TODAY));
        }

        @Test
        void doesNotFetchAHouseholdThatLeftAnotherCommune() {
            scenario.as("officer-commune").given(new MarkHouseholdLeft(HOUSEHOLD, TODAY));

            scenario.as("officer-beside")
                    .when(new ReturnHousehold(HOUSEHOLD, RightsWorld.OTHER_HAMLET, TODAY))
                    .isAboutSomethingAbsent("household", HOUSEHOLD);
        }

        @Test
        void hasAHouseholdUntilTheDayOnWhichItMoves() {
            LocalDate later = TODAY.plusDays(9);
            scenario.as("an").given(new RelocateHousehold(HOUSEHOLD, RightsWorld.OTHER_HAMLET, later));

            scenario.as("officer-beside")
                    .when(new MarkHouseholdLeft(HOUSEHOLD, later))
                    .isAboutSomethingAbsent("household", HOUSEHOLD);
            scenario.as("officer-commune").given(new MarkHouseholdLeft(HOUSEHOLD, later));
        }

        @Test
        void hasABusinessUntilTheDayOnWhichItMovesAsItsTeamDoes() {
            LocalDate later = TODAY.plusDays(9);
            scenario.as("an").given(new RelocateBusiness(BUSINESS, RightsWorld.OTHER_HAMLET, later));
            MemberId other = new MemberId("m-4");
            world.link("member-other", other);

            scenario.as("officer-beside")
                    .when(new CloseBusiness(BUSINESS, later))
                    .isAboutSomethingAbsent("business", BUSINESS);
            scenario.as("member-other")
                    .when(helpToTheBusiness(RightsWorld.OTHER_TEAM, other))
                    .isAboutSomethingAbsent("business", BUSINESS);
            scenario.as("member-team").given(helpToTheBusiness(TEAM, MAI));
            scenario.as("officer-commune").given(new CloseBusiness(BUSINESS, later));
        }

        /** As before a reform: the new area of a team is entered in June, and is the team's from July on. */
        @Test
        void hasATeamUntilTheDayOnWhichItsAreaLiesElsewhere() {
            ChangeCoverage coming =
                    new ChangeCoverage(TEAM, List.of(RightsWorld.OTHER_HAMLET), signedOn(FOUNDED), TODAY.plusDays(1));
            scenario.as("an").given(coming, new RenameTeam(TEAM, "Tổ mới", signedOn(FOUNDED), TODAY.plusDays(1)));

            scenario.as("officer-beside")
                    .when(new AppointLeader(TEAM, HUNG, TODAY))
                    .isRefusedBy(RIGHT_REACHES_THE_PLACE, "OFFICER", "xã Long Hòa", FOUNDED, TEAM_NAME);
            scenario.as("officer-commune").given(new AppointLeader(TEAM, HUNG, TODAY));
        }

        @Test
        void hasATeamFromTheDayOnWhichItsAreaLiesInTheCommune() {
            scenario.as("an")
                    .given(new ChangeCoverage(TEAM, List.of(RightsWorld.OTHER_HAMLET), signedOn(FOUNDED), TODAY));

            scenario.as("officer-commune")
                    .when(new AppointLeader(TEAM, HUNG, TODAY))
                    .isRefusedBy(RIGHT_REACHES_THE_PLACE, "OFFICER", "xã Minh Thạnh", FOUNDED, TEAM_NAME);
            scenario.as("officer-beside").given(new AppointLeader(TEAM, HUNG, TODAY));
        }

        private RecordAssistance helpToTheBusiness(TeamId team, MemberId helper) {
            return new RecordAssistance(
                    new AssistanceId("a-2"), team, null, BUSINESS, null, List.of(helper), content(NOW), null, null);
        }

        @Test
        void readsWhatAHouseholdAsksBeforeItMoves() {
            SupportRequestId request = new SupportRequestId("r-2");
            scenario.as("an").given(new RelocateHousehold(HOUSEHOLD, RightsWorld.OTHER_HAMLET, TODAY.plusDays(9)));
            scenario.as("officer-commune").given(receive(request, HOUSEHOLD, null, TODAY));

            scenario.as("officer-beside")
                    .when(new TakeSupportRequest(request, TEAM, HUNG, TODAY))
                    .isAboutSomethingAbsent("support-request", request);
            scenario.as("officer-commune").given(new TakeSupportRequest(request, TEAM, HUNG, TODAY));
        }

        @Test
        void answersWhatAPersonOfTheCommuneAskedTheProvince() {
            scenario.as("officer-beside")
                    .when(new AnswerDataRequest(RightsWorld.DATA_REQUEST, TODAY))
                    .isAboutSomethingAbsent("data-request", RightsWorld.DATA_REQUEST);
            scenario.as("officer-commune").given(new AnswerDataRequest(RightsWorld.DATA_REQUEST, TODAY));
        }

        @Test
        void answersNoMoreOnceThePersonLivesElsewhere() {
            scenario.as("an").given(new RelocateHousehold(HOUSEHOLD, RightsWorld.OTHER_HAMLET, TODAY));

            scenario.as("officer-commune")
                    .when(new AnswerDataRequest(RightsWorld.DATA_REQUEST, TODAY))
                    .isAboutSomethingAbsent("data-request", RightsWorld.DATA_REQUEST);
            scenario.as("officer-beside").given(new AnswerDataRequest(RightsWorld.DATA_REQUEST, TODAY));
        }

        @Test
        void takesDownNoRequestForSomebodyOfAnotherCommune() {
            scenario.as("officer-beside")
                    .when(new ReceiveDataRequest(
                            new DataRequestId("d-2"), Subject.of(HOUSEHOLD), DataRequestKind.ACCESS, null, TODAY))
                    .isAboutSomethingAbsent("household", HOUSEHOLD);
        }

        @Test
        void doesNotEnrolSomebodyElsesMemberToReachTheirData() {
            scenario.as("officer-beside")
                    .when(new EnrolMember(RightsWorld.OTHER_TEAM, MAI, MemberOrigin.OTHER, TODAY))
                    .isAboutSomethingAbsent("member", MAI);
            scenario.as("officer-beside")
                    .given(new EnrolMember(RightsWorld.OTHER_TEAM, new MemberId("m-new"), MemberOrigin.OTHER, TODAY));
        }
    }

    @Nested
    final class AnOfficerOfAnOrganisation {

        @Test
        void ofTheYouthUnionHasNoPartInMembersOfTheWomensUnion() {
            OrganisationId union = new OrganisationId("youth-union");
            MemberId women = new MemberId("m-women");
            scenario.as("an")
                    .given(
                            new RegisterOrganisation(union, "Đoàn xã Minh Thạnh", OrganisationKind.YOUTH_UNION),
                            new SupportTeam(union, TEAM, FOUNDED),
                            new EnrolMember(TEAM, women, MemberOrigin.WOMENS_UNION, TODAY));
            world.grant("youth-union", Role.ORGANISATION_OFFICER, Area.of(union));

            scenario.as("youth-union")
                    .given(new EnrolMember(TEAM, new MemberId("m-youth"), MemberOrigin.YOUTH_UNION, TODAY));
            scenario.as("youth-union")
                    .when(new EnrolMember(TEAM, new MemberId("m-other"), MemberOrigin.WOMENS_UNION, TODAY))
                    .isRefusedBy(
                            RIGHT_REACHES_THE_PLACE, "ORGANISATION_OFFICER", "Đoàn xã Minh Thạnh", FOUNDED, TEAM_NAME);
            scenario.as("youth-union")
                    .when(new EndMembership(TEAM, women, EndReason.OTHER, TODAY))
                    .isRefusedBy(
                            RIGHT_REACHES_THE_PLACE, "ORGANISATION_OFFICER", "Đoàn xã Minh Thạnh", FOUNDED, TEAM_NAME);
        }

        @Test
        void enrolsTheOrganisationsOwnPeopleInTeamsThatItSupports() {
            scenario.as("company")
                    .given(new EnrolMember(TEAM, new MemberId("m-new"), MemberOrigin.DIGITAL_COMPANY, TODAY));
            scenario.as("company")
                    .when(new EnrolMember(TEAM, new MemberId("m-newer"), MemberOrigin.YOUTH_UNION, TODAY))
                    .isRefusedBy(
                            RIGHT_REACHES_THE_PLACE, "ORGANISATION_OFFICER", "Công ty Viễn thông", FOUNDED, TEAM_NAME);
            scenario.as("company")
                    .when(new EnrolMember(FAR_TEAM, new MemberId("m-newer"), MemberOrigin.DIGITAL_COMPANY, TODAY))
                    .isRefusedBy(
                            RIGHT_REACHES_THE_PLACE, "ORGANISATION_OFFICER", "Công ty Viễn thông", FOUNDED, TEAM_NAME);
        }

        @Test
        void doesNotRecordHelp() {
            scenario.as("company")
                    .when(help("a-2", TEAM, MAI))
                    .isRefusedBy(SENDER_HAS_A_RIGHT_TO_THE_COMMAND, "record-assistance", TODAY);
        }
    }

    @Test
    void aPolicyIsForAnAdministratorOfTheWholeLedger() {
        var adopt = new AdoptServiceCatalogue(List.of(), signedOn(FOUNDED), TODAY);
        scenario.as("admin-district")
                .when(adopt)
                .isRefusedBy(RIGHT_REACHES_THE_WHOLE_LEDGER, "ADMINISTRATOR", "huyện Dầu Tiếng", FOUNDED);
    }

    @Test
    void rolesThatSignInAssertsCountForNothingOnceTheLedgerHasAGrant() {
        scenario.as("nobody")
                .having(Role.ADMINISTRATOR)
                .when(register(new HouseholdId("h-2"), HAMLET))
                .isRefusedBy(SENDER_HAS_A_RIGHT_TO_THE_COMMAND, "register-household", TODAY);
    }

    @Test
    void aRecordOutOfReachIsAsAbsentAsOneThatNobodyMade() {
        scenario.as("officer-beside")
                .when(new VoidAssistance(ASSISTANCE, "Ghi nhầm"))
                .isAboutSomethingAbsent("assistance", ASSISTANCE);
    }

    @Nested
    final class OfAHouseholdThatMovedAway {

        @BeforeEach
        void moves() {
            scenario.as("an").given(new RelocateHousehold(HOUSEHOLD, RightsWorld.OTHER_HAMLET, TODAY));
        }

        @Test
        void theFormerLeaderIsNotToldWhereTo() {
            scenario.as("leader-team")
                    .when(new MarkHouseholdLeft(HOUSEHOLD, TODAY))
                    .isAboutSomethingAbsent("household", HOUSEHOLD);
            scenario.as("leader-team")
                    .when(new ReturnHousehold(HOUSEHOLD, HAMLET, TODAY))
                    .isAboutSomethingAbsent("household", HOUSEHOLD);
        }

        @Test
        void itsFormerMemberIsNotToldByRefusedHelp() {
            scenario.as("member-team").when(help("a-2", TEAM, MAI)).isAboutSomethingAbsent("household", HOUSEHOLD);
        }

        @Test
        void aFormerOfficerIsNotToldThatItOnceLivedThere() {
            scenario.as("an");
            world.grant("moved-on", Role.OFFICER, Area.of(COMMUNE), FOUNDED, TODAY.minusDays(1));
            world.grant("moved-on", Role.OFFICER, Area.of(RightsWorld.OTHER_DISTRICT));
            scenario.as("an").given(register(new HouseholdId("h-2"), HAMLET));

            scenario.as("moved-on")
                    .when(new MarkHouseholdLeft(new HouseholdId("h-2"), TODAY))
                    .isAboutSomethingAbsent("household", "h-2");
        }
    }

    @Test
    void twoAccountsOfOnePersonAreOnePersonForWhatTheyRecorded() {
        scenario.as("an");
        world.link("phone-of-mai", MAI);
        scenario.as("phone-of-mai").given(help("a-2", TEAM, MAI));

        scenario.as("member-team").given(new VoidAssistance(new AssistanceId("a-2"), MAI, "Ghi nhầm"));
    }

    @Test
    void aMemberTakesBackInTheirOwnNameOnly() {
        scenario.as("member-team").given(help("a-2", TEAM, HUNG));

        scenario.as("member-team")
                .when(new VoidAssistance(new AssistanceId("a-2"), HUNG, "Ghi nhầm"))
                .isRefusedBy(OWN_RECORD_IS_CORRECTED_BY_THE_PERSON_OF_THE_ACCOUNT);
    }

    @Test
    void nobodyWithoutALinkOrAGrantIssuesAnything() {
        scenario.as("nobody")
                .when(new RecordMemberProfile(LAN, NAME, null))
                .isRefusedBy(SENDER_HAS_A_RIGHT_TO_THE_COMMAND, "record-member-profile", TODAY);
    }
}
