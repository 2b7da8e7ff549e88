package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.ReadModelScenario;
import vn.soto.query.testing.ReadModelScenario.Query;

final class UnitTest {

    private static final UnitId PROVINCE = new UnitId("p");
    private static final UnitId EAST = new UnitId("east");
    private static final UnitId WEST = new UnitId("west");
    private static final UnitId HAMLET = new UnitId("hamlet");
    private static final Instrument DECREE = new Instrument("1/NĐ", LocalDate.of(2026, 1, 1));
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    private final ReadModelScenario units = ReadModelScenario.of(new UnitProjector())
            .given(established(PROVINCE, UnitKind.PROVINCE, "79", null))
            .given(established(EAST, UnitKind.WARD, "1", PROVINCE), established(WEST, UnitKind.WARD, "2", PROVINCE))
            .given(established(HAMLET, UnitKind.HAMLET, null, EAST));

    private static UnitEstablished established(
            UnitId unit, UnitKind kind, @Nullable String code, @Nullable UnitId parent) {
        return new UnitEstablished(unit, kind, "Unit " + unit, code, parent, DECREE, DAY);
    }

    private static Query<List<String>> in(UnitId unit, LocalDate day) {
        return (documents, asOf) -> new Units(documents)
                .children(unit.value(), day, asOf).stream().map(UnitOnDay::id).toList();
    }

    @Test
    void aUnitLiesWhereItLiesOnThatDay() {
        units.given(new UnitReparented(HAMLET, WEST, null, DECREE, DAY.plusDays(10)));
        units.when(in(EAST, DAY)).expect(List.of("hamlet"));
        units.when(in(WEST, DAY)).expect(List.of());
        units.when(in(WEST, DAY.plusDays(10))).expect(List.of("hamlet"));
        units.whenAsOf(3, in(WEST, DAY.plusDays(10))).expect(List.of());
    }

    @Test
    void aNameIsPutBeforeAMoveThatIsToCome() {
        LocalDate renamed = DAY.plusDays(5);
        LocalDate moved = DAY.plusDays(10);
        units.given(new UnitReparented(HAMLET, WEST, null, DECREE, moved));
        units.given(new UnitRenamed(HAMLET, "Mới", DECREE, renamed));
        units.when(of(HAMLET, renamed.minusDays(1))).expect(List.of("Unit hamlet in east", "coming RENAMED"));
        units.when(of(HAMLET, renamed)).expect(List.of("Mới in east", "coming REPARENTED"));
        units.when(of(HAMLET, moved)).expect(List.of("Mới in west"));
        units.whenAsOf(4, of(HAMLET, moved)).expect(List.of("Unit hamlet in west"));

        units.given(new UnitChangeUndone(HAMLET, UnitChange.REPARENTED, moved));
        units.when(of(HAMLET, moved)).expect(List.of("Mới in east"));
        units.whenAsOf(5, of(HAMLET, moved)).expect(List.of("Mới in west"));
        units.given(new UnitChangeUndone(HAMLET, UnitChange.RENAMED, renamed));
        units.when(of(HAMLET, moved)).expect(List.of("Unit hamlet in east"));
    }

    private static Query<List<String>> of(UnitId unit, LocalDate day) {
        return (documents, asOf) -> {
            UnitOnDay on = new Units(documents).find(unit.value(), day, asOf).orElseThrow();
            String now = on.name() + " in " + on.parent();
            Unit.Step next = on.next();
            return next == null ? List.of(now) : List.of(now, "coming " + next.change());
        };
    }

    @Test
    void findsUnitsByCode() {
        units.when((documents, asOf) -> new Units(documents)
                        .bearers("2", DAY, asOf).stream().map(UnitOnDay::id).toList())
                .expect(List.of("west"));
    }

    @Test
    void listsEverythingBelow() {
        units.when((documents, asOf) ->
                        new Units(documents).below(List.of("p"), DAY, asOf).getOrDefault("p", List.of()))
                .expect(List.of("p", "east", "west", "hamlet"));
    }

    @Test
    void whatIsListedInAHamletIsListedInTheWardInWhichItLayThatDay() {
        units.given(new UnitReparented(HAMLET, WEST, null, DECREE, DAY.plusDays(10)));
        units.when(within(EAST, DAY)).expect(List.of("east", "hamlet"));
        units.when(within(WEST, DAY)).expect(List.of("west"));
        units.when(within(WEST, DAY.plusDays(10))).expect(List.of("west", "hamlet"));
    }

    private static Query<List<String>> within(UnitId unit, LocalDate day) {
        return (documents, asOf) -> new Units(documents).within(unit.value(), day, asOf);
    }
}
