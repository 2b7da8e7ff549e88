package vn.soto.contracts.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;

final class UnitStateTest {

    private static final UnitId UNIT = new UnitId("ward");
    private static final UnitId OTHER = new UnitId("other");
    private static final Instrument DECREE = new Instrument("1/NQ", LocalDate.of(2025, 6, 1));
    private static final UnitEstablished ESTABLISHED =
            new UnitEstablished(UNIT, UnitKind.TOWNSHIP, "Lái Thiêu", "25978", new UnitId("town"), DECREE, day(1));

    private UnitState unit = UnitState.NONE;

    private static LocalDate day(int day) {
        return LocalDate.of(2025, 7, day);
    }

    private void on(UnitEvent... events) {
        for (UnitEvent event : events) {
            unit = unit.after(event);
        }
    }

    @Test
    void isAsLastChanged() {
        on(
                ESTABLISHED,
                new UnitRenamed(UNIT, "An Phú", DECREE, day(2)),
                new UnitRecoded(UNIT, "25979", DECREE, day(3)),
                new UnitRetyped(UNIT, UnitKind.WARD, DECREE, day(4)),
                new UnitReparented(UNIT, new UnitId("city"), null, DECREE, day(5)));

        assertThat(unit.now()).isEqualTo(new UnitBearing(UnitKind.WARD, "An Phú", "25979", new UnitId("city")));
        assertThat(unit.steps())
                .extracting(UnitStep::change)
                .containsExactly(
                        UnitChange.ESTABLISHED,
                        UnitChange.RENAMED,
                        UnitChange.RECODED,
                        UnitChange.RETYPED,
                        UnitChange.REPARENTED);
    }

    @Test
    void getsAnotherNameWithAMove() {
        on(ESTABLISHED, new UnitReparented(UNIT, new UnitId("city"), "An Phú", DECREE, day(5)));

        assertThat(unit.now().name()).isEqualTo("An Phú");
    }

    @Test
    void anEarlierChangeComesBeforeOneThatIsToComeAndStaysInIt() {
        UnitId city = new UnitId("city");
        on(
                ESTABLISHED,
                new UnitReparented(UNIT, city, null, DECREE, day(20)),
                new UnitMerged(UNIT, OTHER, DECREE, day(25)));
        on(new UnitRenamed(UNIT, "An Phú", DECREE, day(10)), new UnitRecoded(UNIT, "25979", DECREE, day(22)));

        assertThat(unit.steps())
                .extracting(
                        step -> step.after().name(),
                        step -> step.after().parent(),
                        step -> step.after().officialCode())
                .containsExactly(
                        tuple("Lái Thiêu", ESTABLISHED.parent(), "25978"),
                        tuple("An Phú", ESTABLISHED.parent(), "25978"),
                        tuple("An Phú", city, "25978"),
                        tuple("An Phú", city, "25979"),
                        tuple("An Phú", city, "25979"));
        assertThat(unit.ended()).contains(day(25));
        assertThat(unit.on(day(15)).after().name()).isEqualTo("An Phú");

        on(
                new UnitChangeUndone(UNIT, UnitChange.MERGED, day(25)),
                new UnitChangeUndone(UNIT, UnitChange.RECODED, day(22)));
        assertThat(unit.now()).isEqualTo(new UnitBearing(UnitKind.TOWNSHIP, "An Phú", "25978", city));
    }

    @Test
    void aMoveKeepsTheNameThatItSaysThoughTheUnitHadItWhenItWasRecorded() {
        on(
                ESTABLISHED,
                new UnitReparented(UNIT, new UnitId("city"), ESTABLISHED.name(), DECREE, day(20)),
                new UnitRenamed(UNIT, "Thuận An", DECREE, day(10)));

        assertThat(unit.on(day(19)).after().name()).isEqualTo("Thuận An");
        assertThat(unit.on(day(20)).after().name()).isEqualTo(ESTABLISHED.name());
    }

    @Test
    void aNameThatAComingChangeStatesIsNotThatOfAnEarlierOne() {
        on(
                ESTABLISHED,
                new UnitRenamed(UNIT, "An Phú", DECREE, day(20)),
                new UnitRenamed(UNIT, "Thuận An", DECREE, day(10)));

        assertThat(unit.on(day(19)).after().name()).isEqualTo("Thuận An");
        assertThat(unit.on(day(20)).after().name()).isEqualTo("An Phú");
    }

    @Test
    void isAsBeforeOnceItsLatestChangeIsUndone() {
        on(ESTABLISHED, new UnitRenamed(UNIT, "An Phú", DECREE, day(2)));
        on(new UnitChangeUndone(UNIT, UnitChange.RENAMED, day(2)));

        assertThat(unit).isEqualTo(UnitState.NONE.after(ESTABLISHED));
    }

    @Test
    void isWithdrawnOnceNothingIsLeft() {
        on(ESTABLISHED, new UnitChangeUndone(UNIT, UnitChange.ESTABLISHED, day(1)));

        assertThat(unit.withdrawn()).isTrue();
        assertThat(unit.now().name()).isEqualTo("Lái Thiêu");
        assertThat(unit.inForceOn(day(1))).isFalse();
    }

    @Test
    void endsAsItLastWas() {
        for (UnitEvent end : List.of(
                new UnitMerged(UNIT, OTHER, DECREE, day(9)),
                new UnitSplit(UNIT, List.of(OTHER, new UnitId("third")), DECREE, day(9)),
                new UnitAbolished(UNIT, DECREE, day(9)))) {
            UnitState ended = UnitState.NONE.after(ESTABLISHED).after(end);

            assertThat(ended.ended()).contains(day(9));
            assertThat(ended.inForceOn(day(8))).isTrue();
            assertThat(ended.inForceOn(day(9))).isFalse();
            assertThat(ended.now()).isEqualTo(UnitState.NONE.after(ESTABLISHED).now());
        }
    }

    @Test
    void namesItsSuccessors() {
        on(ESTABLISHED, new UnitMerged(UNIT, OTHER, DECREE, day(9)));

        assertThat(unit.latest().successors()).containsExactly(OTHER);
    }

    @Test
    void knowsWhomItTookOverUntilThatIsUndone() {
        on(ESTABLISHED, new UnitTookOver(UNIT, OTHER, UnitChange.MERGED, DECREE, day(9)));
        assertThat(unit.takenOver()).isEqualTo(Map.of(OTHER, day(9)));
        assertThat(unit.latestDay()).isEqualTo(day(9));

        on(new UnitTakeOverUndone(UNIT, OTHER, day(9)));
        assertThat(unit).isEqualTo(UnitState.NONE.after(ESTABLISHED));
    }

    @Test
    void doesNotChangeBeforeItIsEstablished() {
        assertThatIllegalStateException()
                .isThrownBy(() -> on(new UnitRenamed(UNIT, "An Phú", DECREE, day(2))))
                .withMessageContaining("ward");
    }
}
