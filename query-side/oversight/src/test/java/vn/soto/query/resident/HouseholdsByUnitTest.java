package vn.soto.query.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.household.HouseholdProjector;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.ReadModelScenario;
import vn.soto.query.testing.ReadModelScenario.Query;

final class HouseholdsByUnitTest {

    private static final UnitId EAST = new UnitId("east");
    private static final UnitId WEST = new UnitId("west");
    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");
    private static final Responsible LAN = new Responsible(new TeamId("river"), new MemberId("lan"));
    private static final Responsible HUNG = new Responsible(new TeamId("river"), new MemberId("hung"));

    /** The day of every commit of a scenario. */
    private static final LocalDate ENTERED = LocalDate.of(1970, 1, 1);

    private static final AssistanceRecorded HELP = new AssistanceRecorded(
            new AssistanceId("a-1"),
            LAN.team(),
            Beneficiary.of(HOUSEHOLD, EAST),
            List.of(),
            PlainEvents.content(
                    "vneid-level-2", Channel.HOME_VISIT, Mode.SELF_PERFORMED, Instant.EPOCH.minusSeconds(20 * 86_400L)),
            List.of(),
            null,
            null);

    private final ReadModelScenario east =
            ReadModelScenario.of(new HouseholdProjector()).given(new HouseholdRegistered(HOUSEHOLD, EAST, "HO-1"));

    /** The households of a unit on a day with who is responsible. */
    private static Query<List<String>> on(UnitId unit, LocalDate day) {
        return (documents, asOf) -> new HouseholdsByUnit(documents)
                .on(unit.value(), day, asOf).stream()
                        .map(each -> each.household()
                                + each.charge()
                                        .map(charge -> " " + charge.member())
                                        .orElse(""))
                        .toList();
    }

    private static LocalDate day(int after) {
        return ENTERED.plusDays(after);
    }

    @Test
    void countsFromTheDayOfItsEntry() {
        east.when(on(EAST, day(0))).expect(List.of("h-1"));
        east.when(on(EAST, day(-1))).expect(List.of());
    }

    @Test
    void countsFromAnEarlierDayOfItsAssignment() {
        east.given(new HouseholdAssigned(HOUSEHOLD, EAST, LAN, day(-40)));
        east.when(on(EAST, day(-41))).expect(List.of());
        east.when(on(EAST, day(-40))).expect(List.of("h-1 lan"));
        east.whenAsOf(1, on(EAST, day(-40))).expect(List.of());
    }

    @Test
    void anotherResponsibleMemberOfTodayLeavesThePastAsItWas() {
        east.given(new HouseholdAssigned(HOUSEHOLD, EAST, LAN, day(1)))
                .given(new HouseholdReassigned(HOUSEHOLD, EAST, LAN, HUNG, day(30)))
                .given(new HouseholdUnassigned(HOUSEHOLD, EAST, HUNG, UnassignmentCause.DECIDED, day(60)));
        east.when(on(EAST, day(0))).expect(List.of("h-1"));
        east.when(on(EAST, day(29))).expect(List.of("h-1 lan"));
        east.when(on(EAST, day(59))).expect(List.of("h-1 hung"));
        east.when(on(EAST, day(60))).expect(List.of("h-1"));
    }

    @Test
    void aCorrectedDayCountsFromTheCommitOfItsCorrection() {
        east.given(new HouseholdAssigned(HOUSEHOLD, EAST, LAN, day(10)))
                .given(new AssignmentCorrected(HOUSEHOLD, EAST, null, LAN, day(10), day(5)));
        east.when(on(EAST, day(5))).expect(List.of("h-1 lan"));
        east.whenAsOf(2, on(EAST, day(5))).expect(List.of("h-1"));
    }

    @Test
    void aHouseholdThatCameBackOnTheDayOfItsMoveStaysWhenTheMoveHasAnotherDay() {
        east.given(new HouseholdRelocated(HOUSEHOLD, EAST, WEST, null, day(20)))
                .given(new HouseholdLeft(HOUSEHOLD, WEST, day(20)))
                .given(new HouseholdReturned(HOUSEHOLD, EAST, day(20)))
                .given(new HouseholdLeft(HOUSEHOLD, EAST, day(20)))
                .given(new HouseholdReturned(HOUSEHOLD, WEST, day(20)))
                .given(new RelocationCorrected(HOUSEHOLD, WEST, EAST, WEST, day(20), day(15)));
        east.when(on(WEST, day(15))).expect(List.of("h-1"));
        east.when(on(WEST, day(20))).expect(List.of("h-1"));
        east.when(on(EAST, day(20))).expect(List.of());
    }

    @Test
    void whoWasAssignedOnTheDayOfAMoveStaysSoWhenTheMoveHasAnotherDay() {
        Responsible tuan = new Responsible(new TeamId("hill"), new MemberId("tuan"));
        east.given(new HouseholdAssigned(HOUSEHOLD, EAST, LAN, day(10)))
                .given(
                        new HouseholdRelocated(HOUSEHOLD, EAST, WEST, LAN, day(20)),
                        new HouseholdUnassigned(HOUSEHOLD, WEST, LAN, UnassignmentCause.MOVED_OUT_OF_COVERAGE, day(20)))
                .given(new HouseholdAssigned(HOUSEHOLD, WEST, tuan, day(20)))
                .given(
                        new RelocationCorrected(HOUSEHOLD, WEST, EAST, WEST, day(20), day(15)),
                        new AssignmentCorrected(HOUSEHOLD, WEST, LAN, null, day(20), day(15)));
        east.when(on(EAST, day(14))).expect(List.of("h-1 lan"));
        east.when(on(WEST, day(19))).expect(List.of("h-1"));
        east.when(on(WEST, day(20))).expect(List.of("h-1 tuan"));

        east.given(new HouseholdReassigned(HOUSEHOLD, WEST, tuan, HUNG, day(40)));
        east.when(on(WEST, day(39))).expect(List.of("h-1 tuan"));
        east.when(on(WEST, day(19))).expect(List.of("h-1"));
    }

    @Test
    void aMoveThatNeverWasCountsInNoUnitAndEndsNoResponsibility() {
        east.given(new HouseholdAssigned(HOUSEHOLD, EAST, LAN, day(10)))
                .given(
                        new HouseholdRelocated(HOUSEHOLD, EAST, WEST, LAN, day(20)),
                        new HouseholdUnassigned(HOUSEHOLD, WEST, LAN, UnassignmentCause.MOVED_OUT_OF_COVERAGE, day(20)))
                .given(new HouseholdLeft(HOUSEHOLD, WEST, day(40)))
                .given(new RelocationWithdrawn(HOUSEHOLD, EAST, EAST, WEST, day(20), List.of(LAN), List.of()));
        east.when(on(EAST, day(39))).expect(List.of("h-1 lan"));
        east.when(on(WEST, day(39))).expect(List.of());
        east.when(on(EAST, day(40))).expect(List.of());
        east.whenAsOf(4, on(WEST, day(39))).expect(List.of("h-1"));
    }

    @Test
    void aReturnOnTheDayOfADepartureStaysWhenTheDepartureHasAnotherDay() {
        east.given(new HouseholdLeft(HOUSEHOLD, EAST, day(40)))
                .given(new HouseholdReturned(HOUSEHOLD, WEST, day(40)))
                .given(new DepartureCorrected(HOUSEHOLD, WEST, EAST, day(40), day(30)));
        east.when(on(EAST, day(29))).expect(List.of("h-1"));
        east.when(on(EAST, day(39))).expect(List.of());
        east.when(on(WEST, day(40))).expect(List.of("h-1"));
    }

    @Test
    void livesWhereItLivedOnThatDay() {
        east.given(new HouseholdRelocated(HOUSEHOLD, EAST, WEST, null, day(20)))
                .given(new HouseholdLeft(HOUSEHOLD, WEST, day(40)))
                .given(new HouseholdReturned(HOUSEHOLD, EAST, day(50)));
        east.when(on(EAST, day(19))).expect(List.of("h-1"));
        east.when(on(EAST, day(20))).expect(List.of());
        east.when(on(WEST, day(20))).expect(List.of("h-1"));
        east.when(on(WEST, day(40))).expect(List.of());
        east.when(on(EAST, day(49))).expect(List.of());
        east.when(on(EAST, day(50))).expect(List.of("h-1"));
    }

    @Test
    void anAbsenceHasItsRightDaysFromTheCommitsOfTheirCorrections() {
        east.given(new HouseholdLeft(HOUSEHOLD, EAST, day(40)))
                .given(new HouseholdReturned(HOUSEHOLD, WEST, day(50)))
                .given(new DepartureCorrected(HOUSEHOLD, WEST, EAST, day(40), day(30)))
                .given(new ReturnCorrected(HOUSEHOLD, WEST, WEST, day(50), day(45)));
        east.when(on(EAST, day(29))).expect(List.of("h-1"));
        east.when(on(EAST, day(30))).expect(List.of());
        east.when(on(WEST, day(44))).expect(List.of());
        east.when(on(WEST, day(45))).expect(List.of("h-1"));
        east.whenAsOf(3, on(EAST, day(30))).expect(List.of("h-1"));
        east.whenAsOf(4, on(WEST, day(45))).expect(List.of());
    }

    @Test
    void aDuplicateCountsOnNoDay() {
        HouseholdId survivor = new HouseholdId("h-2");
        east.given(new HouseholdMerged(HOUSEHOLD, EAST, survivor, List.of()));
        east.when(on(EAST, day(0))).expect(List.of());
        east.whenAsOf(1, on(EAST, day(0))).expect(List.of("h-1"));
        east.given(new HouseholdSeparated(HOUSEHOLD, EAST, survivor, List.of()));
        east.when(on(EAST, day(0))).expect(List.of("h-1"));
    }

    @Test
    void helpThatIsRecordedLateCountsTheHouseholdFromItsDayUntilItIsVoided() {
        east.given(HELP);
        east.when(on(EAST, day(-20))).expect(List.of("h-1"));
        east.when(on(EAST, day(-21))).expect(List.of());
        east.given(new AssistanceVoided(HELP.assistance(), LAN.team(), HELP.beneficiary()));
        east.when(on(EAST, day(-20))).expect(List.of());
    }

    @Test
    void helpOfAFormerMemberCountsTheHouseholdOnceItIsConfirmed() {
        AssistanceId help = HELP.assistance();
        Beneficiary helped = HELP.beneficiary();
        east.given(HELP, new AssistanceFlaggedUnconfirmed(help, LAN.team(), helped, new AccountId("lan")));
        east.when(on(EAST, day(-20))).expect(List.of());
        east.when(on(EAST, day(0))).expect(List.of("h-1"));
        east.given(new AssistanceConfirmed(help, LAN.team(), helped));
        east.when(on(EAST, day(-20))).expect(List.of("h-1"));
        east.whenAsOf(2, on(EAST, day(-20))).expect(List.of());
    }

    @Test
    void unconfirmedHelpCountsNoOtherHouseholdThatItIsCorrectedTo() {
        AssistanceId help = HELP.assistance();
        Beneficiary first = HELP.beneficiary();
        Beneficiary other = Beneficiary.of(new HouseholdId("h-2"), WEST);
        east.given(new HouseholdRegistered(new HouseholdId("h-2"), WEST, "HO-2"))
                .given(HELP, new AssistanceFlaggedUnconfirmed(help, LAN.team(), first, new AccountId("lan")))
                .given(moved(first, other));
        east.when(on(WEST, day(-20))).expect(List.of());
        east.given(new AssistanceConfirmed(help, LAN.team(), other));
        east.when(on(WEST, day(-20))).expect(List.of("h-2"));
        east.when(on(EAST, day(-20))).expect(List.of());
        east.given(moved(other, first));
        east.when(on(WEST, day(-20))).expect(List.of());
        east.when(on(EAST, day(-20))).expect(List.of("h-1"));
    }

    @Test
    void unconfirmedHelpThatIsVoidedAndStatedAgainStillAwaitsItsConfirmation() {
        AssistanceId help = HELP.assistance();
        Beneficiary first = HELP.beneficiary();
        east.given(HELP, new AssistanceFlaggedUnconfirmed(help, LAN.team(), first, new AccountId("lan")))
                .given(new AssistanceVoided(help, LAN.team(), first))
                .given(moved(first, first));
        east.when(on(EAST, day(-20))).expect(List.of());
        east.given(new AssistanceConfirmed(help, LAN.team(), first));
        east.when(on(EAST, day(-20))).expect(List.of("h-1"));
    }

    @Test
    void helpThatWasAnotherHouseholdsInTheSameUnitMovesItsDayToTheRightOne() {
        HouseholdId right = new HouseholdId("h-2");
        east.given(new HouseholdRegistered(right, EAST, "HO-2"))
                .given(HELP)
                .given(moved(HELP.beneficiary(), Beneficiary.of(right, EAST)));
        east.when(on(EAST, day(-20))).expect(List.of("h-2"));
        east.when(on(EAST, day(0))).expect(List.of("h-1", "h-2"));
    }

    private static AssistanceCorrected moved(Beneficiary from, Beneficiary to) {
        return new AssistanceCorrected(
                HELP.assistance(),
                LAN.team(),
                to,
                null,
                HELP.content(),
                List.of(),
                null,
                from.equals(to) ? null : new AssistanceCorrected.Moved(from, null),
                null,
                List.of());
    }

    @Test
    void countsAsOfEachCommit() {
        ReadModelScenario homes = ReadModelScenario.of(new HouseholdProjector());
        IntStream.range(0, 300)
                .forEach(number ->
                        homes.given(new HouseholdRegistered(new HouseholdId("h-" + number), EAST, "HO-" + number)));
        homes.given(new HouseholdRelocated(new HouseholdId("h-7"), EAST, WEST, null, day(9)));
        Query<Long> count = (documents, asOf) -> new HouseholdsByUnit(documents).count(List.of("east"), day(9), asOf);
        homes.when(count).expect(299L);
        for (long commit : List.of(0, 1, 127, 128, 129, 256, 300)) {
            homes.whenAsOf(commit, count).expect(commit);
        }
        Query<Long> before = (documents, asOf) -> new HouseholdsByUnit(documents).count(List.of("east"), day(8), asOf);
        homes.when(before).expect(300L);
        homes.when((documents, asOf) -> new HouseholdsByUnit(documents)
                        .on("west", day(9), asOf).stream()
                                .map(HouseholdsByUnit.Resident::household)
                                .toList())
                .expect(List.of("h-7"));
    }
}
