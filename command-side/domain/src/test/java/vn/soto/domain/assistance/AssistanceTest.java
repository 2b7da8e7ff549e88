package vn.soto.domain.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_NOT_VOIDED;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_VOIDED;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_NAMES_NOT_TOO_MANY_SERVICES;
import static vn.soto.domain.assistance.AssistanceRule.CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.assistance.AssistanceRule.FOLLOW_UP_COMES_AFTER_THE_HELP;
import static vn.soto.domain.assistance.AssistanceRule.FOLLOW_UP_IS_BY_A_MEMBER_ON_THAT_DAY;
import static vn.soto.domain.assistance.AssistanceRule.FOLLOW_UP_IS_BY_A_TEAM_THAT_WORKS_THERE;
import static vn.soto.domain.assistance.AssistanceRule.FOLLOW_UP_IS_PLANNED_FOR_A_LATER_DAY;
import static vn.soto.domain.assistance.AssistanceRule.FOLLOW_UP_IS_PLANNED_WHERE_IT_IS_NEEDED;
import static vn.soto.domain.assistance.AssistanceRule.HELPERS_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_BUSINESS;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.assistance.AssistanceRule.LATE_RECORD_SAYS_WHY;
import static vn.soto.domain.assistance.AssistanceRule.NOTE_IS_ABOUT_WHOM_WAS_HELPED;
import static vn.soto.domain.assistance.AssistanceRule.OUTCOME_IS_STATED;
import static vn.soto.domain.assistance.AssistanceRule.PROCEDURE_CODE_HAS_THE_NATIONAL_FORM;
import static vn.soto.domain.assistance.AssistanceRule.PROCEDURE_IS_NAMED_WHERE_A_SERVICE_NEEDS_ONE;
import static vn.soto.domain.assistance.AssistanceRule.SERVICES_ARE_IN_THE_CATALOGUE_OF_THAT_DAY;
import static vn.soto.domain.assistance.AssistanceRule.VERIFICATION_COMES_AFTER_THE_HELP;
import static vn.soto.domain.assistance.AssistanceRule.VERIFIER_IS_NONE_OF_THE_HELPERS;
import static vn.soto.domain.assistance.AssistanceRule.WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RestoreAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VerifyAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;

final class AssistanceTest extends SampleCommune {

    private static final String REASON = "Nhập nhầm ngày";
    private static final Instant YESTERDAY = at(TODAY.minusDays(1), "18:00");
    private static final Beneficiary HOUSEHOLD_1 = Beneficiary.of(HOUSEHOLD, HAMLET);
    private static final HouseholdFirstHelped FIRST_HELP = new HouseholdFirstHelped(HOUSEHOLD, HAMLET, TEAM, null);
    private static final Sealed NOTE = new Sealed("c2VhbGVkLWZvci10aGUtaG91c2Vob2xk");

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET));

    @Nested
    final class RecordingAssistance {

        @Test
        void takesTheUnitFromTheHousehold() {
            scenario.when(record(YESTERDAY, HUNG, LAN, HUNG))
                    .decides(
                            recorded(
                                    HOUSEHOLD_1,
                                    content(YESTERDAY),
                                    null,
                                    new CreditShare(HUNG, 50),
                                    new CreditShare(LAN, 50)),
                            FIRST_HELP);
        }

        @Test
        void acceptsAClockTwoMinutesAheadAndNotMore() {
            Instant ahead = NOW.plus(Duration.ofMinutes(2));

            scenario.when(record(ahead.plusMillis(1), LAN)).isRefusedBy(ASSISTANCE_IS_NOT_IN_THE_FUTURE);
            scenario.given(record(ahead, LAN));
        }

        @Test
        void acceptsHelpGivenMonthsAgo() {
            scenario.given(late(content(at(FOUNDED, "00:00")), REASON));
        }

        @Test
        void beginsWithTheFirstDayOfTheCalendarInVietnam() {
            scenario.when(record(at(Days.FIRST, "00:00"), LAN))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, Days.FIRST);
        }

        @Test
        void refusesAPersonalNumberAsId() {
            AssistanceId id = new AssistanceId("a-0912345678");

            scenario.when(new RecordAssistance(id, TEAM, HOUSEHOLD, List.of(LAN), content(YESTERDAY)))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void refusesNoHelperAndMoreThanTen() {
            MemberId[] eleven =
                    Stream.concat(Stream.of(LAN, HUNG, MAI), volunteers(8)).toArray(MemberId[]::new);
            volunteers(8).forEach(volunteer -> scenario.given(enrol(volunteer)));

            scenario.when(record(YESTERDAY)).isRefusedBy(ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS, 10);
            scenario.when(record(YESTERDAY, eleven)).isRefusedBy(ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS, 10);
            scenario.given(record(YESTERDAY, Stream.of(eleven).limit(10).toArray(MemberId[]::new)));
        }

        @Test
        void refusesAHelperOfNoOrAnotherTeam() {
            scenario.when(record(YESTERDAY, LAN, TUAN))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, TODAY.minusDays(1));
        }

        @Test
        void countsTheDayOfMembershipInVietnam() {
            LocalDate lastDay = TODAY.minusDays(3);
            scenario.given(end(MAI, lastDay));

            scenario.when(record(at(lastDay.plusDays(1), "00:00"), MAI))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, lastDay.plusDays(1));
            scenario.given(record(at(lastDay, "23:59"), MAI));
        }

        @Test
        void acceptsWhatSomebodyRemovedSinceDidOffline() {
            scenario.given(end(LAN, TODAY.minusDays(1)))
                    .when(record(YESTERDAY, LAN))
                    .decides(recorded(HOUSEHOLD_1, content(YESTERDAY), null, new CreditShare(LAN, 100)), FIRST_HELP);
        }

        @Test
        void refusesHelpBeforeTheTeamBegan() {
            scenario.when(record(at(FOUNDED.minusDays(1), "23:59"), LAN))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, FOUNDED.minusDays(1));
        }

        @Test
        void refusesAHouseholdOutsideTheCoverage() {
            HouseholdId far = new HouseholdId("h-far");
            scenario.given(register(far, FAR_HAMLET))
                    .when(new RecordAssistance(ASSISTANCE, TEAM, far, List.of(LAN), content(YESTERDAY)))
                    .isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
        }

        @Test
        void missesAHouseholdOrTeamThatDoesNotExist() {
            HouseholdId nobody = new HouseholdId("h-none");
            TeamId none = new TeamId("team-none");

            scenario.when(new RecordAssistance(ASSISTANCE, TEAM, nobody, List.of(LAN), content(YESTERDAY)))
                    .isAboutSomethingAbsent("household", nobody);
            scenario.when(new RecordAssistance(ASSISTANCE, none, HOUSEHOLD, List.of(LAN), content(YESTERDAY)))
                    .isAboutSomethingAbsent("team", none);
        }

        private static Stream<MemberId> volunteers(int count) {
            return IntStream.range(0, count).mapToObj(i -> new MemberId("m-volunteer-" + i));
        }
    }

    /**
     * The event holds the member responsible at the time of recording; a member who became responsible after the help
     * follows up.
     */
    @Nested
    final class RecordingHelpToAHouseholdOfSomebody {

        private final TeamId other = new TeamId("team-3");

        @Test
        void saysWhoIsResponsible() {
            scenario.given(assignTo(LAN))
                    .when(record(YESTERDAY, HUNG))
                    .decides(
                            recorded(
                                    HOUSEHOLD_1,
                                    content(YESTERDAY),
                                    new Responsible(TEAM, LAN),
                                    new CreditShare(HUNG, 100)),
                            FIRST_HELP);
        }

        @Test
        void goesToWhomTheHouseholdPassedMeanwhile() {
            Responsible tuan = new Responsible(other, TUAN);
            scenario.given(
                            assignTo(LAN),
                            form(other, HAMLET, TUAN, HUNG, MAI),
                            new ReassignHousehold(HOUSEHOLD, other, TUAN, TODAY))
                    .when(record(YESTERDAY, LAN))
                    .decides(
                            recorded(HOUSEHOLD_1, content(YESTERDAY), tuan, new CreditShare(LAN, 100)),
                            new AssistanceRouted(ASSISTANCE, TEAM, HOUSEHOLD_1, tuan, TODAY),
                            FIRST_HELP);
        }

        @Test
        void warnsThatItGoesThere() {
            scenario.given(assignTo(LAN), new ReassignHousehold(HOUSEHOLD, TEAM, MAI, TODAY))
                    .when(record(YESTERDAY, LAN))
                    .warns(new Warning(Code.ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER, List.of(MAI.value(), TODAY)));
        }

        @Test
        void staysWithTheHelperWhenThePassingWasNotMeanwhile() {
            scenario.given(assignTo(LAN), new ReassignHousehold(HOUSEHOLD, TEAM, MAI, TODAY.minusDays(1)))
                    .when(record(YESTERDAY, LAN))
                    .warns();
        }

        @Test
        void staysWithTheHelperWhoGotTheHouseholdMeanwhile() {
            scenario.given(assignTo(LAN), new ReassignHousehold(HOUSEHOLD, TEAM, MAI, TODAY))
                    .when(record(YESTERDAY, LAN, MAI))
                    .warns();
        }
    }

    @Nested
    final class RecordingHelpToOthers {

        private final Beneficiary business = Beneficiary.of(BUSINESS, HAMLET);

        @Test
        void takesTheUnitFromTheBusiness() {
            scenario.given(registered(HAMLET))
                    .when(help(null, BUSINESS, null))
                    .decides(recorded(business, content(YESTERDAY), null, new CreditShare(LAN, 100)));
        }

        @Test
        void refusesABusinessOutsideTheCoverageOrThatDoesNotExist() {
            scenario.given(registered(FAR_HAMLET))
                    .when(help(null, BUSINESS, null))
                    .isRefusedBy(HELPING_TEAM_COVERS_BUSINESS);
            scenario.when(help(null, new BusinessId("b-none"), null)).isAboutSomethingAbsent("business", "b-none");
        }

        @Test
        void countsAWalkInInAUnitOfTheTeam() {
            scenario.when(help(null, null, HAMLET))
                    .decides(recorded(Beneficiary.walkIn(HAMLET), content(YESTERDAY), null, new CreditShare(LAN, 100)));
        }

        @Test
        void refusesAWalkInElsewhere() {
            scenario.when(help(null, null, FAR_HAMLET)).isRefusedBy(WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS);
            scenario.when(help(null, null, NOWHERE)).isRefusedBy(WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS);
        }

        @Test
        void refusesNobodyAndTwoAtOnce() {
            scenario.when(help(null, null, null)).isRefusedBy(ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY);
            scenario.when(help(HOUSEHOLD, null, HAMLET)).isRefusedBy(ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY);
            scenario.when(help(HOUSEHOLD, BUSINESS, null)).isRefusedBy(ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY);
        }

        private static RecordAssistance help(
                @Nullable HouseholdId household, @Nullable BusinessId business, @Nullable UnitId walkIn) {
            return new RecordAssistance(
                    ASSISTANCE, TEAM, household, business, walkIn, List.of(LAN), content(YESTERDAY), null, null);
        }

        private static RegisterBusiness registered(UnitId unit) {
            return new RegisterBusiness(BUSINESS, BusinessKind.COOPERATIVE, unit, "HTX-1", null);
        }
    }

    @Nested
    final class StatingWhatWasHelpedWith {

        @Test
        void takesTheCategoryFromTheCatalogue() {
            AssistanceContent stated = services("passport", "residence", "online-payment");

            assertThat(scenario.send(help(stated)))
                    .first()
                    .isInstanceOfSatisfying(
                            AssistanceRecorded.class,
                            recorded -> assertThat(recorded.categories())
                                    .containsExactly(
                                            ServiceCategory.ONLINE_PUBLIC_SERVICE, ServiceCategory.DIGITAL_PAYMENT));
        }

        @Test
        void refusesAServiceTheCatalogueOfThatDayDoesNotHave() {
            scenario.when(help(services("passport", "flying-licence")))
                    .isRefusedBy(SERVICES_ARE_IN_THE_CATALOGUE_OF_THAT_DAY, "flying-licence", TODAY.minusDays(1));
        }

        @Test
        void goesByTheCatalogueOfTheDayOfTheHelp() {
            ServiceCode drone = new ServiceCode("drone-farming");
            scenario.given(new AdoptServiceCatalogue(
                    List.of(new Service(
                            drone,
                            "Máy bay nông nghiệp",
                            "Drones in farming",
                            ServiceCategory.AI_FOR_BUSINESS,
                            TODAY,
                            null,
                            false)),
                    signedOn(FOUNDED),
                    TODAY));

            scenario.when(help(services("drone-farming")))
                    .isRefusedBy(SERVICES_ARE_IN_THE_CATALOGUE_OF_THAT_DAY, "drone-farming", TODAY.minusDays(1));
            scenario.when(help(content(NOW)))
                    .isRefusedBy(SERVICES_ARE_IN_THE_CATALOGUE_OF_THAT_DAY, VNEID.value(), TODAY);
            scenario.given(help(content(YESTERDAY)));
            scenario.given(new RecordAssistance(
                    new AssistanceId("a-2"),
                    TEAM,
                    HOUSEHOLD,
                    List.of(LAN),
                    new AssistanceContent(List.of(drone), Channel.CLASS, Mode.DEMONSTRATED, NOW)));
        }

        @Test
        void refusesMoreServicesThanTwenty() {
            scenario.when(help(services(
                            IntStream.range(0, 21).mapToObj(i -> "s-" + i).toArray(String[]::new))))
                    .isRefusedBy(ASSISTANCE_NAMES_NOT_TOO_MANY_SERVICES, 20);
        }

        @ParameterizedTest
        @CsvSource({"1.004194", "2.002206.000.00.00.H09"})
        void namesTheProcedureWhereAServiceNeedsOne(String procedure) {
            scenario.given(help(procedure(procedure, "public-service-procedure", "online-payment")));
        }

        @Test
        void refusesAProcedureThatIsMissingOrNotNeeded() {
            scenario.when(help(procedure(null, "public-service-procedure")))
                    .isRefusedBy(PROCEDURE_IS_NAMED_WHERE_A_SERVICE_NEEDS_ONE);
            scenario.when(help(procedure("1.004194", "passport")))
                    .isRefusedBy(PROCEDURE_IS_NAMED_WHERE_A_SERVICE_NEEDS_ONE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "1.00419", "1.0041945", "079203001234", "1.004194.000.00.00.h09", "hộ chiếu"})
        void refusesWhatIsNoCodeOfAProcedure(String procedure) {
            scenario.when(help(procedure(procedure, "public-service-procedure")))
                    .isRefusedBy(PROCEDURE_CODE_HAS_THE_NATIONAL_FORM);
        }

        @Test
        void saysWhatCameOfIt() {
            scenario.when(help(outcome(AssistanceOutcome.UNSTATED, null))).isRefusedBy(OUTCOME_IS_STATED);
            scenario.when(help(outcome(AssistanceOutcome.NEEDS_FOLLOW_UP, null)))
                    .isRefusedBy(FOLLOW_UP_IS_PLANNED_WHERE_IT_IS_NEEDED);
            scenario.given(help(outcome(AssistanceOutcome.NEEDS_FOLLOW_UP, TODAY)));
        }

        @Test
        void plansToLookAgainOnALaterDay() {
            scenario.when(help(outcome(AssistanceOutcome.DONE, TODAY.minusDays(1))))
                    .isRefusedBy(FOLLOW_UP_IS_PLANNED_FOR_A_LATER_DAY, TODAY.minusDays(1));
        }

        @Test
        void keepsANoteOfWhoeverIsKnown() {
            assertThat(scenario.send(new RecordAssistance(
                            ASSISTANCE, TEAM, HOUSEHOLD, null, null, List.of(LAN), content(YESTERDAY), NOTE, null)))
                    .first()
                    .isInstanceOfSatisfying(
                            AssistanceRecorded.class,
                            recorded -> assertThat(recorded.note()).isEqualTo(NOTE));
            scenario.when(new RecordAssistance(
                            ASSISTANCE, TEAM, null, null, HAMLET, List.of(LAN), content(YESTERDAY), NOTE, null))
                    .isRefusedBy(NOTE_IS_ABOUT_WHOM_WAS_HELPED);
        }

        private static AssistanceContent services(String... codes) {
            return procedure(null, codes);
        }

        private static AssistanceContent procedure(@Nullable String procedure, String... codes) {
            return new AssistanceContent(
                    Stream.of(codes).map(ServiceCode::new).toList(),
                    procedure,
                    Channel.ZALO,
                    Mode.SELF_PERFORMED,
                    AssistanceOutcome.DONE,
                    YESTERDAY,
                    null);
        }

        private static AssistanceContent outcome(AssistanceOutcome outcome, @Nullable LocalDate followUp) {
            return new AssistanceContent(
                    List.of(VNEID), null, Channel.ZALO, Mode.SELF_PERFORMED, outcome, YESTERDAY, followUp);
        }
    }

    /** The policy allows 30 days. */
    @Nested
    final class RecordingLate {

        private final LocalDate lastInTime = TODAY.minusDays(30);
        private final AssistanceContent tooLate = content(at(TODAY.minusDays(31), "23:59"));

        @Test
        void needsAReasonAfterTheDaysThePolicyAllows() {
            scenario.when(help(tooLate)).isRefusedBy(LATE_RECORD_SAYS_WHY, TODAY.minusDays(31), 30);
            scenario.when(late(tooLate, "Điện thoại 0912345678 hỏng")).isRefusedBy(REASON_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void isFlagged() {
            scenario.when(late(tooLate, REASON))
                    .decides(
                            recorded(HOUSEHOLD_1, tooLate, null, new CreditShare(LAN, 100)),
                            new AssistanceFlaggedLate(ASSISTANCE, TEAM, HOUSEHOLD_1, TODAY.minusDays(31), 30),
                            FIRST_HELP);
        }

        @Test
        void warns() {
            scenario.when(late(tooLate, REASON))
                    .warns(new Warning(Code.ASSISTANCE_IS_RECORDED_LATE, List.of(TODAY.minusDays(31), 30)));
        }

        @Test
        void isInTimeOnTheLastDay() {
            scenario.when(help(content(at(lastInTime, "00:00")))).warns();
        }

        @Test
        void keepsAReasonThatWasNotNeeded() {
            scenario.when(late(content(YESTERDAY), REASON)).warns();
        }

        @Test
        void goesByThePolicyOfTheDayOfTheHelp() {
            scenario.decidedByTwo(policy(3, CreditRule.EQUAL_SHARES, TODAY.minusDays(4)));

            scenario.when(help(content(at(TODAY.minusDays(4), "23:59"))))
                    .isRefusedBy(LATE_RECORD_SAYS_WHY, TODAY.minusDays(4), 3);
            scenario.given(help(content(at(TODAY.minusDays(5), "00:00"))));
        }
    }

    @Nested
    final class SharingTheCredit {

        @Test
        void isEqualAndTheFirstGetsWhatIsLeftOver() {
            assertThat(shares(record(YESTERDAY, MAI, LAN, HUNG)))
                    .containsExactly(new CreditShare(MAI, 34), new CreditShare(LAN, 33), new CreditShare(HUNG, 33));
        }

        @Test
        void goesByThePolicyOfTheDayOfTheHelp() {
            scenario.decidedByTwo(policy(30, CreditRule.FIRST_HELPER, TODAY));

            assertThat(shares(record(YESTERDAY, MAI, LAN)))
                    .containsExactly(new CreditShare(MAI, 50), new CreditShare(LAN, 50));
            assertThat(shares(new RecordAssistance(
                            new AssistanceId("a-2"), TEAM, HOUSEHOLD, List.of(MAI, LAN), content(NOW))))
                    .containsExactly(new CreditShare(MAI, 100), new CreditShare(LAN, 0));
        }

        private List<CreditShare> shares(RecordAssistance command) {
            return ((AssistanceRecorded) scenario.send(command).getFirst()).helpers();
        }
    }

    @Nested
    final class CorrectingAssistance {

        private final Scenario recorded = scenario.given(record(YESTERDAY, MAI));

        @Test
        void replacesTheContent() {
            AssistanceContent right = content(YESTERDAY.minusSeconds(3600));
            recorded.when(correct(right, REASON)).decides(corrected(null, right, null));
        }

        @Test
        void replacesHelpersAndSharesTheCreditAnew() {
            recorded.when(new CorrectAssistance(
                            ASSISTANCE, List.of(LAN, MAI), content(YESTERDAY), null, null, null, REASON))
                    .decides(corrected(
                            List.of(new CreditShare(LAN, 50), new CreditShare(MAI, 50)), content(YESTERDAY), null));
        }

        @Test
        void leavesHelpersThatAreTheSameAlone() {
            recorded.when(new CorrectAssistance(ASSISTANCE, List.of(MAI), content(YESTERDAY), null, null, null, REASON))
                    .isRefusedBy(CORRECTION_CHANGES_SOMETHING);
        }

        @Test
        void refusesHelpersWhoWereNoMembersOrNone() {
            recorded.when(new CorrectAssistance(
                            ASSISTANCE, List.of(TUAN), content(YESTERDAY), null, null, null, REASON))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, TODAY.minusDays(1));
            recorded.when(new CorrectAssistance(ASSISTANCE, List.of(), content(YESTERDAY), null, null, null, REASON))
                    .isRefusedBy(ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS, 10);
        }

        @Test
        void replacesTheNote() {
            recorded.when(note(ASSISTANCE, HOUSEHOLD)).decides(corrected(null, content(YESTERDAY), NOTE));
        }

        @Test
        void refusesANoteThatDoesNotSayOnWhom() {
            recorded.when(note(ASSISTANCE, null)).isRefusedBy(NOTE_IS_ABOUT_WHOM_WAS_HELPED);
        }

        @Test
        void refusesANoteOnAWalkIn() {
            AssistanceId walkIn = new AssistanceId("a-walk-in");
            scenario.given(new RecordAssistance(
                            walkIn, TEAM, null, null, HAMLET, List.of(LAN), content(YESTERDAY), null, null))
                    .when(note(walkIn, null))
                    .isRefusedBy(NOTE_IS_ABOUT_WHOM_WAS_HELPED);
        }

        @Test
        void keepsServicesThatANewCatalogueNoLongerHas() {
            scenario.given(new AdoptServiceCatalogue(
                    List.of(PlanCatalogue.version1().services().getFirst()), signedOn(FOUNDED), FOUNDED));
            AssistanceContent right = content(YESTERDAY.minusSeconds(3600));

            recorded.when(correct(content(YESTERDAY.minus(Duration.ofDays(1))), REASON))
                    .isRefusedBy(SERVICES_ARE_IN_THE_CATALOGUE_OF_THAT_DAY, VNEID.value(), TODAY.minusDays(2));
            recorded.when(correct(right, REASON)).decides(corrected(null, right, null));
        }

        @Test
        void flagsADayThatIsEnteredLate() {
            AssistanceContent right = content(at(TODAY.minusDays(31), "10:00"));
            recorded.when(correct(right, REASON))
                    .decides(
                            corrected(null, right, null),
                            new AssistanceFlaggedLate(ASSISTANCE, TEAM, HOUSEHOLD_1, TODAY.minusDays(31), 30));
        }

        @Test
        void refusesAnOutcomeThatIsNone() {
            AssistanceContent right = content(YESTERDAY);
            recorded.when(correct(
                            new AssistanceContent(
                                    right.services(),
                                    null,
                                    right.channel(),
                                    right.mode(),
                                    AssistanceOutcome.UNSTATED,
                                    YESTERDAY,
                                    null),
                            REASON))
                    .isRefusedBy(OUTCOME_IS_STATED);
        }

        @Test
        void refusesWhatTheRecordSaysAlready() {
            AssistanceContent right = content(YESTERDAY.minusSeconds(3600));

            recorded.when(correct(content(YESTERDAY), REASON)).isRefusedBy(CORRECTION_CHANGES_SOMETHING);
            recorded.given(correct(right, REASON))
                    .when(correct(right, REASON))
                    .isRefusedBy(CORRECTION_CHANGES_SOMETHING);
        }

        @Test
        void needsAReasonWithoutPersonalNumbers() {
            AssistanceContent right = content(YESTERDAY.minusSeconds(3600));

            recorded.when(correct(right, "Ông 079203001234 báo sai")).isRefusedBy(REASON_HOLDS_NO_PERSONAL_NUMBER);
            recorded.when(correct(right, "Nhập nhầm \uDE00")).isRefusedBy(TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER);
        }

        @Test
        void refusesADayOnWhichAHelperWasNoMember() {
            recorded.given(end(MAI, TODAY.minusDays(1)))
                    .when(correct(content(at(TODAY, "08:00")), REASON))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, TODAY);
        }

        @Test
        void refusesTheFuture() {
            recorded.when(correct(content(NOW.plusSeconds(121)), REASON)).isRefusedBy(ASSISTANCE_IS_NOT_IN_THE_FUTURE);
        }

        @Test
        void refusesAVoidedRecord() {
            recorded.given(new VoidAssistance(ASSISTANCE, REASON))
                    .when(correct(content(YESTERDAY.minusSeconds(60)), REASON))
                    .isRefusedBy(ASSISTANCE_IS_NOT_VOIDED);
        }

        private static CorrectAssistance note(AssistanceId assistance, @Nullable HouseholdId about) {
            return new CorrectAssistance(assistance, null, content(YESTERDAY), about, null, NOTE, REASON);
        }

        private static CorrectAssistance correct(AssistanceContent content, String reason) {
            return new CorrectAssistance(ASSISTANCE, content, reason);
        }
    }

    @Nested
    final class VoidingAssistance {

        private final Scenario recorded = scenario.given(record(YESTERDAY, MAI));

        @Test
        void keepsTheRecordAndSaysItCountsForNothing() {
            recorded.when(new VoidAssistance(ASSISTANCE, REASON))
                    .decides(new AssistanceVoided(ASSISTANCE, TEAM, HOUSEHOLD_1));
        }

        @Test
        void refusesToVoidTwice() {
            recorded.given(new VoidAssistance(ASSISTANCE, REASON))
                    .when(new VoidAssistance(ASSISTANCE, REASON))
                    .isRefusedBy(ASSISTANCE_IS_NOT_VOIDED);
        }
    }

    @Nested
    final class FollowingUp {

        private final Scenario recorded = scenario.given(record(YESTERDAY, MAI));

        @Test
        void saysWhatCameOfIt() {
            recorded.when(lookAgain(TEAM, LAN, AssistanceOutcome.PARTLY, NOW, TODAY.plusDays(7)))
                    .decides(new AssistanceFollowedUp(
                            ASSISTANCE,
                            TEAM,
                            HOUSEHOLD_1,
                            new Responsible(TEAM, LAN),
                            AssistanceOutcome.PARTLY,
                            NOW,
                            TODAY.plusDays(7)));
        }

        @Test
        void mayBeDoneByTheTeamThatHasTheHouseholdNow() {
            TeamId other = new TeamId("team-3");
            recorded.given(form(other, HAMLET, TUAN, HUNG, MAI))
                    .given(lookAgain(other, TUAN, AssistanceOutcome.DONE, NOW, null));
        }

        @Test
        void refusesATeamThatDoesNotWorkThere() {
            recorded.given(formFarTeam())
                    .when(lookAgain(FAR_TEAM, TUAN, AssistanceOutcome.DONE, NOW, null))
                    .isRefusedBy(FOLLOW_UP_IS_BY_A_TEAM_THAT_WORKS_THERE);
        }

        @Test
        void refusesWhoWasNoMemberOnThatDay() {
            recorded.when(lookAgain(TEAM, TUAN, AssistanceOutcome.DONE, NOW, null))
                    .isRefusedBy(FOLLOW_UP_IS_BY_A_MEMBER_ON_THAT_DAY, TODAY);
        }

        @Test
        void comesAfterTheHelpAndNotInTheFuture() {
            recorded.when(lookAgain(TEAM, LAN, AssistanceOutcome.DONE, YESTERDAY.minusSeconds(1), null))
                    .isRefusedBy(FOLLOW_UP_COMES_AFTER_THE_HELP);
            recorded.when(lookAgain(TEAM, LAN, AssistanceOutcome.DONE, NOW.plusSeconds(121), null))
                    .isRefusedBy(ASSISTANCE_IS_NOT_IN_THE_FUTURE);
            recorded.given(lookAgain(TEAM, LAN, AssistanceOutcome.DONE, YESTERDAY, null));
        }

        @Test
        void statesAnOutcomeAndWhenToLookOnceMore() {
            recorded.when(lookAgain(TEAM, LAN, AssistanceOutcome.UNSTATED, NOW, null))
                    .isRefusedBy(OUTCOME_IS_STATED);
            recorded.when(lookAgain(TEAM, LAN, AssistanceOutcome.NEEDS_FOLLOW_UP, NOW, null))
                    .isRefusedBy(FOLLOW_UP_IS_PLANNED_WHERE_IT_IS_NEEDED);
            recorded.when(lookAgain(TEAM, LAN, AssistanceOutcome.NEEDS_FOLLOW_UP, NOW, TODAY))
                    .isRefusedBy(FOLLOW_UP_IS_PLANNED_FOR_A_LATER_DAY, TODAY);
        }

        @Test
        void refusesAVoidedRecord() {
            recorded.given(new VoidAssistance(ASSISTANCE, REASON))
                    .when(lookAgain(TEAM, LAN, AssistanceOutcome.DONE, NOW, null))
                    .isRefusedBy(ASSISTANCE_IS_NOT_VOIDED);
        }

        private static FollowUpAssistance lookAgain(
                TeamId team, MemberId member, AssistanceOutcome outcome, Instant at, @Nullable LocalDate next) {
            return new FollowUpAssistance(ASSISTANCE, team, member, outcome, at, next);
        }
    }

    @Nested
    final class Verifying {

        private final Scenario recorded = scenario.given(record(YESTERDAY, MAI, HUNG));

        @Test
        void saysWhoCalledAndWhatTheyFound() {
            recorded.when(call(LAN, Verification.CONFIRMED, NOW))
                    .decides(new AssistanceVerified(ASSISTANCE, TEAM, HOUSEHOLD_1, LAN, Verification.CONFIRMED, NOW));
        }

        @Test
        void maySayAnotherThingLater() {
            recorded.given(call(LAN, Verification.NOT_REACHED, NOW), call(TUAN, Verification.NOT_REACHED, NOW))
                    .when(call(LAN, Verification.CONFIRMED, NOW))
                    .warns();
        }

        @Test
        void flagsWhatIsDeniedAndTakesNothingAway() {
            recorded.when(call(LAN, Verification.DENIED, NOW)).warns(new Warning(Code.ASSISTANCE_IS_DENIED, List.of()));
            recorded.given(new VoidAssistance(ASSISTANCE, REASON));
        }

        @Test
        void refusesAHelperAlsoOneOfACorrection() {
            recorded.when(call(HUNG, Verification.CONFIRMED, NOW)).isRefusedBy(VERIFIER_IS_NONE_OF_THE_HELPERS);
            recorded.given(
                    new CorrectAssistance(ASSISTANCE, List.of(LAN), content(YESTERDAY), null, null, null, REASON));
            recorded.when(call(LAN, Verification.CONFIRMED, NOW)).isRefusedBy(VERIFIER_IS_NONE_OF_THE_HELPERS);
        }

        @Test
        void comesAfterTheHelpAndNotInTheFuture() {
            recorded.when(call(LAN, Verification.CONFIRMED, YESTERDAY.minusSeconds(1)))
                    .isRefusedBy(VERIFICATION_COMES_AFTER_THE_HELP);
            recorded.when(call(LAN, Verification.CONFIRMED, NOW.plusSeconds(121)))
                    .isRefusedBy(ASSISTANCE_IS_NOT_IN_THE_FUTURE);
            recorded.given(call(LAN, Verification.CONFIRMED, YESTERDAY));
        }

        @Test
        void refusesAPersonalNumberAsVerifier() {
            recorded.when(call(new MemberId("0912345678"), Verification.CONFIRMED, NOW))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void refusesAVoidedRecord() {
            recorded.given(new VoidAssistance(ASSISTANCE, REASON))
                    .when(call(LAN, Verification.CONFIRMED, NOW))
                    .isRefusedBy(ASSISTANCE_IS_NOT_VOIDED);
        }

        private static VerifyAssistance call(MemberId verifier, Verification result, Instant at) {
            return new VerifyAssistance(ASSISTANCE, verifier, result, at);
        }
    }

    private static RecordAssistance help(AssistanceContent content) {
        return new RecordAssistance(ASSISTANCE, TEAM, HOUSEHOLD, List.of(LAN), content);
    }

    private static RecordAssistance late(AssistanceContent content, String reason) {
        return new RecordAssistance(ASSISTANCE, TEAM, HOUSEHOLD, null, null, List.of(LAN), content, null, reason);
    }

    private static AssistanceRecorded recorded(
            Beneficiary beneficiary,
            AssistanceContent content,
            @Nullable Responsible responsible,
            CreditShare... helpers) {
        return new AssistanceRecorded(
                ASSISTANCE,
                TEAM,
                beneficiary,
                List.of(helpers),
                content,
                List.of(ServiceCategory.VNEID),
                responsible,
                null);
    }

    private static AssistanceCorrected corrected(
            @Nullable List<CreditShare> helpers, AssistanceContent content, @Nullable Sealed note) {
        return new AssistanceCorrected(
                ASSISTANCE, TEAM, HOUSEHOLD_1, helpers, content, List.of(ServiceCategory.VNEID), note);
    }

    private static AdoptPolicy policy(int lateEntryDays, CreditRule credit, LocalDate from) {
        Terms terms = new Terms(3, 220, 5, lateEntryDays, 5, credit, List.of());
        return new AdoptPolicy(terms, signedOn(FOUNDED), from);
    }

    private static EnrolMember enrol(MemberId member) {
        return new EnrolMember(TEAM, member, MemberOrigin.YOUTH_UNION, FOUNDED);
    }

    @Nested
    final class RestoringAVoidedRecord {

        private static final String REASON = "Rút nhầm bản ghi";

        private final Scenario scenario =
                Scenario.at(NOW).given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET), record(NOW, LAN));

        @Test
        void countsAsItWasStatedLast() {
            AssistanceCorrected again = (AssistanceCorrected) scenario.given(new VoidAssistance(ASSISTANCE, REASON))
                    .send(new RestoreAssistance(ASSISTANCE, REASON))
                    .getFirst();

            assertThat(again.content()).isEqualTo(content(NOW));
            assertThat(again.helpers()).extracting(CreditShare::member).containsExactly(LAN);
            scenario.given(new VoidAssistance(ASSISTANCE, REASON));
        }

        @Test
        void isOfAVoidedRecordWhoseHelpersWereMembers() {
            scenario.when(new RestoreAssistance(ASSISTANCE, REASON)).isRefusedBy(ASSISTANCE_IS_VOIDED);
            scenario.given(
                            new VoidAssistance(ASSISTANCE, REASON),
                            new EndMembership(TEAM, LAN, EndReason.OTHER, TODAY.minusDays(1)))
                    .when(new RestoreAssistance(ASSISTANCE, REASON))
                    .isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, TODAY);
        }

        /** The household is known by now to have lived elsewhere on the day of the help. */
        @Test
        void isWithinTheAreaOfTheTeamAsItIsKnownNow() {
            scenario.given(new VoidAssistance(ASSISTANCE, REASON), new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, TODAY))
                    .when(new RestoreAssistance(ASSISTANCE, REASON))
                    .isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
            scenario.given(new ChangeCoverage(TEAM, List.of(HAMLET, FAR_HAMLET), signedOn(FOUNDED), TODAY));
            assertThat(scenario.send(new RestoreAssistance(ASSISTANCE, REASON))).isNotEmpty();
        }
    }
}
