package vn.soto.domain.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitState;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;
import vn.soto.testkit.Seeds;

/**
 * Changes of days to come, recorded in any order. On each day a unit is as the accepted changes up to that day make it,
 * one after the other. No two units of one parent have the same name on one day.
 */
final class EarlierUnitChangesTest extends SampleCommune {

    private static final int SEEDS = 6;
    private static final int COMMANDS = 60;
    private static final int DAYS = 12;
    private static final Instrument DECISION = signedOn(TODAY);
    private static final UnitId OTHER_PROVINCE = new UnitId("p-2");
    private static final List<UnitId> WARDS = List.of(new UnitId("w-0"), new UnitId("w-1"), new UnitId("w-2"));

    private record Change(
            UnitChange kind,
            LocalDate from,
            @Nullable String name,
            @Nullable UnitId parent) {}

    private final Map<UnitId, List<Change>> accepted = new HashMap<>();
    private int early;
    private int names;

    @Test
    void giveEachDayItsOwnState() {
        Seeds.each(SEEDS, this::run);

        assertThat(early).as("changes put before others").isGreaterThan(20);
        assertThat(names).as("refused names").isGreaterThan(20);
    }

    private void run(long seed) {
        Scenario scenario = Scenario.at(NOW)
                .given(
                        establish(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null),
                        establish(OTHER_PROVINCE, UnitKind.MUNICIPALITY, "Hồ Chí Minh", "79", null));
        accepted.clear();
        for (UnitId ward : WARDS) {
            String name = "Tên " + WARDS.indexOf(ward);
            scenario.given(establish(ward, UnitKind.WARD, name, "2574" + WARDS.indexOf(ward), PROVINCE));
            accepted.put(
                    ward, new ArrayList<>(List.of(new Change(UnitChange.ESTABLISHED, LocalDate.MIN, name, PROVINCE))));
        }
        Random random = new Random(seed);
        for (int i = 0; i < COMMANDS; i++) {
            Command command = next(random);
            Optional<RuleViolatedException> refusal = refusal(scenario, command);
            if (refusal.isEmpty()) {
                take(command);
            } else if (refusal.get().rule() == UnitRule.UNIT_NAME_IS_FREE_WITHIN_PARENT) {
                names++;
                checkTaken(command);
            }
            check(scenario);
        }
    }

    private Command next(Random random) {
        UnitId ward = WARDS.get(random.nextInt(WARDS.size()));
        LocalDate day = TODAY.plusDays(random.nextInt(DAYS));
        String name = "Tên " + random.nextInt(6);
        Change last = changes(ward).getLast();
        return switch (random.nextInt(6)) {
            case 0 ->
                new UndoUnitChange(ward, last.kind(), last.from().isBefore(TODAY) ? TODAY : last.from(), "Nhầm ngày");
            case 1 -> {
                UnitId parent = random.nextBoolean() ? PROVINCE : OTHER_PROVINCE;
                String said = switch (random.nextInt(3)) {
                    case 0 -> name;
                    case 1 -> last(ward, day, Change::name);
                    default -> null;
                };
                yield new ReparentUnit(ward, parent, said, DECISION, day);
            }
            default -> new RenameUnit(ward, name, DECISION, day);
        };
    }

    private void take(Command command) {
        switch (command) {
            case RenameUnit rename ->
                put(rename.unit(), new Change(UnitChange.RENAMED, rename.effectiveFrom(), rename.name(), null));
            case ReparentUnit move ->
                put(move.unit(), new Change(UnitChange.REPARENTED, move.effectiveFrom(), move.name(), move.parent()));
            case UndoUnitChange undo -> changes(undo.unit()).removeLast();
            default -> throw new IllegalArgumentException(command.toString());
        }
    }

    private void put(UnitId ward, Change change) {
        List<Change> changes = changes(ward);
        early += changes.getLast().from().isAfter(change.from()) ? 1 : 0;
        changes.add(change);
        changes.sort(Comparator.comparing(Change::from));
    }

    private void check(Scenario scenario) {
        List<UnitState> states =
                WARDS.stream().map(ward -> state(scenario, ward)).toList();
        for (LocalDate day = TODAY; day.isBefore(TODAY.plusDays(DAYS + 1)); day = day.plusDays(1)) {
            LocalDate on = day;
            List<String> expected = WARDS.stream().map(ward -> said(ward, on)).toList();
            assertThat(states)
                    .as("%s", day)
                    .extracting(state -> state.on(on).after().name() + " in "
                            + state.on(on).after().parent())
                    .isEqualTo(expected);
            assertThat(expected).as("names on %s", day).doesNotHaveDuplicates();
        }
    }

    /** A name is refused only where another ward has it, on a day on which the command would give it or on a later one. */
    private void checkTaken(Command command) {
        UnitId ward = switch (command) {
            case RenameUnit rename -> rename.unit();
            case ReparentUnit move -> move.unit();
            case UndoUnitChange undo -> undo.unit();
            default -> throw new IllegalArgumentException(command.toString());
        };
        List<Change> before = List.copyOf(changes(ward));
        int counted = early;
        take(command);
        List<LocalDate> days = TODAY.datesUntil(TODAY.plusDays(DAYS + 1)).toList();
        boolean taken = days.stream()
                .anyMatch(day -> WARDS.stream()
                        .filter(other -> !other.equals(ward))
                        .anyMatch(other -> days.stream()
                                .filter(later -> !later.isBefore(day))
                                .anyMatch(later -> said(other, later).equals(said(ward, day)))));
        assertThat(taken)
                .as("%s is refused though no other has the name", command)
                .isTrue();
        accepted.put(ward, new ArrayList<>(before));
        early = counted;
    }

    private List<Change> changes(UnitId ward) {
        return Objects.requireNonNull(accepted.get(ward));
    }

    private String said(UnitId ward, LocalDate day) {
        return last(ward, day, Change::name) + " in " + last(ward, day, Change::parent);
    }

    private <T> T last(UnitId ward, LocalDate day, Function<Change, @Nullable T> said) {
        return changes(ward).reversed().stream()
                .filter(change -> !change.from().isAfter(day))
                .flatMap(change -> Stream.ofNullable(said.apply(change)))
                .findFirst()
                .orElseThrow();
    }

    private static UnitState state(Scenario scenario, UnitId ward) {
        UnitState state = UnitState.NONE;
        for (DomainEvent event : scenario.stream(ward.value())) {
            state = state.after((UnitEvent) event);
        }
        return state;
    }

    private static Optional<RuleViolatedException> refusal(Scenario scenario, Command command) {
        try {
            scenario.send(command);
            return Optional.empty();
        } catch (RuleViolatedException e) {
            return Optional.of(e);
        }
    }
}
