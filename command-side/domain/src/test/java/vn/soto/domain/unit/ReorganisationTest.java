package vn.soto.domain.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.soto.contracts.unit.UnitChange.ABOLISHED;
import static vn.soto.contracts.unit.UnitChange.ESTABLISHED;
import static vn.soto.contracts.unit.UnitChange.MERGED;
import static vn.soto.contracts.unit.UnitChange.RECODED;
import static vn.soto.contracts.unit.UnitChange.RENAMED;
import static vn.soto.contracts.unit.UnitChange.REPARENTED;
import static vn.soto.contracts.unit.UnitChange.RETYPED;
import static vn.soto.contracts.unit.UnitChange.SPLIT;
import static vn.soto.contracts.unit.UnitKind.MUNICIPALITY;
import static vn.soto.contracts.unit.UnitKind.WARD;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RecodeUnit;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.RetypeUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

final class ReorganisationTest extends SampleCommune {

    private static final LocalDate DAY = TODAY.minusDays(5);
    private static final Instrument DECREE = signedOn(TODAY.minusDays(9));

    /** The rows are deliberately unordered. */
    private static final String FILE = """
            rename,u-province,,Bình Dương Cũ,,,
            merge,o-2,,,,,n-1
            abolish,o-3,,,,,
            reparent,k-1,,Khu phố 7,,n-1,
            establish,n-1,ward,Mới,25747,m-1,
            split,o-1,,,,,n-1
            merge,o-4,,,,,n-1
            split,o-1,,,,,n-2
            establish,n-2,commune,Khác,25750,m-1,
            retype,u-1,ward,,,,
            recode,u-1,,,25999,,
            establish,m-1,municipality,Hồ Chí Minh,79,,
            """;

    private static UnitId id(String id) {
        return new UnitId(id);
    }

    /** Columns: action, unit, kind, name, code, parent, successor. */
    private static Reorganisation read(String lines) {
        return new Reorganisation(lines.lines().map(ReorganisationTest::row).toList(), DECREE, DAY);
    }

    private static ReorganisationRow row(String line) {
        String[] cells = line.split(",", -1);
        return new ReorganisationRow(
                0,
                ReorganisationAction.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                id(cells[1]),
                cells[2].isEmpty() ? null : UnitKind.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                cells[3].isEmpty() ? null : cells[3],
                cells[4].isEmpty() ? null : cells[4],
                cells[5].isEmpty() ? null : id(cells[5]),
                cells[6].isEmpty() ? null : id(cells[6]));
    }

    @Test
    void putsItsCommandsIntoAnOrderInWhichEachFindsWhatItNeeds() {
        assertThat(read(FILE).commands())
                .containsExactly(
                        new EstablishUnit(id("m-1"), MUNICIPALITY, "Hồ Chí Minh", "79", null, DECREE, DAY),
                        new EstablishUnit(id("n-1"), WARD, "Mới", "25747", id("m-1"), DECREE, DAY),
                        new EstablishUnit(id("n-2"), UnitKind.COMMUNE, "Khác", "25750", id("m-1"), DECREE, DAY),
                        new ReparentUnit(id("k-1"), id("n-1"), "Khu phố 7", DECREE, DAY),
                        new MergeUnits(id("n-1"), List.of(id("o-2"), id("o-4")), DECREE, DAY),
                        new SplitUnit(id("o-1"), List.of(id("n-1"), id("n-2")), DECREE, DAY),
                        new AbolishUnit(id("o-3"), DECREE, DAY),
                        new RenameUnit(PROVINCE, "Bình Dương Cũ", DECREE, DAY),
                        new RetypeUnit(id("u-1"), WARD, DECREE, DAY),
                        new RecodeUnit(id("u-1"), "25999", DECREE, DAY));
    }

    @Test
    void isTakenBackFromTheLastCommandToTheFirst() {
        assertThat(read(FILE).reversed("Làm lại"))
                .containsExactly(
                        undo("u-1", RECODED),
                        undo("u-1", RETYPED),
                        undo("u-province", RENAMED),
                        undo("o-3", ABOLISHED),
                        undo("o-1", SPLIT),
                        undo("o-4", MERGED),
                        undo("o-2", MERGED),
                        undo("k-1", REPARENTED),
                        undo("n-2", ESTABLISHED),
                        undo("n-1", ESTABLISHED),
                        undo("m-1", ESTABLISHED));
    }

    private static Command undo(String unit, UnitChange change) {
        return new UndoUnitChange(id(unit), change, DAY, "Làm lại");
    }

    @Test
    void takesBackAsMuchAsWasCarriedOutAndNothingElse() {
        List<Command> done = read(FILE).commands().subList(0, 2);

        assertThat(Reorganisation.reversed(done, "Làm lại"))
                .containsExactly(undo("n-1", ESTABLISHED), undo("m-1", ESTABLISHED));
        assertThatIllegalArgumentException().isThrownBy(() -> Reorganisation.reversed(List.of(formTeam()), "Làm lại"));
    }

    @Test
    void cutsAMergerThatIsTooLargeForOneCommit() {
        String rows = String.join(
                "\n",
                IntStream.range(0, 51)
                        .mapToObj(i -> "merge,o-" + i + ",,,,,n-1")
                        .toList());

        assertThat(read(rows).commands())
                .extracting(command -> ((MergeUnits) command).from().size())
                .containsExactly(50, 1);
    }

    @Test
    void dividesAMergerIntoOneForEachRow() {
        List<Reorganisation.Change> divided = read("merge,o-1,,,,,n-1\nmerge,o-2,,,,,n-1")
                .changes()
                .getFirst()
                .divided();

        assertThat(divided)
                .extracting(Reorganisation.Change::command)
                .containsExactly(
                        new MergeUnits(id("n-1"), List.of(id("o-1")), DECREE, DAY),
                        new MergeUnits(id("n-1"), List.of(id("o-2")), DECREE, DAY));
    }

    @Test
    void isCarriedOutAndTakenBackLeavingEveryNameAndUnitAsItWas() {
        Scenario scenario = Scenario.at(NOW).given(units());
        UnitReferenceModel reference = new UnitReferenceModel();
        reference.commit(all(scenario));
        Map<String, UnitId> names = Map.copyOf(reference.holders);
        Reorganisation reform = read("""
                establish,n-1,ward,Minh Thạnh,25780,u-province,
                establish,n-2,commune,Long Hòa,25783,u-province,
                reparent,u-hamlet-1,,,,n-1,
                split,u-commune,,,,,n-1
                split,u-commune,,,,,n-2
                """);

        reform.commands().forEach(command -> reference.commit(scenario.send(command)));
        assertThat(reference.successors).containsOnlyKeys(COMMUNE);
        assertThat(reference.holders)
                .containsEntry("n-1/ấp đồng tâm 1", HAMLET)
                .containsEntry("u-commune/ấp đồng tâm 2", FAR_HAMLET);

        reform.reversed("Làm lại").forEach(command -> reference.commit(scenario.send(command)));
        assertThat(reference.successors).isEmpty();
        assertThat(reference.holders).isEqualTo(names);
    }

    private static List<DomainEvent> all(Scenario scenario) {
        return scenario.ledger().commits(1, Integer.MAX_VALUE).stream()
                .flatMap(commit -> scenario.decoded(commit).stream())
                .toList();
    }
}
