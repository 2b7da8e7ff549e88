package vn.soto.contracts.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.soto.contracts.reorganisation.RowError.Cause;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

final class ReorganisationFileTest {

    private static final String HEADER = "action,unit,kind,name,official_code,parent,successor\n";

    @Test
    void readsEveryActionWithItsColumns() {
        ReorganisationFile file = ReorganisationFile.read("# QĐ 19/2025/QĐ-TTg\n" + HEADER + """
                establish,n-1,ward,"Thủ Dầu Một",25747,n-0,
                Reparent,kp-1,,,,n-1,
                reparent,kp-2,,Khu phố 12,,n-1,

                # một phần
                split,o-1,,,,,n-1
                split,o-1,,,,,n-2
                merge,o-2,,,,,n-1
                abolish,o-3,,,,,
                rename,u-1,,"An ""Mới"", 2",,,
                retype,u-1,commune,,,,
                recode,u-1,,,00123,,
                """);

        assertThat(file.errors()).isEmpty();
        assertThat(file.rows()).hasSize(10);
        assertThat(file.rows().getFirst())
                .isEqualTo(new Row(
                        1,
                        Action.ESTABLISH,
                        new UnitId("n-1"),
                        UnitKind.WARD,
                        "Thủ Dầu Một",
                        "25747",
                        new UnitId("n-0"),
                        null));
        assertThat(file.rows()).extracting(Row::name).contains("An \"Mới\", 2", "Khu phố 12");
        assertThat(file.rows().getLast())
                .isEqualTo(new Row(10, Action.RECODE, new UnitId("u-1"), null, null, "00123", null, null));
    }

    @Test
    void takesColumnsInAnyOrderAndWindowsLines() {
        ReorganisationFile file = ReorganisationFile.read("\uFEFFsuccessor,unit,action\r\nn-1,o-1,merge\r\n");

        assertThat(file.errors()).isEmpty();
        assertThat(file.rows())
                .containsExactly(
                        new Row(1, Action.MERGE, new UnitId("o-1"), null, null, null, null, new UnitId("n-1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "merged,o-1,,,,,n-1 | action | UNKNOWN_ACTION | merged",
                "merge,,,,,,n-1 | unit | CELL_IS_NEEDED | ''",
                "merge,o-1,,,,, | successor | CELL_IS_NEEDED | ''",
                "abolish,o-1,,,,,n-1 | successor | CELL_IS_NOT_FOR_THIS_ACTION | n-1",
                "rename,Phú Cường,,A,,, | unit | NOT_AN_ID | Phú Cường",
                "retype,o-1,phường,,,, | kind | UNKNOWN_KIND | phường",
                "abolish,o-1,,,,,,x | successor | TOO_MANY_CELLS | x",
                "split,o-1,,,,,n-1 | successor | SPLIT_INTO_ONE | n-1",
                "merge,o-1,,,,,o-1 | successor | SUCCEEDS_ITSELF | o-1"
            })
    void saysWhichCellOfARowIsWrong(String row, String column, Cause cause, String value) {
        ReorganisationFile file = ReorganisationFile.read(HEADER + "abolish,z-9,,,,,\n" + row + "\n");

        assertThat(file.errors()).containsExactly(new RowError(2, column, cause, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "merge,o-1,,,,,n-1 | merge,o-1,,,,,n-2 | successor | MERGED_INTO_SEVERAL | n-2",
                "merge,o-1,,,,,n-1 | abolish,o-1,,,,, | action | ENDED_IN_TWO_WAYS | abolish",
                "rename,o-1,,A,,, | abolish,o-1,,,,, | action | ENDED_AND_CHANGED | abolish",
                "rename,o-1,,A,,, | rename,o-1,,B,,, | action | DONE_TWICE | rename",
                "abolish,n-1,,,,, | merge,o-1,,,,,n-1 | successor | REFERS_TO_AN_ENDED_UNIT | n-1",
                "abolish,n-1,,,,, | reparent,o-1,,,,n-1, | parent | REFERS_TO_AN_ENDED_UNIT | n-1"
            })
    void saysWhatIsWrongAmongRows(String first, String second, String column, Cause cause, String value) {
        ReorganisationFile file = ReorganisationFile.read(HEADER + first + "\n" + second + "\n");

        assertThat(file.errors()).containsExactly(new RowError(2, column, cause, value));
    }

    @Test
    void saysWhatIsWrongWithTheFile() {
        assertThat(ReorganisationFile.read(HEADER).errors()).containsExactly(new RowError(0, "", Cause.NO_ROWS, ""));
        assertThat(ReorganisationFile.read(HEADER + "rename,o-1,,\"A,,,\n").errors())
                .containsExactly(new RowError(0, "", Cause.FILE_IS_NOT_CSV, ""));
        assertThat(ReorganisationFile.read(HEADER + "rename,o-1,,\"A\"B,,,\n").errors())
                .containsExactly(new RowError(0, "", Cause.FILE_IS_NOT_CSV, ""));
        assertThat(ReorganisationFile.read("unit,verb\no-1,merge\n").errors())
                .containsExactly(
                        new RowError(0, "action", Cause.COLUMN_IS_MISSING, ""),
                        new RowError(0, "verb", Cause.COLUMN_IS_UNKNOWN, ""));
    }

    @ParameterizedTest
    @EnumSource
    void everyCauseHasAWholeTextInBothLanguages(Cause cause) {
        RowError error = new RowError(3, "unit", cause, "o-1");

        for (String text : List.of(error.text(Locale.of("vi")), error.text(Locale.ENGLISH))) {
            assertThat(text)
                    .endsWith(".")
                    .doesNotContain("'", "{")
                    .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
        assertThat(error.text(Locale.FRENCH)).isEqualTo(error.text(Locale.of("vi")));
    }
}
