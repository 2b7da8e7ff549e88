package vn.soto.contracts.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;

final class UnitSuccessionTest {

    private static final UnitId UNIT = new UnitId("hamlet-1");
    private static final UnitId OTHER = new UnitId("hamlet-2");
    private static final UnitId THIRD = new UnitId("hamlet-3");
    private static final Instrument DECREE = new Instrument("1/NQ", LocalDate.of(2025, 6, 1));

    private static LocalDate day(int day) {
        return LocalDate.of(2025, 7, day);
    }

    private static UnitChangeUndone undone(UnitChange change, int day) {
        return new UnitChangeUndone(UNIT, change, day(day));
    }

    static Stream<List<UnitEvent>> histories() {
        UnitTookOver took = new UnitTookOver(UNIT, THIRD, UnitChange.MERGED, DECREE, day(4));
        UnitMerged merged = new UnitMerged(UNIT, OTHER, DECREE, day(9));
        return Stream.of(
                List.of(undone(UnitChange.ESTABLISHED, 1)),
                List.of(took, merged),
                List.of(took, new UnitTakeOverUndone(UNIT, THIRD, day(4))),
                List.of(took, merged, undone(UnitChange.MERGED, 9), new UnitAbolished(UNIT, DECREE, day(7))),
                List.of(
                        new UnitRenamed(UNIT, "Ấp 2", DECREE, day(2)),
                        undone(UnitChange.RENAMED, 2),
                        new UnitSplit(UNIT, List.of(OTHER, THIRD), DECREE, day(5)),
                        undone(UnitChange.SPLIT, 5),
                        merged));
    }

    /** So lists name the same neighbours as the rules of commands. */
    @ParameterizedTest
    @MethodSource("histories")
    void hasTheNeighboursOfTheStateOfTheUnitOnEveryDay(List<UnitEvent> changes) {
        List<UnitEvent> events = new ArrayList<>(List.of(
                new UnitEstablished(UNIT, UnitKind.HAMLET, "Ấp 1", null, new UnitId("commune"), DECREE, day(1))));
        for (UnitEvent change : changes) {
            events.add(change);
            UnitState state = UnitState.NONE;
            for (UnitEvent event : events) {
                state = state.after(event);
            }
            UnitState known = state;
            assertThat(IntStream.rangeClosed(1, 12)
                            .mapToObj(day -> UnitSuccession.of(events).linksOn(day(day))))
                    .isEqualTo(IntStream.rangeClosed(1, 12)
                            .mapToObj(day -> known.linksOn(day(day)))
                            .toList());
        }
    }
}
