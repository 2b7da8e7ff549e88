package vn.soto.domain.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.Race;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.shared.Command;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;
import vn.soto.testkit.Seeds;

/**
 * In each round, 64 threads concurrently merge six wards into each other, split, rename, end and undo, on few days and
 * with few names. Afterwards, in ledger order, no name has two holders and no unit is its own ancestor.
 */
@Tag("threads")
final class UnitRaceTest extends SampleCommune {

    private static final int ROUNDS = Boolean.getBoolean("soto.long") ? 12 : 3;
    private static final int WARDS = 6;

    private final Race race = new Race(ROUNDS);

    @Test
    void letsNoNameHaveTwoHoldersAndNoUnitSucceedItself() {
        Seeds.each(1, this::race);
    }

    private void race(long seed) {
        List<Random> randoms = IntStream.range(0, Race.THREADS)
                .mapToObj(thread -> new Random(seed + thread))
                .toList();
        UnitReferenceModel reference = new UnitReferenceModel();
        race.run(
                UnitRaceTest::prepare,
                (thread, round) -> command(thread, round, randoms.get(thread)),
                commits -> commits.forEach(reference::commit));
    }

    private static void prepare(Scenario scenario) {
        scenario.given(establish(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null));
        for (int round = 0; round < ROUNDS; round++) {
            for (int ward = 0; ward < WARDS; ward++) {
                scenario.given(establish(ward(round, ward), UnitKind.WARD, round + "-" + ward, "25747", PROVINCE));
            }
        }
    }

    private static Command command(int thread, int round, Random random) {
        int first = random.nextInt(WARDS);
        UnitId unit = ward(round, first);
        UnitId other = ward(round, (first + 1 + random.nextInt(WARDS - 1)) % WARDS);
        LocalDate day = TODAY.minusDays(random.nextInt(4));
        String name = "Tên " + round + random.nextInt(3);
        return switch (thread % 8) {
            case 0 -> new SplitUnit(unit, List.of(other, ward(round, 0), ward(round, 1)), signedOn(TODAY), day);
            case 1, 2 -> new RenameUnit(unit, name, signedOn(TODAY), day);
            case 3 ->
                new EstablishUnit(
                        new UnitId("n-" + thread + "-" + round),
                        UnitKind.WARD,
                        name,
                        "25747",
                        PROVINCE,
                        signedOn(TODAY),
                        day);
            case 4 ->
                new UndoUnitChange(
                        unit, random.nextBoolean() ? UnitChange.MERGED : UnitChange.RENAMED, day, "Nhầm rồi");
            case 5 -> thread == 5 ? new AbolishUnit(unit, signedOn(TODAY), day) : merge(unit, other, day);
            default -> merge(unit, other, day);
        };
    }

    private static MergeUnits merge(UnitId unit, UnitId other, LocalDate day) {
        return new MergeUnits(unit, List.of(other), signedOn(TODAY), day);
    }

    private static UnitId ward(int round, int number) {
        return new UnitId("w-" + round + "-" + number);
    }
}
