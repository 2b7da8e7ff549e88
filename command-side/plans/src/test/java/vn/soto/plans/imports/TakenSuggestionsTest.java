package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.plans.imports.ImportFixture.csv;
import static vn.soto.plans.imports.ImportKind.HOUSEHOLDS;
import static vn.soto.plans.imports.ImportKind.TEAMS;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.plans.imports.Upload.CellPlace;
import vn.soto.plans.imports.table.AnnotatedFile;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;

/** One press takes a suggestion for all rows with the same fault, and for no other. */
final class TakenSuggestionsTest {

    private static final String HEADER = "Địa bàn;Xã/Phường;Mã hộ;Tổ;Người phụ trách;Phân công từ ngày";
    private static final String TEAM = "Tổ công nghệ số ấp Đồng Tâm 1";

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private static Upload taking(Upload file, CellPlace... places) {
        return new Upload(file.kind(), file.format(), file.file(), file.actor(), Set.of(places));
    }

    private static Upload households() {
        return csv(
                HOUSEHOLDS,
                HEADER,
                "Ấp Dong Tam 1;Minh Thanhh;HO-1;;;",
                "Ấp 3;;HO-2;;;",
                "Ấp Dong Tam 1;Minh Thanhh;HO-3;;;",
                "Ấp Đồng Tâm 1;;HO-4;Tổ công nghệ ấp Đồng Tâm 1;m-hung;02/03/2026",
                "Ấp Dong Tâm 1;;HO-5;Tổ công nghệ ấp Đồng Tâm 1;m-hung;02/03/2026");
    }

    @Test
    void areTakenForLaterRowsWithTheSameTextAlone() {
        assertThat(fixture.dryRun(households()).wrong()).isEqualTo(5);

        DryRunReport report = fixture.dryRun(
                taking(households(), new CellPlace(2, "unit"), new CellPlace(5, "team"), new CellPlace(3, "unit")));

        assertThat(report.ready()).isEqualTo(3);
        assertThat(report.findings())
                .extracting(Finding::row, Finding::column, Finding::code)
                .as("an ambiguous name has no suggestion; another text is another fault")
                .containsExactly(tuple(3, "unit", "unit-ambiguous"), tuple(6, "unit", "unit-unknown"));
    }

    @Test
    void areRecordedAndComeBackInTheFile() {
        Upload file =
                taking(households(), new CellPlace(2, "unit"), new CellPlace(5, "team"), new CellPlace(6, "unit"));
        try (AnnotatedFile back = new AnnotatedFile(Format.CSV, Finding::code)) {
            fixture.imports.dryRun(file, back);
            assertThat(new String(back.file(), StandardCharsets.UTF_8))
                    .contains("\"ấp Đồng Tâm 1, xã Minh Thạnh\";;HO-3")
                    .contains("HO-5;\"" + TEAM + ", ấp Đồng Tâm 1\"");
        }

        PlanProgressed progress =
                fixture.complete(fixture.imports.carryOut(file, true).plan().plan());

        assertThat(progress.refused()).isZero();
        assertThat(fixture.dryRun(households()).repeated()).isZero();
        assertThat(fixture.dryRun(file).repeated()).isEqualTo(4);
    }

    @Test
    void areTakenForOneItemOfACell() {
        String row = "Tổ số hai;13/QĐ;02/03/2026;Ấp Dong Tam 1 | Ấp 3, xã Minh Thạnh;"
                + "m-a: Hội phụ nư, m-b: Đoàn thanh niên, m-c: khác;m-a;02/03/2026";
        Upload teams = csv(
                TEAMS,
                "Tên tổ;Số quyết định;Ngày ký;Địa bàn;Thành viên;Tổ trưởng;Ngày hiệu lực",
                row.replace(", m-", " | m-"));

        assertThat(fixture.dryRun(teams).findings())
                .extracting(Finding::column, Finding::suggestion)
                .contains(tuple("coverage", "ấp Đồng Tâm 1, xã Minh Thạnh"));
        assertThat(fixture.dryRun(taking(teams, new CellPlace(2, "coverage"), new CellPlace(2, "members")))
                        .findings())
                .isEmpty();
    }
}
