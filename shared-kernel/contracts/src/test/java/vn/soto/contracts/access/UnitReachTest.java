package vn.soto.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitState;

/** On 1/7/2025 districts end, and the communes An and Bình become the commune Mới. */
final class UnitReachTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 8, 20);
    private static final Instrument DECREE = new Instrument("12/NQ-UBTVQH15", FIRST);

    private static final UnitId PROVINCE = new UnitId("tinh");
    private static final UnitId DISTRICT = new UnitId("huyen-1");
    private static final UnitId OTHER_DISTRICT = new UnitId("huyen-2");
    private static final UnitId AN = new UnitId("xa-an");
    private static final UnitId BINH = new UnitId("xa-binh");
    private static final UnitId STAYING = new UnitId("xa-o-lai");
    private static final UnitId NEW = new UnitId("xa-moi");
    private static final UnitId AN_1 = new UnitId("ap-an-1");
    private static final UnitId AN_2 = new UnitId("ap-an-2");
    private static final UnitId BINH_1 = new UnitId("ap-binh-1");

    private final Map<UnitId, UnitState> states = new HashMap<>();

    UnitReachTest() {
        establish(PROVINCE, UnitKind.PROVINCE, null, FIRST);
        establish(DISTRICT, UnitKind.DISTRICT, PROVINCE, FIRST);
        establish(OTHER_DISTRICT, UnitKind.DISTRICT, PROVINCE, FIRST);
        establish(AN, UnitKind.COMMUNE, DISTRICT, FIRST);
        establish(STAYING, UnitKind.COMMUNE, DISTRICT, FIRST);
        establish(BINH, UnitKind.COMMUNE, OTHER_DISTRICT, FIRST);
        establish(AN_1, UnitKind.HAMLET, AN, FIRST);
        establish(AN_2, UnitKind.HAMLET, AN, FIRST);
        establish(BINH_1, UnitKind.HAMLET, BINH, FIRST);
    }

    private void reform() {
        establish(NEW, UnitKind.COMMUNE, PROVINCE, REFORM);
        merge(AN, NEW);
        merge(BINH, NEW);
        List.of(AN_1, AN_2, BINH_1).forEach(hamlet -> reparent(hamlet, NEW));
        reparent(STAYING, PROVINCE);
        on(new UnitAbolished(DISTRICT, DECREE, REFORM));
        on(new UnitAbolished(OTHER_DISTRICT, DECREE, REFORM));
    }

    private void on(UnitEvent event) {
        states.put(
                event.unit(), states.getOrDefault(event.unit(), UnitState.NONE).after(event));
    }

    private void establish(UnitId unit, UnitKind kind, @Nullable UnitId parent, LocalDate from) {
        on(new UnitEstablished(unit, kind, unit.value(), null, parent, DECREE, from));
    }

    private void merge(UnitId unit, UnitId into) {
        on(new UnitMerged(unit, into, DECREE, REFORM));
        on(new UnitTookOver(into, unit, UnitChange.MERGED, DECREE, REFORM));
    }

    private void reparent(UnitId unit, UnitId parent) {
        on(new UnitReparented(unit, parent, null, DECREE, REFORM));
    }

    private UnitReach on(LocalDate day) {
        return new UnitReach(unit -> states.getOrDefault(unit, UnitState.NONE), day);
    }

    @Test
    void aGrantReachesTheUnitsBelowIt() {
        assertThat(on(FIRST).reaching(AN_1)).containsExactlyInAnyOrder(AN_1, AN, DISTRICT, PROVINCE);
    }

    @Test
    void aGrantOnACommuneThatHasEndedReachesItsHamletsWhereTheyAreNow() {
        reform();

        assertThat(on(AFTER).reaching(AN_1)).contains(AN, NEW, DISTRICT, PROVINCE);
        assertThat(on(AFTER).reaching(BINH_1))
                .contains(BINH, NEW, OTHER_DISTRICT)
                .doesNotContain(AN, DISTRICT);
    }

    @Test
    void theMergedCommuneIsNotReachedByTheGrantOnOneOfItsParts() {
        reform();

        assertThat(on(AFTER).reaching(NEW)).containsExactlyInAnyOrder(NEW, PROVINCE);
    }

    @Test
    void aCommuneMadeOfCommunesOfOneDistrictIsReachedByTheGrantOnThatDistrict() {
        UnitId both = new UnitId("xa-gop");
        establish(both, UnitKind.COMMUNE, PROVINCE, REFORM);
        merge(AN, both);
        merge(STAYING, both);
        on(new UnitAbolished(DISTRICT, DECREE, REFORM));

        assertThat(on(AFTER).reaching(both)).contains(DISTRICT).doesNotContain(AN, STAYING);
    }

    @Test
    void aGrantOnTheNewCommuneReachesWhatIsStillRecordedInTheOldOne() {
        reform();

        assertThat(on(AFTER).reaching(AN)).contains(NEW, AN, DISTRICT);
    }

    @Test
    void theOfficersOfTheNewCommuneTakeOverFromThoseOfItsParts() {
        assertThat(on(REFORM.minusDays(1)).takers(AN, AN_1)).isEmpty();
        reform();

        assertThat(on(REFORM.minusDays(1)).takers(AN, AN_1)).isEmpty();
        assertThat(on(REFORM).takers(AN, AN_1)).containsExactly(NEW);
        assertThat(on(AFTER).takers(AN, AN)).containsExactly(NEW);
        assertThat(on(AFTER).takers(NEW, AN_1)).isEmpty();
    }

    @Test
    void theOfficersAboveTakeOverFromThoseOfADistrictThatWasAbolished() {
        reform();

        assertThat(on(AFTER).takers(DISTRICT, STAYING)).containsExactly(PROVINCE);
        assertThat(on(AFTER).takers(DISTRICT, AN_1)).containsExactlyInAnyOrder(NEW, PROVINCE);
    }

    @Test
    void whileItIsUndecidedWhereAPartOfASplitUnitLiesNobodyTakesItOver() {
        UnitId other = new UnitId("xa-khac");
        establish(NEW, UnitKind.COMMUNE, DISTRICT, REFORM);
        establish(other, UnitKind.COMMUNE, DISTRICT, REFORM);
        on(new UnitSplit(AN, List.of(NEW, other), DECREE, REFORM));
        on(new UnitTookOver(NEW, AN, UnitChange.SPLIT, DECREE, REFORM));
        on(new UnitTookOver(other, AN, UnitChange.SPLIT, DECREE, REFORM));
        assertThat(on(AFTER).takers(AN, AN_1)).isEmpty();

        reparent(AN_1, NEW);
        assertThat(on(AFTER).takers(AN, AN_1)).containsExactly(NEW);
        assertThat(on(AFTER).takers(AN, AN_2)).isEmpty();
    }

    @Test
    void untilTheReformTheNewCommuneReachesNothing() {
        reform();

        assertThat(on(REFORM.minusDays(1)).reaching(AN_1)).containsExactlyInAnyOrder(AN_1, AN, DISTRICT, PROVINCE);
    }

    @Test
    void aHamletThatMovedBeforeItsCommuneEndedIsOutOfReachOfTheOldGrant() {
        on(new UnitReparented(AN_2, STAYING, null, DECREE, REFORM.minusDays(30)));
        reform();
        reparent(AN_2, STAYING);

        assertThat(on(AFTER).reaching(AN_2)).contains(STAYING, DISTRICT).doesNotContain(AN, NEW);
    }

    @Test
    void whatLiesInAUnitThatWasDividedIsReachedByWhoReachesAllItsParts() {
        UnitId north = new UnitId("ap-bac");
        UnitId south = new UnitId("ap-nam");
        establish(north, UnitKind.HAMLET, AN, REFORM);
        establish(south, UnitKind.HAMLET, STAYING, REFORM);
        on(new UnitSplit(AN_1, List.of(north, south), DECREE, REFORM));
        on(new UnitTookOver(north, AN_1, UnitChange.SPLIT, DECREE, REFORM));
        on(new UnitTookOver(south, AN_1, UnitChange.SPLIT, DECREE, REFORM));

        assertThat(on(AFTER).reaching(AN_1)).contains(DISTRICT, PROVINCE).doesNotContain(AN, STAYING, north);
        assertThat(on(AFTER).reaching(north)).contains(AN, AN_1, DISTRICT).doesNotContain(STAYING);
    }

    @Test
    void theUnitAboveDecidesAboutAUnit() {
        assertThat(on(FIRST).deciding(AN)).containsExactlyInAnyOrder(DISTRICT, PROVINCE);
        assertThat(on(FIRST).deciding(PROVINCE)).isEmpty();
        reform();
        assertThat(on(AFTER).deciding(NEW)).containsExactly(PROVINCE);
    }

    @Test
    void aUnitThatNobodyKnowsIsReachedByAGrantOnItself() {
        assertThat(on(FIRST).reaching(new UnitId("la"))).containsExactly(new UnitId("la"));
    }
}
