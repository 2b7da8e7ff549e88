package vn.soto.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.access.AccessRule.ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE;
import static vn.soto.domain.access.AccessRule.ACCOUNT_BELONGS_TO_A_MEMBER_OR_AN_OFFICE_HOLDER;
import static vn.soto.domain.access.AccessRule.ACCOUNT_BELONGS_TO_ONE_PERSON_AT_A_TIME;
import static vn.soto.domain.access.AccessRule.ACCOUNT_BELONGS_TO_SOMEBODY;
import static vn.soto.domain.access.AccessRule.AN_ADMINISTRATOR_OF_ALL_REMAINS;
import static vn.soto.domain.access.AccessRule.AREA_IS_ONE_UNIT_OR_ONE_ORGANISATION;
import static vn.soto.domain.access.AccessRule.END_SHORTENS_THE_GRANT;
import static vn.soto.domain.access.AccessRule.FIRST_ADMINISTRATOR_IS_RECORDED;
import static vn.soto.domain.access.AccessRule.GRANT_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.access.AccessRule.GRANT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.access.AccessRule.GRANT_HAS_AN_ID_OF_ITS_OWN;
import static vn.soto.domain.access.AccessRule.GRANT_IS_ONE_OF_THE_ACCOUNT;
import static vn.soto.domain.access.AccessRule.LINK_BEGINS_AFTER_THE_LAST_ENDED;
import static vn.soto.domain.access.AccessRule.LINK_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.access.AccessRule.OFFICER_OF_AN_ORGANISATION_HAS_AN_ORGANISATION;
import static vn.soto.domain.access.AccessRule.ONLY_AN_OFFICER_OF_AN_ORGANISATION_HAS_ONE;
import static vn.soto.domain.access.AccessRule.OPERATOR_HAS_NO_AREA;
import static vn.soto.domain.access.AccessRule.OWN_ACCESS_IS_CORRECTED_BY_SOMEBODY_ELSE;
import static vn.soto.domain.access.AccessRule.RESET_TAKES_TWO_PERSONS;
import static vn.soto.domain.access.AccessRule.ROLE_IS_GRANTED_ONCE_ON_AN_AREA;
import static vn.soto.domain.access.AccessRule.ROLE_IS_ONE_THAT_IS_GRANTED;
import static vn.soto.domain.access.AccessRule.UNIT_OF_A_GRANT_IS_IN_FORCE;
import static vn.soto.domain.plan.PlanRule.COMMAND_NEEDS_A_SECOND_PERSON;
import static vn.soto.domain.plan.PlanRule.PASSWORD_OF_THE_APPROVER_IS_NOT_FROM_THE_PROPOSER;
import static vn.soto.domain.plan.PlanRule.PASSWORD_OF_THE_PROPOSER_IS_NOT_FROM_THE_APPROVER;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_APPROVED_BY_SOMEONE_ELSE;
import static vn.soto.domain.plan.PlanRule.PROPOSER_AND_APPROVER_ARE_TWO_PERSONS;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.DeviceLocked;
import vn.soto.contracts.access.AccessEvent.DeviceUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.DeviceId;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.access.InternalAccessCommand.LockDevice;
import vn.soto.domain.access.InternalAccessCommand.ResetAccount;
import vn.soto.domain.access.InternalAccessCommand.UnlockDevice;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.plan.InternalPlanCommand.RecordPlanPart;
import vn.soto.domain.plan.InternalPlanCommand.SubmitPlan;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandRights;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

final class AccountTest extends SampleCommune {

    private static final String REASON = "Theo phân công của Ủy ban";
    private static final AccountId BINH = new AccountId("binh");
    private static final AccountId HOA = new AccountId("Hòa@xa-a");
    private static final GrantId GRANT = new GrantId("g-1");
    private static final GrantId SECOND = new GrantId("g-2");
    private static final HolderId HOLDER = new HolderId("holder-1");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate LATER = TODAY.plusDays(90);
    private static final Area IN_COMMUNE = Area.of(COMMUNE);

    /** An administrator, "an", who sends all commands if nothing else is said. */
    private final Scenario scenario =
            Scenario.at(NOW).given(units()).firstAdministrator("an", FOUNDED).as("an");

    private static GrantRole grant(AccountId account, GrantId id, Role role, @Nullable Area area, LocalDate from) {
        return new GrantRole(account, id, role, area, from, null, null, REASON);
    }

    private static GrantRole viewer(LocalDate from, @Nullable LocalDate last) {
        return new GrantRole(BINH, GRANT, Role.VIEWER, IN_COMMUNE, from, last, null, REASON);
    }

    private static GrantRole administrator(AccountId account, GrantId id) {
        return grant(account, id, Role.ADMINISTRATOR, null, TODAY);
    }

    private static EndGrant end(AccountId account, GrantId id, LocalDate last) {
        return new EndGrant(account, id, last, REASON);
    }

    private static LinkAccount link(AccountId account, LocalDate from) {
        return new LinkAccount(account, null, HOLDER, from, REASON);
    }

    private static CorrectGrant correct(GrantId id, LocalDate from, @Nullable LocalDate last) {
        return new CorrectGrant(BINH, id, from, last, REASON);
    }

    @Nested
    final class GrantingARole {

        @Test
        void namesTheAreaTheDaysAndTheDecision() {
            scenario.when(new GrantRole(
                            BINH, GRANT, Role.AUDITOR, Area.of(PROVINCE), TODAY, LATER, signedOn(YESTERDAY), REASON))
                    .decides(new RoleGranted(
                            BINH,
                            GRANT,
                            Role.AUDITOR,
                            Area.of(PROVINCE),
                            TODAY,
                            LATER,
                            signedOn(YESTERDAY),
                            GrantApproval.NOT_NEEDED));
        }

        @Test
        void anAreaThatIsLeftOutIsTheWhole() {
            scenario.when(grant(HOA, GRANT, Role.OPERATOR, null, TODAY))
                    .decides(new RoleGranted(
                            HOA, GRANT, Role.OPERATOR, Area.WHOLE, TODAY, null, null, GrantApproval.NOT_NEEDED));
        }

        @Test
        void aRightToApproveThatOneAdministratorGrantsAloneIsMarked() {
            scenario.when(grant(BINH, GRANT, Role.OFFICER, IN_COMMUNE, TODAY))
                    .decides(
                            new RoleGranted(
                                    BINH,
                                    GRANT,
                                    Role.OFFICER,
                                    IN_COMMUNE,
                                    TODAY,
                                    null,
                                    null,
                                    GrantApproval.BY_ONE_PERSON),
                            new RoleHolderListed(Role.OFFICER, BINH));
        }

        @Test
        void nobodyGrantsAnythingBeforeTheFirstAdministratorIsRecorded() {
            Scenario.at(NOW).given(units()).when(viewer(TODAY, null)).isRefusedBy(FIRST_ADMINISTRATOR_IS_RECORDED);
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"MEMBER", "LEADER"})
        void rightsOfMembersAndLeadersFollowTheirTeam(Role role) {
            scenario.when(grant(BINH, GRANT, role, null, TODAY)).isRefusedBy(ROLE_IS_ONE_THAT_IS_GRANTED);
        }

        /** Its name is kept for good; that of an issuer may be an e-mail address. */
        @Test
        void noAccountIsNamedAfterThePhoneOfItsPerson() {
            AccountId phone = new AccountId("Nguyễn Văn An 0912345678");

            scenario.when(grant(phone, GRANT, Role.AUDITOR, null, TODAY)).isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
            scenario.when(link(phone, TODAY)).isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
            scenario.given(link(new AccountId("an.nguyen@xa-a.example"), TODAY));
        }

        @Test
        void nobodyGrantsThemselvesARole() {
            scenario.when(grant(new AccountId("an"), GRANT, Role.AUDITOR, null, TODAY))
                    .isRefusedBy(ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE);
        }

        @Test
        void nobodyGrantsARoleToASecondAccountOfTheirOwn() {
            scenario.given(link(BINH, TODAY), administrator(BINH, GRANT), link(HOA, TODAY))
                    .as("binh")
                    .when(grant(HOA, SECOND, Role.AUDITOR, null, TODAY))
                    .isRefusedBy(ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE);
        }

        @Test
        void nobodyApprovesAGrantToThemselves() {
            scenario.approvedBy("binh")
                    .when(grant(BINH, GRANT, Role.OFFICER, IN_COMMUNE, TODAY))
                    .isRefusedBy(ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE);
        }

        @Test
        void anAreaIsThereAndSuitsTheRole() {
            Area both = new Area(COMMUNE, new OrganisationId("o-1"));
            Area union = Area.of(new OrganisationId("o-1"));

            scenario.when(grant(BINH, GRANT, Role.VIEWER, both, TODAY))
                    .isRefusedBy(AREA_IS_ONE_UNIT_OR_ONE_ORGANISATION);
            scenario.when(grant(BINH, GRANT, Role.VIEWER, union, TODAY))
                    .isRefusedBy(ONLY_AN_OFFICER_OF_AN_ORGANISATION_HAS_ONE);
            scenario.when(grant(BINH, GRANT, Role.ORGANISATION_OFFICER, IN_COMMUNE, TODAY))
                    .isRefusedBy(OFFICER_OF_AN_ORGANISATION_HAS_AN_ORGANISATION);
            scenario.when(grant(BINH, GRANT, Role.OPERATOR, IN_COMMUNE, TODAY)).isRefusedBy(OPERATOR_HAS_NO_AREA);
            scenario.when(grant(BINH, GRANT, Role.VIEWER, Area.of(NOWHERE), TODAY))
                    .isAboutSomethingAbsent("unit", NOWHERE);
            scenario.when(grant(BINH, GRANT, Role.ORGANISATION_OFFICER, union, TODAY))
                    .isAboutSomethingAbsent("organisation", "o-1");
            scenario.given(new RegisterOrganisation(
                            new OrganisationId("o-1"), "Đoàn Thanh niên xã", OrganisationKind.UNION))
                    .given(grant(BINH, GRANT, Role.ORGANISATION_OFFICER, union, TODAY));
        }

        @Test
        void aUnitIsInForceFromTheFirstDayOn() {
            UnitId late = new UnitId("u-late");
            scenario.given(new EstablishUnit(
                            late, UnitKind.HAMLET, "Đồng Tâm 3", null, COMMUNE, signedOn(FOUNDED), LATER))
                    .when(grant(BINH, GRANT, Role.VIEWER, Area.of(late), TODAY))
                    .isRefusedBy(UNIT_OF_A_GRANT_IS_IN_FORCE, TODAY);
            scenario.given(grant(BINH, GRANT, Role.VIEWER, Area.of(late), LATER));
        }

        @Test
        void theDaysMakeSense() {
            scenario.when(viewer(TODAY, YESTERDAY)).isRefusedBy(GRANT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY, TODAY);
            scenario.given(viewer(TODAY, TODAY));
        }

        @Test
        void aRoleIsGrantedOnceOnAnAreaOnADay() {
            scenario.given(viewer(TODAY, LATER))
                    .when(grant(BINH, GRANT, Role.AUDITOR, IN_COMMUNE, TODAY))
                    .isRefusedBy(GRANT_HAS_AN_ID_OF_ITS_OWN);
            scenario.when(grant(BINH, SECOND, Role.VIEWER, IN_COMMUNE, LATER))
                    .isRefusedBy(ROLE_IS_GRANTED_ONCE_ON_AN_AREA, TODAY);
            scenario.given(grant(BINH, SECOND, Role.VIEWER, IN_COMMUNE, LATER.plusDays(1)));
        }
    }

    @Nested
    final class LosingADevice {

        private static final DeviceId PHONE = new DeviceId("phone-1");

        @Test
        void locksAndUnlocksIt() {
            scenario.when(new LockDevice(HOA, PHONE)).decides(new DeviceLocked(HOA, PHONE));
            scenario.given(new LockDevice(HOA, PHONE))
                    .when(new UnlockDevice(HOA, PHONE))
                    .decides(new DeviceUnlocked(HOA, PHONE));
        }
    }

    @Nested
    final class SeparatePersons {

        private final Scenario two = scenario.given(administrator(BINH, GRANT));
        private int plans;

        @Test
        void grantingARightToApproveTakesTwoOnceThereAreTwoAdministrators() {
            two.when(grant(HOA, SECOND, Role.OFFICER, IN_COMMUNE, TODAY))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "grant-role");
            two.when(administrator(HOA, SECOND)).isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "grant-role");
            two.approvedBy("binh")
                    .when(grant(HOA, SECOND, Role.OFFICER, IN_COMMUNE, TODAY))
                    .decides(
                            new RoleGranted(
                                    HOA,
                                    SECOND,
                                    Role.OFFICER,
                                    IN_COMMUNE,
                                    TODAY,
                                    null,
                                    null,
                                    GrantApproval.BY_TWO_PERSONS),
                            new RoleHolderListed(Role.OFFICER, HOA));
        }

        @Test
        void theRolesThatTakeTwoAreThoseThatApprovePlans() {
            assertThat(Stream.of(Role.values()).filter(Role::mayApprove))
                    .containsExactlyElementsOf(CommandRights.thatMayIssue(List.of(ApprovePlan.class)));
        }

        @Test
        void aRoleThatApprovesNothingTakesOne() {
            two.given(grant(HOA, SECOND, Role.VIEWER, null, TODAY));
        }

        @Test
        void twoAccountsOfOnePersonAreOneAdministrator() {
            linkedToOnePerson();

            two.as("an").given(grant(HOA, SECOND, Role.OFFICER, IN_COMMUNE, TODAY));
        }

        /** An administrator of a commune makes an account, calls it another administrator's, and ends that one's right by it. */
        @Test
        void aLinkThatOnePersonAloneMadeOpensNothing() {
            AccountId neighbour = new AccountId("neighbour");
            AccountId made = new AccountId("made");
            scenario.onTheMachine(new GrantEnded(BINH, GRANT, YESTERDAY))
                    .given(grant(HOA, SECOND, Role.ADMINISTRATOR, IN_COMMUNE, TODAY), link(HOA, TODAY))
                    .given(grant(neighbour, SECOND, Role.ADMINISTRATOR, IN_COMMUNE, TODAY))
                    .as(neighbour.value())
                    .given(grant(made, SECOND, Role.ADMINISTRATOR, IN_COMMUNE, TODAY), link(made, TODAY));

            scenario.as(made.value())
                    .when(end(HOA, SECOND, TODAY))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "end-grant");
            scenario.when(new UnlinkAccount(HOA, TODAY, REASON))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "unlink-account");
            scenario.when(new ResetAccount(HOA, null, false)).isRefusedBy(RESET_TAKES_TWO_PERSONS);
        }

        private void linkedToOnePerson() {
            two.approvedBy("chi")
                    .as("an")
                    .given(link(BINH, TODAY))
                    .as("binh")
                    .given(link(new AccountId("an"), TODAY))
                    .alone();
        }

        @Test
        void changingTheAccountOfAnotherHolderOfARightToApproveTakesTwo() {
            AccountId an = new AccountId("an");
            two.as("binh")
                    .when(end(an, new GrantId("first"), TODAY))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "end-grant");
            two.when(new CorrectGrant(an, new GrantId("first"), TODAY, null, REASON))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "correct-grant");
            two.when(link(an, TODAY)).isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "link-account");
            two.as("an").when(end(BINH, GRANT, TODAY)).isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "end-grant");
            two.as("binh").given(end(BINH, GRANT, LATER));
        }

        @Test
        void lengtheningOrShorteningARightToApproveTakesTwo() {
            two.approvedBy("binh")
                    .given(new GrantRole(HOA, SECOND, Role.OFFICER, IN_COMMUNE, TODAY, LATER, null, REASON))
                    .alone()
                    .when(new CorrectGrant(HOA, SECOND, TODAY, null, REASON))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "correct-grant");
            two.when(new CorrectGrant(HOA, SECOND, TODAY.plusDays(1), LATER, REASON))
                    .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "correct-grant");
            two.when(end(HOA, SECOND, TODAY)).isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "end-grant");
            two.approvedBy("binh")
                    .when(new CorrectGrant(HOA, SECOND, TODAY.plusDays(1), LATER, REASON))
                    .decides(new GrantCorrected(HOA, SECOND, TODAY.plusDays(1), LATER, GrantApproval.BY_TWO_PERSONS));
        }

        @Test
        void correctingARightToApproveTakesTwoWhomTheLedgerTellsApart() {
            GrantId first = new GrantId("first");
            AccountId chi = new AccountId("chi");
            two.administrators(FOUNDED, "chi", "dung");
            for (CorrectGrant correction : List.of(
                    new CorrectGrant(chi, first, FOUNDED, LATER, REASON),
                    new CorrectGrant(chi, first, TODAY.plusDays(1), null, REASON),
                    new CorrectGrant(chi, first, FOUNDED.minusDays(1), null, REASON))) {
                PlanId plan = proposed("an", correction);

                two.as("binh").when(new ApprovePlan(plan, null)).isRefusedBy(PROPOSER_AND_APPROVER_ARE_TWO_PERSONS);
                two.as("dung").given(new ApprovePlan(plan, null));
                two.as("an").when(correction).isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "correct-grant");
                two.approvedBy("dung").given(correction).alone();
            }
        }

        @Test
        void whoApprovesDidNotResetThePasswordOfTheProposerAlone() {
            two.given(link(HOA, TODAY))
                    .administrators(FOUNDED, "chi")
                    .as("chi")
                    .given(new ResetAccount(HOA, null, false));
            ApprovePlan approve = new ApprovePlan(proposed(HOA.value(), viewer(TODAY, null)), null);

            two.as("an").when(approve).isRefusedBy(PROPOSER_AND_APPROVER_ARE_TWO_PERSONS);
            two.as("chi").when(approve).isRefusedBy(PASSWORD_OF_THE_PROPOSER_IS_NOT_FROM_THE_APPROVER);
            two.as("an").given(new ResetAccount(HOA, null, false));
            PlanId again = proposed(HOA.value(), viewer(TODAY, null));
            two.as("chi").given(new ApprovePlan(again, null));
        }

        @Test
        void whoProposesDidNotResetThePasswordOfTheApproverAlone() {
            two.given(link(HOA, TODAY))
                    .administrators(FOUNDED, "chi")
                    .as("chi")
                    .given(new ResetAccount(HOA, null, false));
            two.approvedBy("binh").as("an").given(administrator(HOA, SECOND)).alone();
            PlanId plan = proposed("chi", viewer(TODAY, null));

            two.as(HOA.value())
                    .when(new ApprovePlan(plan, null))
                    .isRefusedBy(PASSWORD_OF_THE_APPROVER_IS_NOT_FROM_THE_PROPOSER);
            two.onTheMachine(new AccountConfirmed(HOA)).as(HOA.value()).given(new ApprovePlan(plan, null));
        }

        private PlanId proposed(String by, AccessCommand command) {
            PlanId plan = new PlanId("plan-" + ++plans);
            List<PlanStep> steps = List.of(new PlanStep(0, Command.nameOf(command.getClass()), "{}"));
            String digest = PlanDigest.of(PlanDigest.NONE, steps);
            two.planning(command)
                    .as(by)
                    .given(
                            new RecordPlanPart(plan, 0, 0, PlanDigest.NONE, steps, "ab".repeat(16)),
                            new SubmitPlan(
                                    plan,
                                    PlanKind.PROPOSAL,
                                    1,
                                    1,
                                    digest,
                                    List.of(steps.getFirst().command()),
                                    null));
            return plan;
        }

        /** Whoever ends the right of an administrator meanwhile makes the grant conflict. */
        @Test
        void theAccountsThatWereAskedAreGuarded() {
            List<String> guarded = new ArrayList<>();
            Scenario watched =
                    new Scenario(Clock.fixed(NOW, ZoneOffset.UTC), DefaultPolicy.standard(), ledger -> draft -> {
                        draft.guards().forEach(guard -> guarded.add(guard.aggregate()));
                        return ledger.append(draft);
                    });
            watched.given(units()).firstAdministrator("an", FOUNDED).as("an").given(administrator(BINH, GRANT));
            guarded.clear();

            watched.approvedBy("binh").given(grant(HOA, SECOND, Role.OFFICER, IN_COMMUNE, TODAY));

            assertThat(guarded)
                    .contains("role-holders:administrator", "account:an", "account:binh", COMMUNE.value())
                    .doesNotContain("account:Hòa@xa-a");
        }

        @Test
        void whoApprovesIsAnotherPersonAndNotOnlyAnotherAccount() {
            PlanId plan = new PlanId("plan-1");
            List<PlanStep> steps = List.of(new PlanStep(1, "register-household", "{}"));
            String digest = PlanDigest.of(PlanDigest.NONE, steps);
            linkedToOnePerson();
            two.as("an")
                    .given(
                            new RecordPlanPart(plan, 0, 0, PlanDigest.NONE, steps, "ab".repeat(16)),
                            new SubmitPlan(plan, PlanKind.PROPOSAL, 1, 1, digest, List.of("register-household"), null));

            two.as("binh").when(new ApprovePlan(plan, null)).isRefusedBy(PLAN_IS_APPROVED_BY_SOMEONE_ELSE);
            two.administrators(FOUNDED, "chi").as("chi").given(new ApprovePlan(plan, null));
        }

        @Test
        void aPlanWithGrantsWaitsForASecondPerson() {
            PlanId plan = new PlanId("plan-1");
            List<PlanStep> steps = List.of(new PlanStep(1, "grant-role", "{}"));
            SubmitPlan submission = new SubmitPlan(
                    plan, PlanKind.IMPORT, 1, 1, PlanDigest.of(PlanDigest.NONE, steps), List.of("grant-role"), null);
            two.given(new RecordPlanPart(plan, 0, 0, PlanDigest.NONE, steps, "ab".repeat(16)));

            assertThat(two.send(submission).getFirst()).hasFieldOrPropertyWithValue("needsApproval", true);
        }
    }

    @Nested
    final class EndingAGrant {

        @Test
        void namesItsLastDay() {
            scenario.given(viewer(TODAY, null))
                    .when(end(BINH, GRANT, LATER))
                    .decides(new GrantEnded(BINH, GRANT, LATER));
        }

        @Test
        void theDayBeforeTheFirstTakesItBackAndNoEarlierOne() {
            scenario.given(viewer(TODAY, null))
                    .when(end(BINH, GRANT, YESTERDAY.minusDays(1)))
                    .isRefusedBy(GRANT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY, TODAY);
            scenario.given(end(BINH, GRANT, YESTERDAY), grant(BINH, SECOND, Role.VIEWER, IN_COMMUNE, TODAY));
        }

        @Test
        void onlyShortens() {
            scenario.given(viewer(TODAY, LATER))
                    .when(end(BINH, GRANT, LATER))
                    .isRefusedBy(END_SHORTENS_THE_GRANT, LATER);
            scenario.given(end(BINH, GRANT, LATER.minusDays(1)));
        }

        @Test
        void isAboutAGrantOfTheAccount() {
            scenario.given(viewer(TODAY, null)).when(end(BINH, SECOND, LATER)).isRefusedBy(GRANT_IS_ONE_OF_THE_ACCOUNT);
        }

        @Test
        void theLastAdministratorRemains() {
            GrantId first = new GrantId("first");
            AccountId an = new AccountId("an");

            scenario.when(end(an, first, TODAY)).isRefusedBy(AN_ADMINISTRATOR_OF_ALL_REMAINS);
            scenario.given(grant(BINH, GRANT, Role.ADMINISTRATOR, Area.of(PROVINCE), TODAY))
                    .when(end(an, first, TODAY))
                    .isRefusedBy(AN_ADMINISTRATOR_OF_ALL_REMAINS);
            scenario.given(grant(BINH, SECOND, Role.ADMINISTRATOR, null, LATER))
                    .when(end(an, first, LATER.minusDays(2)))
                    .isRefusedBy(AN_ADMINISTRATOR_OF_ALL_REMAINS);
            scenario.given(end(an, first, LATER.minusDays(1)))
                    .when(end(BINH, SECOND, LATER.plusYears(1)))
                    .isRefusedBy(AN_ADMINISTRATOR_OF_ALL_REMAINS);
        }
    }

    @Nested
    final class CorrectingAGrant {

        @Test
        void statesTheRightDays() {
            scenario.given(viewer(TODAY, LATER))
                    .when(correct(GRANT, YESTERDAY, null))
                    .decides(new GrantCorrected(BINH, GRANT, YESTERDAY, null, GrantApproval.NOT_NEEDED));
        }

        @Test
        void changesSomethingAndKeepsTheDaysInOrder() {
            scenario.given(viewer(TODAY, LATER))
                    .when(correct(GRANT, TODAY, LATER))
                    .isRefusedBy(GRANT_CORRECTION_CHANGES_SOMETHING);
            scenario.when(correct(GRANT, TODAY, YESTERDAY)).isRefusedBy(GRANT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY, TODAY);
        }

        @Test
        void reachesIntoNoOtherGrantOfTheRole() {
            scenario.given(viewer(TODAY, LATER), grant(BINH, SECOND, Role.VIEWER, IN_COMMUNE, LATER.plusDays(1)))
                    .when(correct(GRANT, TODAY, LATER.plusDays(1)))
                    .isRefusedBy(ROLE_IS_GRANTED_ONCE_ON_AN_AREA, LATER.plusDays(1));
        }

        @Test
        void nobodyCorrectsTheirOwnGrant() {
            scenario.given(administrator(BINH, GRANT))
                    .as("binh")
                    .when(correct(GRANT, TODAY, LATER))
                    .isRefusedBy(OWN_ACCESS_IS_CORRECTED_BY_SOMEBODY_ELSE);
        }

        @Test
        void leavesAnAdministrator() {
            scenario.given(administrator(BINH, GRANT))
                    .as("binh")
                    .approvedBy("chi")
                    .given(new CorrectGrant(new AccountId("an"), new GrantId("first"), FOUNDED, TODAY, REASON))
                    .as("an")
                    .when(correct(GRANT, TODAY, LATER))
                    .isRefusedBy(AN_ADMINISTRATOR_OF_ALL_REMAINS);
        }
    }

    @Nested
    final class LinkingAnAccount {

        @Test
        void namesAMemberOrTheHolderOfAnOffice() {
            scenario.when(new LinkAccount(HOA, LAN, null, TODAY, REASON))
                    .decides(
                            new AccountLinked(HOA, LinkedPerson.of(LAN), TODAY),
                            new AccountLinkConfirmed(HOA, List.of(Area.WHOLE)));
            scenario.when(link(BINH, TODAY)).decides(new AccountLinked(BINH, LinkedPerson.of(HOLDER), TODAY));
            scenario.when(new LinkAccount(HOA, LAN, HOLDER, TODAY, REASON))
                    .isRefusedBy(ACCOUNT_BELONGS_TO_A_MEMBER_OR_AN_OFFICE_HOLDER);
            scenario.when(new LinkAccount(HOA, null, null, TODAY, REASON))
                    .isRefusedBy(ACCOUNT_BELONGS_TO_A_MEMBER_OR_AN_OFFICE_HOLDER);
        }

        @Test
        void isPreparedBeforeTheFirstAdministratorIsRecorded() {
            Scenario.at(NOW).given(link(BINH, TODAY));
        }

        @Test
        void nobodyLinksTheirOwnAccount() {
            scenario.when(link(new AccountId("an"), TODAY)).isRefusedBy(ACCESS_IS_GIVEN_BY_SOMEBODY_ELSE);
        }

        @Test
        void anAccountBelongsToOnePersonAtATime() {
            scenario.given(link(BINH, TODAY))
                    .when(new LinkAccount(BINH, LAN, null, LATER, REASON))
                    .isRefusedBy(ACCOUNT_BELONGS_TO_ONE_PERSON_AT_A_TIME);
            scenario.given(new UnlinkAccount(BINH, LATER, REASON))
                    .when(new LinkAccount(BINH, LAN, null, LATER, REASON))
                    .isRefusedBy(LINK_BEGINS_AFTER_THE_LAST_ENDED, LATER);
            scenario.given(new LinkAccount(BINH, LAN, null, LATER.plusDays(1), REASON));
        }

        @Test
        void anEndNamesThePersonAndMakesSense() {
            scenario.given(link(BINH, TODAY))
                    .when(new UnlinkAccount(BINH, YESTERDAY.minusDays(1), REASON))
                    .isRefusedBy(LINK_ENDS_ON_OR_AFTER_ITS_FIRST_DAY, TODAY);
            scenario.when(new UnlinkAccount(BINH, TODAY, REASON))
                    .decides(new AccountUnlinked(BINH, LinkedPerson.of(HOLDER), TODAY, null));
            scenario.when(new UnlinkAccount(BINH, TODAY, REASON)).isRefusedBy(ACCOUNT_BELONGS_TO_SOMEBODY);
        }

        @Test
        void aLinkThatWasTakenBackHasNoEndToMove() {
            scenario.given(link(BINH, TODAY), new UnlinkAccount(BINH, YESTERDAY, REASON))
                    .when(new UnlinkAccount(BINH, YESTERDAY.minusDays(2), REASON))
                    .isRefusedBy(ACCOUNT_BELONGS_TO_SOMEBODY);
        }

        @Test
        void nobodyUnlinksTheirOwnAccount() {
            scenario.given(link(BINH, TODAY))
                    .as("binh")
                    .when(new UnlinkAccount(BINH, TODAY, REASON))
                    .isRefusedBy(OWN_ACCESS_IS_CORRECTED_BY_SOMEBODY_ELSE);
        }
    }
}
