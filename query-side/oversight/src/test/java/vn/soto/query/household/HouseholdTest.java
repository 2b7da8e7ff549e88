package vn.soto.query.household;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent.ConsentCorrected;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.projection.log.Page;
import vn.soto.query.team.Teams;
import vn.soto.query.testing.ReadModelScenario;
import vn.soto.query.testing.ReadModelScenario.Query;
import vn.soto.query.unit.Units;

final class HouseholdTest {

    private static final UnitId HERE = new UnitId("here");
    private static final UnitId THERE = new UnitId("there");
    private static final Responsible LAN = new Responsible(new TeamId("river"), new MemberId("lan"));
    private static final Responsible MINH = new Responsible(new TeamId("hill"), new MemberId("minh"));
    private static final LocalDate DAY = LocalDate.of(2026, 2, 3);

    private final ReadModelScenario households =
            ReadModelScenario.of(new HouseholdProjector(), new HouseholdIndexProjector());

    private static HouseholdId id(int number) {
        return new HouseholdId("h-" + number);
    }

    private static HouseholdRegistered registered(int number) {
        return new HouseholdRegistered(id(number), HERE, "HO-" + number);
    }

    private static HouseholdLine line(int number, UnitId unit) {
        return new HouseholdLine(new HouseholdId("h-" + number), unit, "HO-" + number, null, null, null, null, null);
    }

    /** The only household of somebody's list. */
    private static Page<HouseholdLine> held(UnitId unit, String code, Responsible by, LocalDate since) {
        return new Page<>(
                List.of(new HouseholdLine(id(1), unit, code, by.team(), by.member(), since, null, null)), null);
    }

    private static Households in(Documents documents) {
        return new Households(documents, new Units(documents), new ActiveMembers(new Teams(documents)));
    }

    private static Query<Page<HouseholdLine>> in(UnitId unit, long from, int limit) {
        return (documents, asOf) -> in(documents)
                .ofUnits(new Units(documents).gathered(unit.value(), DAY, asOf), DAY, any -> true, from, limit, asOf);
    }

    @Test
    void listsThoseOfAUnitPageByPage() {
        IntStream.range(0, 70).forEach(number -> households.given(registered(number)));
        households.when(in(HERE, 0, 2)).expect(new Page<>(List.of(line(0, HERE), line(1, HERE)), 2L));
        households.when(in(HERE, 68, 2)).expect(new Page<>(List.of(line(68, HERE), line(69, HERE)), null));
        households.whenAsOf(1, in(HERE, 0, 2)).expect(new Page<>(List.of(line(0, HERE)), null));
    }

    @Test
    void oneThatMovedIsListedWhereItLives() {
        households
                .given(registered(1))
                .given(registered(2))
                .given(new HouseholdRelocated(id(1), HERE, THERE, null, DAY));
        households.when(in(HERE, 0, 9)).expect(new Page<>(List.of(line(2, HERE)), null));
        households.when(in(THERE, 0, 9)).expect(new Page<>(List.of(line(1, THERE)), null));
        households.whenAsOf(2, in(THERE, 0, 9)).expect(new Page<>(List.of(), null));
    }

    @Test
    void oneThatLeftIsNotListed() {
        households
                .given(registered(1))
                .given(new HouseholdLeft(id(1), HERE, DAY))
                .when(in(HERE, 0, 9))
                .expect(new Page<>(List.of(), null));
    }

    @Test
    void oneThatLeftLaterThanEnteredIsListedUntilThen() {
        households
                .given(registered(1))
                .given(new HouseholdLeft(id(1), HERE, DAY))
                .given(new DepartureCorrected(id(1), HERE, HERE, DAY, DAY.plusDays(1)));
        households.when(standing(DAY)).expect(HouseholdStatus.State.PRESENT);
        households.when(standing(DAY.plusDays(1))).expect(HouseholdStatus.State.LEFT);
        households.whenAsOf(2, in(HERE, 0, 9)).expect(new Page<>(List.of(), null));
    }

    private static Query<HouseholdStatus.State> standing(LocalDate day) {
        return (documents, asOf) -> in(documents)
                .find("h-1", asOf)
                .orElseThrow()
                .standing(day, asOf)
                .state();
    }

    @Test
    void oneThatReturnedEarlierThanEnteredIsListedFromThen() {
        households
                .given(registered(1))
                .given(new HouseholdLeft(id(1), HERE, DAY.minusDays(20)))
                .given(new HouseholdReturned(id(1), THERE, DAY.plusDays(5)))
                .given(new ReturnCorrected(id(1), THERE, THERE, DAY.plusDays(5), DAY));
        households.when(in(THERE, 0, 9)).expect(new Page<>(List.of(line(1, THERE)), null));
        households.whenAsOf(3, in(THERE, 0, 9)).expect(new Page<>(List.of(), null));
    }

    @Test
    void listsThoseAMemberIsResponsibleFor() {
        households
                .given(registered(1), new HouseholdAssigned(id(1), HERE, LAN, DAY))
                .given(registered(2))
                .when((documents, asOf) -> in(documents).ofMember("lan", DAY, line -> true, 0, 9, asOf))
                .expect(held(HERE, "HO-1", LAN, DAY));
    }

    @Test
    void aCorrectedCodeAndDayAreShownInListsAndTheOldOnesAsOfBefore() {
        LocalDate right = DAY.minusDays(20);
        households
                .given(registered(1), new HouseholdAssigned(id(1), HERE, LAN, DAY))
                .given(new AssignmentCorrected(id(1), HERE, null, LAN, DAY, right))
                .given(new ReferenceCorrected(id(1), HERE, "HO-01"));
        Query<Page<HouseholdLine>> ofLan =
                (documents, asOf) -> in(documents).ofMember("lan", DAY, line -> true, 0, 9, asOf);

        households.when(ofLan).expect(held(HERE, "HO-01", LAN, right));
        households.whenAsOf(2, ofLan).expect(held(HERE, "HO-1", LAN, right));
        households.whenAsOf(1, ofLan).expect(held(HERE, "HO-1", LAN, DAY));
    }

    @Test
    void whoWasAssignedOnTheDayOfAMoveStaysSoWhenTheMoveHasAnotherDay() {
        LocalDate entered = DAY.minusDays(10);
        LocalDate right = DAY.minusDays(20);
        households
                .given(registered(1), new HouseholdAssigned(id(1), HERE, LAN, DAY.minusDays(30)))
                .given(
                        new HouseholdRelocated(id(1), HERE, THERE, LAN, entered),
                        new HouseholdUnassigned(id(1), THERE, LAN, UnassignmentCause.MOVED_OUT_OF_COVERAGE, entered))
                .given(new HouseholdAssigned(id(1), THERE, MINH, entered))
                .given(
                        new RelocationCorrected(id(1), THERE, HERE, THERE, entered, right),
                        new AssignmentCorrected(id(1), THERE, LAN, null, entered, right));

        households
                .when((documents, asOf) -> in(documents).ofMember("minh", DAY, line -> true, 0, 9, asOf))
                .expect(held(THERE, "HO-1", MINH, entered));
    }

    @Test
    void whoWasResponsibleBeforeAMoveThatNeverWasIsSoAllTheTime() {
        LocalDate entered = DAY.minusDays(10);
        households
                .given(registered(1), new HouseholdAssigned(id(1), HERE, LAN, DAY.minusDays(30)))
                .given(
                        new HouseholdRelocated(id(1), HERE, THERE, LAN, entered),
                        new HouseholdUnassigned(id(1), THERE, LAN, UnassignmentCause.MOVED_OUT_OF_COVERAGE, entered))
                .given(new RelocationWithdrawn(id(1), HERE, HERE, THERE, entered, List.of(LAN), List.of()));

        Query<Object> since = (documents, asOf) ->
                in(documents).ofMember(LAN.member().value(), DAY, line -> true, 0, 9, asOf).items().stream()
                        .map(line -> line.unit() + " " + line.since())
                        .toList();
        households.when(since).expect(List.of("here " + DAY.minusDays(30)));
        households.whenAsOf(2, since).expect(List.of());
    }

    @Test
    void aCorrectedMoveAndConsentAreOnThePageOfTheHousehold() {
        LocalDate right = DAY.minusDays(20);
        Consent entered = new Consent(ConsentPurpose.PHOTO, 1, ConsentMethod.SPOKEN, LAN.team(), LAN.member(), DAY);
        Consent corrected =
                new Consent(ConsentPurpose.PHOTO, 2, ConsentMethod.SIGNED_FORM, LAN.team(), LAN.member(), right);
        households
                .given(registered(1), new HouseholdRelocated(id(1), HERE, THERE, null, DAY))
                .given(new ConsentRecorded(id(1), entered))
                .given(new RelocationCorrected(id(1), THERE, HERE, THERE, DAY, right))
                .given(new ConsentCorrected(id(1), DAY, corrected));
        Query<HouseholdView> page = (documents, asOf) -> {
            Households all = in(documents);
            return all.view(all.find("h-1", asOf).orElseThrow(), DAY, asOf);
        };
        Query<Object> units = (documents, asOf) -> page.ask(documents, asOf).units();
        Query<Object> consents = (documents, asOf) -> page.ask(documents, asOf).agreements().stream()
                .map(agreement -> agreement.day() + " " + agreement.textVersion())
                .toList();

        households
                .when(units)
                .expect(List.of(
                        new HouseholdView.UnitView(new UnitId("here"), null),
                        new HouseholdView.UnitView(new UnitId("there"), right)));
        households
                .whenAsOf(2, units)
                .expect(List.of(
                        new HouseholdView.UnitView(new UnitId("here"), null),
                        new HouseholdView.UnitView(new UnitId("there"), DAY)));
        households.when(consents).expect(List.of(right + " 2"));
        households.whenAsOf(3, consents).expect(List.of(DAY + " 1"));
        households.when(in(THERE, 0, 9)).expect(new Page<>(List.of(line(1, THERE)), null));
    }
}
