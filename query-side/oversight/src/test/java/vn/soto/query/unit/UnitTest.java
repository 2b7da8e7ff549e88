package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitBearing;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitState;
import vn.soto.contracts.unit.UnitStep;
import vn.soto.projection.MemoryDocuments;
import vn.soto.query.testing.ReadModelScenario;
import vn.soto.query.testing.ReadModelScenario.Query;
import vn.soto.testkit.Seeds;

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

    @Test
    void aMoveKeepsTheNameThatItsDecreeSays() {
        LocalDate renamed = DAY.plusDays(5);
        LocalDate moved = DAY.plusDays(10);
        units.given(new UnitReparented(HAMLET, WEST, "Unit hamlet", DECREE, moved));
        units.given(new UnitRenamed(HAMLET, "Tạm", DECREE, renamed));
        units.when(of(HAMLET, renamed)).expect(List.of("Tạm in east", "coming REPARENTED"));
        units.when(of(HAMLET, moved)).expect(List.of("Unit hamlet in west"));
    }

    /** Whatever is put before something else and undone again. */
    @Test
    void isOnEachDayWhatTheEventsUntilEachCommitSay() {
        Seeds.each(12, seed -> {
            Random random = new Random(seed);
            ReadModelScenario scenario = ReadModelScenario.of(new UnitProjector())
                    .given(established(PROVINCE, UnitKind.PROVINCE, "79", null))
                    .given(
                            established(EAST, UnitKind.WARD, "1", PROVINCE),
                            established(WEST, UnitKind.WARD, "2", PROVINCE));
            List<UnitState> states = new ArrayList<>(List.of(UnitState.NONE, UnitState.NONE, UnitState.NONE));
            UnitEvent next = established(HAMLET, UnitKind.HAMLET, null, EAST);
            for (int commit = 3; commit < 16; commit++) {
                scenario.given(next);
                states.add(states.getLast().after(next));
                next = any(random, states.getLast());
            }
            for (int asOf = 3; asOf < states.size(); asOf++) {
                UnitState known = states.get(asOf);
                scenario.whenAsOf(asOf, onEachDay(day -> (documents, commit) -> {
                            UnitOnDay on = new Units(documents)
                                    .find(HAMLET.value(), day, commit)
                                    .orElseThrow();
                            return on.name() + " " + on.kind() + " in " + on.parent();
                        }))
                        .expect(onEachDay(day -> (documents, commit) -> {
                                    UnitBearing on = known.on(day).after();
                                    return on.name() + " " + on.kind() + " in " + on.parent();
                                })
                                .ask(new MemoryDocuments(), asOf));
            }
        });
    }

    private static UnitEvent any(Random random, UnitState state) {
        LocalDate day = DAY.plusDays(random.nextInt(8));
        UnitStep latest = state.latest();
        return switch (random.nextInt(5)) {
            case 0 -> new UnitReparented(HAMLET, random.nextBoolean() ? EAST : WEST, null, DECREE, day);
            case 1 -> new UnitReparented(HAMLET, WEST, "Tên " + random.nextInt(4), DECREE, day);
            case 2 ->
                new UnitRetyped(HAMLET, random.nextBoolean() ? UnitKind.HAMLET : UnitKind.NEIGHBOURHOOD, DECREE, day);
            case 3 ->
                latest.change() == UnitChange.ESTABLISHED
                        ? new UnitRenamed(HAMLET, "Mới", DECREE, day)
                        : new UnitChangeUndone(HAMLET, latest.change(), latest.from());
            default -> new UnitRenamed(HAMLET, "Tên " + random.nextInt(4), DECREE, day);
        };
    }

    private static Query<List<String>> onEachDay(Function<LocalDate, Query<String>> asked) {
        return (documents, asOf) -> IntStream.range(0, 9)
                .mapToObj(day -> asked.apply(DAY.plusDays(day)).ask(documents, asOf))
                .toList();
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
