package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.plans.imports.ImportFixture.csv;
import static vn.soto.plans.imports.ImportKind.HOUSEHOLDS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.CorrectDeparture;
import vn.soto.domain.household.HouseholdCommand.CorrectRelocation;
import vn.soto.domain.household.HouseholdCommand.CorrectReturn;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.plans.imports.lookup.TerritoryIndex;

/** Files find a household, and reorganisations count it, where it lives on their day, in whichever order that was recorded. */
final class HouseholdsOfADayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    private static final HouseholdId BY_HAND = new HouseholdId("01991e3a-0000-7000-8000-000000000007");
    private static final UnitId FIRST = new UnitId("u-hamlet-1");
    private static final UnitId SECOND = new UnitId("u-hamlet-2");
    private static final UnitId THIRD = new UnitId("u-hamlet-3");

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private final TerritoryIndex territory = new TerritoryIndex(fixture.side.teams());

    private static Upload households(String... rows) {
        return csv(
                HOUSEHOLDS,
                Stream.concat(Stream.of("Địa bàn;Mã hộ"), Stream.of(rows)).toArray(String[]::new));
    }

    private void move(UnitId unit, int day) {
        fixture.send(new RelocateHousehold(BY_HAND, unit, TODAY.plusDays(day)));
    }

    /** The units in which a file of the day finds the household. */
    private List<UnitId> foundOn(int day) {
        return Stream.of(FIRST, SECOND, THIRD)
                .filter(unit -> fixture.register
                        .known(TODAY.plusDays(day))
                        .household(unit, "HO-7")
                        .isPresent())
                .toList();
    }

    /** The units in which a reorganisation counts the household on the day. */
    private List<UnitId> countedOn(int day) {
        return Stream.of(FIRST, SECOND, THIRD)
                .filter(unit -> territory.households(unit, TODAY.plusDays(day)) == 1)
                .toList();
    }

    @Test
    void aFileOfTodayFindsItWhereItLivesUntilItMoves() {
        fixture.send(new RegisterHousehold(BY_HAND, FIRST, "HO-7"));
        move(SECOND, 20);

        assertThat(fixture.dryRun(households("Ấp Đồng Tâm 1;HO-7")).repeated()).isEqualTo(1);
        assertThat(fixture.dryRun(households("Ấp 3, Minh Thạnh;HO-7")))
                .extracting(DryRunReport::ready, DryRunReport::repeated)
                .containsExactly(1, 0);
    }

    @Test
    void aMoveRecordedLaterForAnEarlierDayLastsUntilTheComingOne() {
        fixture.send(new RegisterHousehold(BY_HAND, FIRST, "HO-7"));
        assertThat(countedOn(0)).containsExactly(FIRST);
        move(SECOND, 20);
        move(THIRD, 5);

        assertThat(foundOn(0)).containsExactly(FIRST).isEqualTo(countedOn(0));
        assertThat(foundOn(5)).containsExactly(THIRD).isEqualTo(countedOn(5));
        assertThat(foundOn(21)).containsExactly(SECOND).isEqualTo(countedOn(21));

        fixture.send(new CorrectRelocation(BY_HAND, TODAY.plusDays(20), TODAY.plusDays(30), "nhập nhầm ngày"));

        assertThat(foundOn(21)).containsExactly(THIRD).isEqualTo(countedOn(21));
        assertThat(foundOn(30)).containsExactly(SECOND).isEqualTo(countedOn(30));
    }

    @Test
    void aMoveThatWasWithdrawnLeavesItWhereItWas() {
        fixture.send(new RegisterHousehold(BY_HAND, FIRST, "HO-7"));
        move(SECOND, 5);

        fixture.send(new CorrectRelocation(BY_HAND, TODAY.plusDays(5), null, "không chuyển"));

        assertThat(foundOn(6)).containsExactly(FIRST).isEqualTo(countedOn(6));
    }

    @Test
    void ofTwoWithOneCodeTheFirstIsFoundUntilItsRegistrationIsWithdrawn() {
        HouseholdId other = new HouseholdId("01991e3a-0000-7000-8000-000000000008");
        fixture.send(new RegisterHousehold(BY_HAND, FIRST, "HO-7"));
        fixture.send(new RegisterHousehold(other, FIRST, "HO-7"));

        assertThat(found(0)).isEqualTo(BY_HAND);

        fixture.send(new WithdrawRegistration(BY_HAND, "nhập hai lần"));

        assertThat(found(0)).isEqualTo(other);
        assertThat(territory.households(FIRST, TODAY)).isEqualTo(1);
    }

    @Test
    void movesThatAreRecordedInTheOrderOfTheirDaysCountTheSame() {
        fixture.send(new RegisterHousehold(BY_HAND, FIRST, "HO-7"));
        move(THIRD, 5);
        move(SECOND, 20);

        assertThat(foundOn(0)).containsExactly(FIRST).isEqualTo(countedOn(0));
        assertThat(foundOn(19)).containsExactly(THIRD).isEqualTo(countedOn(19));
        assertThat(foundOn(21)).containsExactly(SECOND).isEqualTo(countedOn(21));
    }

    @Test
    void itCountsUntilItLeavesAndFromItsReturn() {
        fixture.send(new RegisterHousehold(BY_HAND, FIRST, "HO-7"));
        fixture.send(new MarkHouseholdLeft(BY_HAND, TODAY.plusDays(5)));
        fixture.send(new ReturnHousehold(BY_HAND, SECOND, TODAY.plusDays(20)));

        assertThat(countedOn(4)).containsExactly(FIRST);
        assertThat(countedOn(5)).isEmpty();
        assertThat(countedOn(20)).containsExactly(SECOND);

        fixture.send(new CorrectDeparture(BY_HAND, TODAY.plusDays(5), TODAY.plusDays(7), "nhập nhầm ngày"));
        fixture.send(new CorrectReturn(BY_HAND, TODAY.plusDays(20), TODAY.plusDays(22), "nhập nhầm ngày"));

        assertThat(countedOn(6)).containsExactly(FIRST);
        assertThat(countedOn(20)).isEmpty();
        assertThat(foundOn(22)).containsExactly(SECOND).isEqualTo(countedOn(22));
    }

    @Test
    void anotherWithTheSameCodeIsFoundWhereTheFirstLivesNoMore() {
        HouseholdId other = new HouseholdId("01991e3a-0000-7000-8000-000000000008");
        fixture.send(new RegisterHousehold(BY_HAND, FIRST, "HO-7"));
        move(SECOND, 0);
        fixture.send(new RegisterHousehold(other, FIRST, "HO-7"));
        move(FIRST, 20);

        assertThat(found(0)).isEqualTo(other);
        assertThat(found(20)).isEqualTo(BY_HAND);
    }

    private HouseholdId found(int day) {
        return fixture.register
                .known(TODAY.plusDays(day))
                .household(FIRST, "HO-7")
                .orElseThrow()
                .household();
    }
}
