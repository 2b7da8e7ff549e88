package vn.soto.domain.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;
import vn.soto.testkit.Seeds;

/** Random commands about few units on few days in random order are accepted exactly when a simple model predicts it. */
final class RandomUnitsTest extends SampleCommune {

    private static final int SEEDS = Boolean.getBoolean("soto.long") ? 12 : 3;
    private static final int COMMANDS = 1_500;
    private static final Instrument DECISION = signedOn(TODAY);
    private static final LocalDate FIRST = TODAY.minusDays(40);
    private static final UnitId OTHER_PROVINCE = new UnitId("p-2");

    @Test
    void areAcceptedExactlyWhenThePlainModelSaysSo() {
        Map<Class<?>, Integer> accepted = new HashMap<>();
        Seeds.each(SEEDS, seed -> run(seed, accepted));

        assertThat(accepted)
                .hasSize(7)
                .allSatisfy((command, count) ->
                        assertThat(count).as(command.getSimpleName()).isGreaterThan(10));
    }

    private static void run(long seed, Map<Class<?>, Integer> accepted) {
        Scenario scenario = Scenario.at(NOW)
                .given(
                        establish(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null),
                        establish(OTHER_PROVINCE, UnitKind.MUNICIPALITY, "Hồ Chí Minh", "79", null));
        UnitReferenceModel reference = new UnitReferenceModel();
        scenario.ledger().commits(1, Integer.MAX_VALUE).forEach(commit -> reference.commit(scenario.decoded(commit)));
        SimpleUnits model = new SimpleUnits();
        Random random = new Random(seed);
        for (int i = 0; i < COMMANDS; i++) {
            Command command = next(random, i, model);
            boolean expected = model.accepts(command);
            List<DomainEvent> events = sent(scenario, command);
            assertThat(!events.isEmpty()).as("command %d, %s", i, command).isEqualTo(expected);
            reference.commit(events);
            if (expected) {
                model.take(command);
                accepted.merge(command.getClass(), 1, Integer::sum);
            }
        }
    }

    /** Wards are established and end; commands are mostly about the latest ones. */
    private static Command next(Random random, int number, SimpleUnits model) {
        List<UnitId> wards = model.latest(8);
        LocalDate day = FIRST.plusDays(random.nextInt(1 + number / 40));
        String name = "Tên " + random.nextInt(30);
        if (wards.size() < 4 || random.nextInt(10) == 0) {
            return new EstablishUnit(
                    new UnitId("w-" + number),
                    UnitKind.WARD,
                    name,
                    "25747",
                    random.nextBoolean() ? PROVINCE : OTHER_PROVINCE,
                    DECISION,
                    day);
        }
        UnitId unit = wards.get(random.nextInt(wards.size()));
        return switch (random.nextInt(16)) {
            case 0, 1 -> new RenameUnit(unit, name, DECISION, day);
            case 2 ->
                new ReparentUnit(
                        unit,
                        random.nextBoolean() ? PROVINCE : OTHER_PROVINCE,
                        random.nextBoolean() ? null : name,
                        DECISION,
                        day);
            case 3 -> new AbolishUnit(unit, DECISION, day);
            case 4, 5, 6, 7 -> new MergeUnits(unit, some(random, wards), DECISION, day);
            case 8, 9, 10, 11, 12 -> new SplitUnit(unit, some(random, wards), DECISION, day);
            default -> undo(random, unit, model, day);
        };
    }

    private static List<UnitId> some(Random random, List<UnitId> wards) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> wards.get(random.nextInt(wards.size())))
                .toList();
    }

    /** Mostly an undo of the latest change. */
    private static Command undo(Random random, UnitId unit, SimpleUnits model, LocalDate day) {
        SimpleUnits.Change latest = model.latestOf(unit);
        UnitChange[] changes = UnitChange.values();
        return random.nextInt(4) == 0
                ? new UndoUnitChange(unit, changes[random.nextInt(changes.length)], day, "Nhầm rồi")
                : new UndoUnitChange(unit, latest.change(), latest.from(), "Nhầm rồi");
    }

    private static List<DomainEvent> sent(Scenario scenario, Command command) {
        try {
            return scenario.send(command);
        } catch (RuleViolatedException e) {
            return new ArrayList<>();
        }
    }
}
