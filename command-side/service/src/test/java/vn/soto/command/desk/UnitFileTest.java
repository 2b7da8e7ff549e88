package vn.soto.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.soto.command.unit.UnitCommand.EstablishUnit;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

final class UnitFileTest {

    private static final String HEADER = "unit,kind,name,official_code,parent,instrument,signed_on,effective_from\n";

    @Test
    void readsUnitsCommentsAndEmptyCells() {
        var rows = UnitFile.read("# ghi chú\n" + HEADER
                + "bd-001,province,Bình Dương,74,,124/2004/QĐ-TTg,2004-07-08,2024-01-01\n"
                + "\n"
                + "kp-1,neighbourhood,  Khu phố   1 ,,bd-001,01/NQ,2024-01-01,2024-01-01\n");

        assertThat(rows)
                .extracting(UnitFile.Row::command)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo(new EstablishUnit(
                                        new UnitId("bd-001"),
                                        UnitKind.PROVINCE,
                                        "Bình Dương",
                                        "74",
                                        null,
                                        new Instrument("124/2004/QĐ-TTg", LocalDate.of(2004, 7, 8)),
                                        LocalDate.of(2024, 1, 1))),
                        second -> assertThat(second)
                                .extracting("name", "officialCode", "parent")
                                .containsExactly("Khu phố 1", null, new UnitId("bd-001")));
    }

    @Test
    void storesNamesInNfcHoweverTheyWereTyped() {
        var rows = UnitFile.read(HEADER
                + Normalizer.normalize(
                        "bd-001,province,Bình Dương,74,,1/QĐ,2004-07-08,2024-01-01\n", Normalizer.Form.NFD));

        assertThat(rows.getFirst().command()).extracting("name").isEqualTo("Bình Dương");
    }

    @Test
    void namesTheColumnThatCannotBeUnderstood() {
        var rows = UnitFile.read(HEADER
                + "bd-001,kingdom,A,74,,1/QĐ,2004-07-08,2024-01-01\n"
                + "bd-002,province,B,74,,1/QĐ,08/07/2004,2024-01-01\n"
                + "BD 3,province,C,74,,1/QĐ,2004-07-08,2024-01-01\n");

        assertThat(rows)
                .extracting(UnitFile.Row::number, UnitFile.Row::column, UnitFile.Row::value)
                .containsExactly(
                        tuple(1, "kind", "kingdom"), tuple(2, "signed_on", "08/07/2004"), tuple(3, "unit", "BD 3"));
    }

    @Test
    void refusesAFileOfAnotherForm() {
        assertThatThrownBy(() -> UnitFile.read("a;b;c\n1;2;3\n")).isInstanceOf(UnitFile.Malformed.class);
    }
}
