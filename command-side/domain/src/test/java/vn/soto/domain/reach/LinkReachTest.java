package vn.soto.domain.reach;

import static vn.soto.domain.access.AccessRule.ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE;
import static vn.soto.domain.access.AccessRule.LINK_IS_CONFIRMED_ONCE_IN_AN_AREA;
import static vn.soto.domain.reach.ReachRule.RIGHT_REACHES_ALL_TEAMS_OF_THE_PERSON;
import static vn.soto.domain.reach.ReachRule.RIGHT_REACHES_THE_PLACE;
import static vn.soto.domain.reach.ReachRule.SENDER_HAS_A_RIGHT_TO_THE_COMMAND;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.AccessCommand.ConfirmLink;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.person.PersonCommand;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.LiftRestriction;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.person.PersonCommand.RestrictProcessing;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.CorrectCoverage;
import vn.soto.domain.team.TeamCommand.EnrolMember;

/**
 * Mai is a member of the team of a hamlet of Minh Thạnh, and of one in Long Hòa, in the other district. The administrator of Minh
 * Thạnh links an account to her.
 */
final class LinkReachTest extends SampleCommune {

    private static final AccountId MINE = new AccountId("mine");
    private static final Sealed NAME = new Sealed("n".repeat(40));

    private final RightsWorld world = new RightsWorld();
    private final Scenario scenario = world.scenario();

    private void joinsLongHoa(LocalDate from) {
        scenario.as("an").given(new EnrolMember(RightsWorld.OTHER_TEAM, MAI, MemberOrigin.YOUTH_UNION, from));
    }

    private void linked() {
        scenario.as("admin-commune").given(new LinkAccount(MINE, MAI, null, FOUNDED, RightsWorld.REASON));
    }

    private static RecordAssistance help(TeamId team) {
        return new RecordAssistance(new AssistanceId("a-2"), team, HOUSEHOLD, List.of(MAI), content(NOW));
    }

    /** A leader does so. */
    private static RegisterHousehold registering(UnitId unit) {
        return register(new HouseholdId("h-2"), unit);
    }

    private static ConfirmLink confirm() {
        return new ConfirmLink(MINE, RightsWorld.REASON);
    }

    @Nested
    final class ALink {

        @Test
        void givesRightsInTheTeamsOfTheAreaOfWhoeverLinked() {
            joinsLongHoa(TODAY);
            linked();

            scenario.as("mine").given(help(TEAM));
        }

        @Test
        void givesRightsInATeamThatMovesElsewhereUntilTheDay() {
            linked();
            LocalDate tomorrow = TODAY.plusDays(1);
            scenario.as("an")
                    .given(new ChangeCoverage(
                            TEAM, List.of(HAMLET, RightsWorld.OTHER_HAMLET), signedOn(FOUNDED), tomorrow));

            scenario.as("mine").given(help(TEAM));
            scenario.as("an").given(new CorrectCoverage(TEAM, tomorrow, TODAY, RightsWorld.REASON));
            scenario.as("mine")
                    .when(new RecordAssistance(new AssistanceId("a-3"), TEAM, HOUSEHOLD, List.of(MAI), content(NOW)))
                    .isRefusedBy(SENDER_HAS_A_RIGHT_TO_THE_COMMAND, "record-assistance", TODAY);
        }

        @Test
        void makesNobodyALeaderElsewhere() {
            joinsLongHoa(FOUNDED);
            scenario.as("an").given(new AppointLeader(RightsWorld.OTHER_TEAM, MAI, TODAY));
            linked();

            scenario.as("mine")
                    .when(registering(RightsWorld.OTHER_HAMLET))
                    .isRefusedBy(SENDER_HAS_A_RIGHT_TO_THE_COMMAND, "register-household", TODAY);
        }

        @Test
        void givesNoRightInATeamOfElsewhereThatThePersonJoinsLater() {
            linked();
            joinsLongHoa(TODAY);

            scenario.as("mine")
                    .when(help(RightsWorld.OTHER_TEAM))
                    .isRefusedBy(
                            RIGHT_REACHES_THE_PLACE,
                            "MEMBER",
                            "Tổ công nghệ số cộng đồng",
                            FOUNDED,
                            "Tổ công nghệ số cộng đồng");
        }

        @Test
        void givesRightsInATeamOfTheAreaThatThePersonJoinsLater() {
            linked();
            scenario.as("an")
                    .given(
                            new EnrolMember(FAR_TEAM, MAI, MemberOrigin.YOUTH_UNION, TODAY),
                            new AppointLeader(FAR_TEAM, MAI, TODAY));

            scenario.as("mine").given(registering(FAR_HAMLET));
        }

        @Test
        void byAnAdministratorOfAllHoldsEverywhere() {
            joinsLongHoa(FOUNDED);
            scenario.as("an")
                    .given(
                            new AppointLeader(RightsWorld.OTHER_TEAM, MAI, TODAY),
                            new LinkAccount(MINE, MAI, null, FOUNDED, RightsWorld.REASON));

            scenario.as("mine").given(registering(RightsWorld.OTHER_HAMLET));
        }

        @Test
        void isNotMadeToSomebodyOfElsewhere() {
            MemberId other = new MemberId("m-3");
            scenario.as("admin-commune")
                    .when(new LinkAccount(MINE, other, null, FOUNDED, RightsWorld.REASON))
                    .isAboutSomethingAbsent("member", other);
        }
    }

    @Nested
    final class AConfirmation {

        @Test
        void givesTheRightsInTheAreaOfWhoeverConfirms() {
            joinsLongHoa(FOUNDED);
            scenario.as("an").given(new AppointLeader(RightsWorld.OTHER_TEAM, MAI, TODAY));
            linked();
            scenario.as("admin-beside").given(confirm());

            scenario.as("mine").given(registering(RightsWorld.OTHER_HAMLET));
        }

        @Test
        void isGivenByWhoeverReachesATeamOfThePerson() {
            linked();

            scenario.as("admin-beside").when(confirm()).isAboutSomethingAbsent("account", MINE);
            scenario.as("admin-beside")
                    .when(new ConfirmLink(new AccountId("nowhere"), RightsWorld.REASON))
                    .isAboutSomethingAbsent("account", "nowhere");
            joinsLongHoa(TODAY.plusDays(9));
            scenario.as("admin-beside").given(confirm());
        }

        @Test
        void isGivenOnce() {
            linked();

            scenario.as("admin-commune").when(confirm()).isRefusedBy(LINK_IS_CONFIRMED_ONCE_IN_AN_AREA);
            scenario.as("an").given(confirm());
            scenario.as("admin-district").when(confirm()).isRefusedBy(LINK_IS_CONFIRMED_ONCE_IN_AN_AREA);
        }

        @Test
        void ofALinkOfAnOlderLedgerIsGivenByAnAdministratorOfAll() {
            joinsLongHoa(TODAY);
            scenario.onTheMachine(new AccountLinked(MINE, LinkedPerson.of(MAI), FOUNDED));

            scenario.as("admin-commune").when(confirm()).isRefusedBy(LINK_IS_CONFIRMED_ONCE_IN_AN_AREA);
            scenario.as("an").given(confirm());
            scenario.as("an").when(confirm()).isRefusedBy(LINK_IS_CONFIRMED_ONCE_IN_AN_AREA);
        }

        @Test
        void isNotGivenByThePersonOfTheAccount() {
            joinsLongHoa(TODAY);
            linked();
            scenario.as("an")
                    .given(new LinkAccount(new AccountId("admin-beside"), MAI, null, FOUNDED, RightsWorld.REASON));

            scenario.as("admin-beside").when(confirm()).isRefusedBy(ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE);
        }

        @Test
        void putsTheAccountOutOfTheReachOfWhoeverLinked() {
            joinsLongHoa(TODAY);
            linked();
            scenario.as("admin-beside").given(confirm());

            scenario.as("admin-commune")
                    .when(new UnlinkAccount(MINE, TODAY, RightsWorld.REASON))
                    .isAboutSomethingAbsent("account", MINE);
            scenario.as("an").given(new UnlinkAccount(MINE, TODAY, RightsWorld.REASON));
        }
    }

    @Test
    void whoLinkedUnlinksAsLongAsNobodyElsewhereConfirmed() {
        joinsLongHoa(TODAY);
        linked();

        scenario.as("admin-commune").given(new UnlinkAccount(MINE, TODAY, RightsWorld.REASON));
    }

    @Nested
    final class WhatAllTeamsOfAPersonShare {

        private void isRefusedTo(String account, String role, String area) {
            scenario.as(account)
                    .when(new RecordMemberProfile(MAI, NAME, null))
                    .isRefusedBy(RIGHT_REACHES_ALL_TEAMS_OF_THE_PERSON, role, area, FOUNDED);
        }

        @Test
        void isChangedByWhoeverReachesThemAll() {
            joinsLongHoa(TODAY);

            isRefusedTo("leader-team", "LEADER", "Tổ công nghệ số cộng đồng");
            isRefusedTo("officer-commune", "OFFICER", "xã Minh Thạnh");
            isRefusedTo("officer-beside", "OFFICER", "xã Long Hòa");
            scenario.as("an").given(new RecordMemberProfile(MAI, NAME, null));
        }

        @Test
        void isThatOfTheTeamToCome() {
            joinsLongHoa(TODAY.plusDays(9));

            isRefusedTo("leader-team", "LEADER", "Tổ công nghệ số cộng đồng");
        }

        @Test
        void isChangedByTwoRightsThatReachThemTogether() {
            joinsLongHoa(TODAY);
            scenario.as("an");
            world.grant("officer-commune", Role.OFFICER, Area.of(RightsWorld.OTHER_COMMUNE));

            scenario.as("officer-commune").given(new RecordMemberProfile(MAI, NAME, null));
        }

        @Test
        void isRestrictedByWhoeverReachesThemAll() {
            Subject mai = Subject.of(MAI);
            joinsLongHoa(TODAY);

            for (PersonCommand command : List.of(
                    new RestrictProcessing(mai, TODAY, null, RightsWorld.REASON),
                    new LiftRestriction(mai, TODAY, RightsWorld.REASON))) {
                for (String account : List.of("admin-commune", "admin-district")) {
                    scenario.as(account)
                            .when(command)
                            .isRefusedBy(
                                    RIGHT_REACHES_ALL_TEAMS_OF_THE_PERSON,
                                    "ADMINISTRATOR",
                                    account.equals("admin-commune") ? "xã Minh Thạnh" : "huyện Dầu Tiếng",
                                    FOUNDED);
                }
                scenario.as("an").given(command);
            }
        }

        @Test
        void isRestrictedWithinOneCommuneAsLongAsThePersonIsInNoOtherTeam() {
            RestrictProcessing restrict = new RestrictProcessing(Subject.of(MAI), TODAY, null, RightsWorld.REASON);

            scenario.as("admin-beside").when(restrict).isAboutSomethingAbsent("member", MAI);
            scenario.as("admin-commune").given(restrict);
        }

        @Test
        void isErasedByNobodyOfOneCommune() {
            joinsLongHoa(TODAY);

            scenario.as("admin-commune")
                    .when(new EraseMemberData(MAI, ErasureBasis.REQUEST_OF_THE_SUBJECT, RightsWorld.REASON))
                    .isRefusedBy(RIGHT_REACHES_ALL_TEAMS_OF_THE_PERSON, "ADMINISTRATOR", "xã Minh Thạnh", FOUNDED);
        }
    }

    @Nested
    final class ARight {

        private GrantRole granting(String account) {
            return grant(new AccountId(account), "g-new", Role.VIEWER, Area.of(COMMUNE), FOUNDED);
        }

        @Test
        void isNotGrantedToAnAccountWithRightsElsewhere() {
            for (String account : List.of("officer-beside", "auditor", "company-beside")) {
                scenario.as("admin-commune").when(granting(account)).isAboutSomethingAbsent("account", account);
            }
            scenario.as("admin-commune").given(granting("newcomer"));
        }

        @Test
        void isNotCorrectedForAnAccountWithRightsElsewhere() {
            CorrectGrant correction = new CorrectGrant(
                    RightsWorld.VIEWER, RightsWorld.GRANT_OF_THE_VIEWER, TODAY, null, RightsWorld.REASON);
            scenario.as("an");
            GrantId elsewhere = world.grant("viewer", Role.VIEWER, Area.of(RightsWorld.OTHER_COMMUNE), FOUNDED, null);

            scenario.as("admin-commune").when(correction).isAboutSomethingAbsent("account", RightsWorld.VIEWER);
            scenario.as("admin-beside").when(correction).isAboutSomethingAbsent("account", RightsWorld.VIEWER);
            scenario.as("an")
                    .given(new EndGrant(RightsWorld.VIEWER, elsewhere, TODAY.minusDays(1), RightsWorld.REASON));
            scenario.as("admin-commune").given(correction);
        }

        @Test
        void isGrantedToAnAccountWhoseRightsElsewhereHaveEnded() {
            scenario.as("an");
            world.grant("moved", Role.OFFICER, Area.of(RightsWorld.OTHER_COMMUNE), FOUNDED, TODAY.minusDays(1));

            scenario.as("admin-commune").given(granting("moved"));
        }
    }
}
