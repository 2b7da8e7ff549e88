package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamBroughtUpToDate;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HandOver.Receiver;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.plan.Plan;
import vn.soto.domain.plan.PlanCommand.ResumePlan;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;
import vn.soto.plans.PlanService.Submitted;
import vn.soto.plans.imports.ImportFixture;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.InvalidRowsException;
import vn.soto.plans.imports.ReorganisationImport.Decreed;
import vn.soto.plans.imports.Upload;
import vn.soto.plans.imports.lookup.TerritoryIndex;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;

/** Plans that are not submitted as a list of commands. */
final class DraftingTest {

    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
    private static final LocalDate RECEIVED = LocalDate.of(2026, 8, 10);
    private static final Instrument RESOLUTION = new Instrument("19/NQ-HĐND", ImportFixture.DAY);
    private static final TeamId TEAM = new TeamId("team-1");
    private static final UnitId HAMLET = new UnitId("u-hamlet-1");
    private static final UnitId OLD = new UnitId("u-hamlet-2");
    private static final UnitId NEW = new UnitId("u-hamlet-9");

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private List<DomainEvent> events(String aggregate) {
        return fixture.ledger.aggregate(aggregate, 0, Integer.MAX_VALUE).stream()
                .map(stored -> fixture.codec.decode(
                        stored.event().type(), stored.event().payload()))
                .toList();
    }

    @Nested
    final class OfReorganisations {

        private static final String MERGER = """
                action,unit,kind,name,official_code,parent,successor
                establish,u-hamlet-9,hamlet,Đồng Tâm,,u-commune,
                merge,u-hamlet-1,,,,,u-hamlet-9
                merge,u-hamlet-2,,,,,u-hamlet-9
                """;

        private static final String INTO_EXISTING = """
                action,unit,kind,name,official_code,parent,successor
                merge,u-hamlet-1,,,,,u-hamlet-2
                """;
        private static final String NEW_COMMUNE = """
                action,unit,kind,name,official_code,parent,successor
                establish,u-commune-9,commune,Tân Bình,25782,u-province,
                """;

        private Submitted submit(String csv) {
            return submit(csv, FROM);
        }

        private Submitted submit(String csv, LocalDate from) {
            byte[] file = csv.getBytes(StandardCharsets.UTF_8);
            Upload upload = new Upload(ImportKind.REORGANISATIONS, Format.CSV, file, "an");
            return fixture.reorganisations
                    .carryOut(new Decreed(upload, RESOLUTION, from))
                    .plan();
        }

        private void assertRefused(String csv, String... codes) {
            assertThatThrownBy(() -> submit(csv))
                    .isInstanceOfSatisfying(
                            InvalidRowsException.class,
                            wrong -> assertThat(wrong.report().findings())
                                    .extracting(Finding::code)
                                    .containsExactly(codes));
        }

        @Test
        void changesUnitsAndFlagsTheTeamsThatCoverWhatEnds() {
            Submitted submitted = submit(MERGER);

            assertThat(fixture.complete(submitted.plan()))
                    .extracting(PlanProgressed::done, PlanProgressed::refused)
                    .containsExactly(3, 0);
            assertThat(events(TEAM.value()).getLast()).isEqualTo(new TeamFlaggedOutdated(TEAM, List.of(HAMLET), FROM));
        }

        @Test
        void isOnePlanUntilItIsTakenBackWhichAlsoTakesTheFlagsBack() {
            Submitted first = submit(MERGER);
            fixture.complete(first.plan());
            Submitted again = submit(MERGER);
            assertThat(again).isEqualTo(new Submitted(first.plan(), first.commit(), first.steps(), true, null));

            assertThat(fixture.takeBack(first.plan()).refused()).isZero();

            assertThat(events(TEAM.value()).getLast()).isEqualTo(new TeamBroughtUpToDate(TEAM, FROM));
            assertRefused(MERGER, "exists-already");
            assertThat(submit(MERGER.replace("u-hamlet-9", "u-hamlet-10")).repeat())
                    .isFalse();
        }

        @Test
        void isTakenBackInTwoRunsWhereATeamCoversWhatItEstablished() {
            PlanId plan = submit(MERGER).plan();
            PlanId reversal = Plan.undoing(plan);
            fixture.complete(plan);
            fixture.send(new ChangeCoverage(TEAM, List.of(NEW), RESOLUTION, FROM));

            assertThatThrownBy(() -> fixture.takeBack(plan))
                    .isInstanceOfSatisfying(RuleViolatedException.class, refused -> {
                        assertThat(refused.rule()).isEqualTo(PlanRule.REVERSAL_THAT_STRANDS_IS_CONFIRMED);
                        assertThat(refused.arguments()).containsExactly(1L, 0L, 0L, 0L);
                    });
            assertThat(fixture.takeBackKnowingly(plan).refusals())
                    .extracting(StepRefusal::rule)
                    .containsExactly("UNIT_TO_WITHDRAW_IS_NOT_IN_USE");
            assertThat(fixture.events(reversal).getLast()).isInstanceOf(PlanStopped.class);

            fixture.send(new ChangeCoverage(TEAM, List.of(HAMLET), RESOLUTION, FROM));
            fixture.send(new ResumePlan(reversal, null));
            assertThat(fixture.complete(reversal).refused()).isZero();
            assertThat(fixture.events(reversal).getLast()).isInstanceOf(PlanCompleted.class);
        }

        @Test
        void tellsHowManyHouseholdsStandOnWhatItEstablishedBeforeItIsTakenBack() {
            PlanId plan = submit(MERGER).plan();
            fixture.complete(plan);
            fixture.send(new RegisterHousehold(new HouseholdId("h-1"), NEW, "HO-1"));
            long before = fixture.ledger.tail().number();

            assertThatThrownBy(() -> fixture.takeBack(plan)).satisfies(strands(0, 1, 0, 0));
            assertThat(fixture.ledger.tail().number()).as("nothing has begun").isEqualTo(before);

            fixture.send(new RelocateHousehold(new HouseholdId("h-1"), new UnitId("u-hamlet-3"), FROM));
            assertThat(fixture.takeBack(plan).refused()).isZero();
        }

        @Test
        void tellsWhatRestsOnAMergerIntoAnExistingUnitBeforeItIsTakenBack() {
            HouseholdId household = new HouseholdId("h-1");
            fixture.send(new RegisterHousehold(household, HAMLET, "HO-1"));
            fixture.send(new RegisterHousehold(new HouseholdId("h-2"), OLD, "HO-2"));
            PlanId plan = submit(INTO_EXISTING, RECEIVED).plan();
            fixture.complete(plan);
            fixture.send(new RegisterHousehold(new HouseholdId("h-3"), OLD, "HO-3"));
            fixture.send(new ChangeCoverage(TEAM, List.of(OLD), RESOLUTION, RECEIVED));
            fixture.send(request("r-1", household));
            fixture.send(request("r-2", new HouseholdId("h-2")));

            assertThatThrownBy(() -> fixture.takeBack(plan)).satisfies(strands(1, 1, 1, 0));

            PlanId reversal = Plan.undoing(plan);
            assertThat(fixture.takeBackKnowingly(plan).refused()).isZero();
            assertThat(fixture.events(reversal).getLast()).isInstanceOf(PlanCompleted.class);
        }

        @Test
        void isTakenBackAtOnceIfNothingWasBuiltOnAMergerIntoAnExistingUnit() {
            fixture.send(new RegisterHousehold(new HouseholdId("h-2"), OLD, "HO-2"));
            fixture.send(request("r-2", new HouseholdId("h-2")));
            PlanId plan = submit(INTO_EXISTING).plan();
            fixture.complete(plan);

            assertThat(fixture.takeBack(plan).refused()).isZero();
        }

        @Test
        void withdrawsNoCommuneInWhichAHamletLies() {
            PlanId plan = submit(NEW_COMMUNE).plan();
            fixture.complete(plan);
            fixture.send(new EstablishUnit(
                    NEW, UnitKind.HAMLET, "Đồng Tâm", null, new UnitId("u-commune-9"), RESOLUTION, FROM));

            assertThatThrownBy(() -> fixture.takeBack(plan)).satisfies(strands(0, 0, 0, 1));

            assertThat(fixture.takeBackKnowingly(plan).refusals())
                    .extracting(StepRefusal::rule)
                    .containsExactly("UNIT_TO_WITHDRAW_IS_NOT_IN_USE");
            PlanId reversal = Plan.undoing(plan);
            assertThat(fixture.events(reversal).getLast()).isInstanceOf(PlanStopped.class);
            fixture.send(new UndoUnitChange(NEW, UnitChange.ESTABLISHED, FROM, "nhập nhầm tệp"));
            fixture.send(new ResumePlan(reversal, null));
            assertThat(fixture.complete(reversal).refused()).isZero();
            assertThat(fixture.events(reversal).getLast()).isInstanceOf(PlanCompleted.class);
        }

        private static ThrowingConsumer<Throwable> strands(long teams, long households, long records, long units) {
            return thrown -> {
                assertThat(thrown).isInstanceOf(RuleViolatedException.class);
                RuleViolatedException refused = (RuleViolatedException) thrown;
                assertThat(refused.rule()).isEqualTo(PlanRule.REVERSAL_THAT_STRANDS_IS_CONFIRMED);
                assertThat(refused.arguments()).containsExactly(teams, households, records, units);
            };
        }

        private static ReceiveSupportRequest request(String id, HouseholdId household) {
            return new ReceiveSupportRequest(
                    household,
                    new SupportRequestId(id),
                    null,
                    RequestSource.HOTLINE,
                    List.of(ServiceCategory.VNEID),
                    RECEIVED,
                    null,
                    null,
                    null);
        }

        @Test
        void isNotTakenBackOnceRecordsNameWhatItEstablished() {
            PlanId plan = submit(MERGER).plan();
            fixture.complete(plan);
            fixture.send(new ReceiveSupportRequest(
                    null,
                    new SupportRequestId("r-1"),
                    NEW,
                    RequestSource.HOTLINE,
                    List.of(ServiceCategory.VNEID),
                    ImportFixture.DAY,
                    null,
                    null,
                    null));

            assertThatThrownBy(() -> fixture.takeBack(plan))
                    .isInstanceOfSatisfying(RuleViolatedException.class, refused -> {
                        assertThat(refused.rule()).isEqualTo(PlanRule.REVERSAL_STRANDS_NO_RECORDS);
                        assertThat(refused.arguments()).containsExactly(1L, 0L, 0L);
                    });
        }

        @Test
        void writesNothingForAFileWithErrors() {
            long before = fixture.ledger.tail().number();

            assertRefused(MERGER.replace("merge,", "marge,"), "unknown-action", "unknown-action");
            assertRefused(MERGER.replace("u-hamlet-2", "u-hamlet-7"), "unknown-unit");
            assertRefused(MERGER.replace("Đồng Tâm", "Ấp 3"), "UNIT_NAME_IS_FREE_WITHIN_PARENT");
            assertThat(fixture.ledger.tail().number()).isEqualTo(before);
        }
    }

    @Nested
    final class OfHandOvers {

        private static final UUID REQUEST = new UUID(0x8000L, 0x9000_0000_0000_0000L);
        private static final int HOUSEHOLDS = 7;

        private final HandOverPlanner planner = new HandOverPlanner(
                fixture.plans, fixture.side.caseloads(), fixture.register, new TerritoryIndex(fixture.side.teams()));

        @Test
        void sharesAMembersHouseholdsOutAmongThoseNamedAsFarAsTheyHaveRoom() {
            assign();

            HandOverPlanner.Accepted accepted = submit(3, 2);

            assertThat(accepted.staying()).hasSize(HOUSEHOLDS - 5);
            assertThat(fixture.complete(accepted.plan().plan()))
                    .extracting(PlanProgressed::done, PlanProgressed::refused)
                    .containsExactly(5, 0);
            assertThat(households("m-lan")).isEqualTo(2);
            assertThat(households("m-hung")).isEqualTo(3);
            assertThat(households("m-mai")).isEqualTo(2);
        }

        @Test
        void isOnePlanThoughTheHouseholdsHavePassedOnMeanwhile() {
            assign();
            HandOverPlanner.Accepted first = submit(3, 2);
            fixture.complete(first.plan().plan());
            long before = fixture.ledger.tail().number();

            HandOverPlanner.Accepted again = submit(3, 2);

            assertThat(again.plan().plan()).isEqualTo(first.plan().plan());
            assertThat(again.plan().repeat()).isTrue();
            assertThat(again.staying()).isEqualTo(first.staying());
            assertThat(fixture.ledger.tail().number()).isEqualTo(before);
        }

        @Test
        void isTakenBackHouseholdByHousehold() {
            assign();
            HandOverPlanner.Accepted accepted = submit(10, 10);
            fixture.complete(accepted.plan().plan());

            assertThat(fixture.takeBack(accepted.plan().plan()).refused()).isZero();
            assertThat(households("m-lan")).isEqualTo(HOUSEHOLDS);
        }

        @Test
        void refusesAMemberWithoutHouseholdsAndReceiversWhoMayNotTakeAny() {
            assertRefused(PlanRule.MEMBER_HAS_HOUSEHOLDS_TO_HAND_OVER, member("m-hung"));
            assign();
            assertRefused(PlanRule.SOMEONE_NAMED_MAY_TAKE_THE_HOUSEHOLDS, member("m-lan"));
            assertRefused(
                    PlanRule.SOMEONE_NAMED_MAY_TAKE_THE_HOUSEHOLDS,
                    new Responsible(new TeamId("team-9"), new MemberId("m-xa")));
        }

        private void assertRefused(PlanRule rule, Responsible receiver) {
            assertThatThrownBy(() ->
                            planner.submit(REQUEST, member("m-lan"), List.of(Receiver.unlimited(receiver)), FROM, "an"))
                    .isInstanceOfSatisfying(
                            RuleViolatedException.class,
                            refused -> assertThat(refused.rule()).isEqualTo(rule));
        }

        private HandOverPlanner.Accepted submit(int hung, int mai) {
            return planner.submit(
                    REQUEST,
                    member("m-lan"),
                    Stream.of(new Receiver(member("m-hung"), hung), new Receiver(member("m-mai"), mai))
                            .toList(),
                    FROM,
                    "an");
        }

        private void assign() {
            IntStream.range(0, HOUSEHOLDS).forEach(i -> {
                HouseholdId household = new HouseholdId("h-" + i);
                fixture.send(new RegisterHousehold(household, HAMLET, "HO-" + i));
                fixture.send(new AssignHousehold(household, TEAM, new MemberId("m-lan"), ImportFixture.DAY));
            });
        }

        private int households(String member) {
            return fixture.side.caseloads().of(member(member)).size();
        }

        private static Responsible member(String member) {
            return new Responsible(TEAM, new MemberId(member));
        }
    }
}
