package vn.soto.page.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.Part;
import vn.soto.page.creation.RowsForm.Fate;
import vn.soto.page.creation.RowsForm.State;
import vn.soto.page.form.Typed;
import vn.soto.web.TypedDays;

final class RowSheetTest {

    private static final TypedDays DAYS = new TypedDays(LocalDate.of(2026, 11, 29));

    private static final Typed PAGE = Typed.of(Map.ofEntries(
            Map.entry("team", "team-1"),
            Map.entry("member", "m-lan"),
            Map.entry("channel", "HOME_VISIT"),
            Map.entry("date", "4/3"),
            Map.entry("reason", ""),
            Map.entry("row.0.household", "BB07-0131"),
            Map.entry("row.0.services", "VNeID, \"chữ ký số\""),
            Map.entry("row.1.household", ""),
            Map.entry("row.3.household", "BB07-1131"),
            Map.entry("row.3.date", "5/3"),
            Map.entry("row.4.household", "BB07-0077")));

    private static RowSheet sheet(Typed typed) {
        return new RowSheet(RowKind.VISITS, typed, DAYS, true);
    }

    @Test
    void writesWhatStandsAboveTheTableIntoEachFilledRow() {
        assertThat(sheet(PAGE).csv().split("\r\n"))
                .containsExactly(
                        "\"household\",\"services\",\"mode\",\"outcome\",\"follow_up\",\"date\",\"procedure\",\"team\",\"member\","
                                + "\"channel\",\"reason\",\"again\"",
                        "\"BB07-0131\",\"VNeID, \"\"chữ ký số\"\"\",\"\",\"\",\"\",\"4/3\",\"\",\"team-1\",\"m-lan\",\"HOME_VISIT\",\"\",\"\"",
                        "\"BB07-1131\",\"\",\"\",\"\",\"\",\"5/3\",\"\",\"team-1\",\"m-lan\",\"HOME_VISIT\",\"\",\"\"",
                        "\"BB07-0077\",\"\",\"\",\"\",\"\",\"4/3\",\"\",\"team-1\",\"m-lan\",\"HOME_VISIT\",\"\",\"\"");
    }

    private static final Part REPORT = new Part("", new JsonMapper().readTree("""
                            {"ready": 0, "repeatedRows": [2], "faults": [
                              {"row": 3, "column": "household", "problem": "household-unknown", "cause": "Không có hộ.", "fix": "BB07-0131"},
                              {"row": 4, "column": "again", "problem": "help-like-earlier", "cause": "Giống.", "fix": "x", "about": "a-1"}]}
                            """));

    @Test
    void givesEachRowItsFateByTheLinesOfTheReport() {
        assertThat(sheet(PAGE).fates(REPORT))
                .containsOnly(
                        Map.entry(0, new Fate(State.KNOWN, List.of(), "", "", "")),
                        Map.entry(3, new Fate(State.WRONG, List.of("Không có hộ."), "household", "BB07-0131", "")),
                        Map.entry(4, new Fate(State.LIKE, List.of("Giống."), "again", "x", "a-1")));
    }

    @Test
    void leavesTheRowsThatWaitForSomebody() {
        RowSheet sheet = sheet(PAGE);
        Map<Integer, Fate> fates = sheet.fates(REPORT);

        Typed left = sheet.left(fates);

        assertThat(left.text("row.0.household")).isEqualTo("BB07-1131");
        assertThat(left.text("row.0.date")).isEqualTo("5/3");
        assertThat(left.text("row.1.household")).isEqualTo("BB07-0077");
        assertThat(left.text("row.3.household")).isEmpty();
        assertThat(left.text("member")).isEqualTo("m-lan");
        assertThat(sheet.waiting(fates).get(1)).isEqualTo(fates.get(4));
    }

    @Test
    void takesLinesOfASpreadsheetBelowTheRowsThatAreFilled() {
        Typed pasted =
                RowSheet.pasted(RowKind.VISITS, PAGE, "BB07-0001\tVNeID\tdân\txong\r\n\r\nBB07-0002\tthanh toán\n");

        assertThat(pasted.text("row.5.household")).isEqualTo("BB07-0001");
        assertThat(pasted.text("row.5.outcome")).isEqualTo("xong");
        assertThat(pasted.text("row.6.services")).isEqualTo("thanh toán");
        assertThat(pasted.text("_paste")).isEmpty();
    }

    @Test
    void anEmptyPageIsEmpty() {
        assertThat(sheet(Typed.of(Map.of("row.0.household", " ", "team", "team-1")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void householdsHaveTheirDayInFull() {
        RowSheet households = new RowSheet(
                RowKind.HOUSEHOLDS,
                Typed.of(Map.of(
                        "unit",
                        "u-1",
                        "effective_from",
                        "1/10",
                        "row.0.reference",
                        "BB07-0001",
                        "row.0.head",
                        "Nguyễn Văn Ba")),
                DAYS,
                false);
        assertThat(households.csv().split("\r\n"))
                .containsExactly(
                        "\"Mã hộ\",\"Chủ hộ\",\"Điện thoại\",\"Địa chỉ\",\"Địa bàn\",\"Tổ\",\"Người phụ trách\",\"Từ ngày\"",
                        "\"BB07-0001\",\"Nguyễn Văn Ba\",\"\",\"\",\"u-1\",\"\",\"\",\"2026-10-01\"");
    }
}
