package vn.soto.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.report.UnitReportsView.AuthorityLine;
import vn.soto.query.report.UnitReportsView.Oldest;
import vn.soto.query.unit.UnitLine;

final class AuthorityTextTest {

    private static AuthorityLine commune(int number, long waiting, long missing, long days) {
        return new AuthorityLine(
                new UnitLine(new UnitId("c-" + number), UnitKind.COMMUNE, "Xã số " + number, null, null),
                new ReportTotals(waiting + missing, missing, waiting, 0, 0, 0, 0, 0, null, null),
                waiting == 0 ? null : new Oldest(new TeamId("t-1"), null, "Tổ ấp 1", days));
    }

    private static String text(List<AuthorityLine> lines) {
        return AuthorityText.of("2026-Q3", "Hồ Chí Minh", lines);
    }

    @Test
    void whereOneHasWaitedLongestComesFirst() {
        assertThat(text(List.of(commune(1, 2, 0, 3), commune(2, 0, 4, 0), commune(3, 1, 1, 9))))
                .isEqualTo("""
                        Báo cáo quý III/2026 – Hồ Chí Minh, theo nơi tiếp nhận:
                        Xã số 3: 1 chờ tiếp nhận, lâu nhất 9 ngày (Tổ ấp 1); 1 chưa nộp.
                        Xã số 1: 2 chờ tiếp nhận, lâu nhất 3 ngày (Tổ ấp 1).
                        Xã số 2: 4 chưa nộp.""");
    }

    @Test
    void saysSoWhenNothingWaitsAndNothingIsMissing() {
        assertThat(text(List.of(commune(1, 0, 0, 0)))).endsWith("\nKhông còn báo cáo nào chờ hoặc thiếu.");
    }

    @Test
    void whatDoesNotFitIsCounted() {
        for (int number : List.of(16, 168, 5_000)) {
            String text = text(IntStream.range(0, number)
                    .mapToObj(each -> commune(each, 1, 1, each))
                    .toList());

            long shown = text.lines().filter(line -> line.startsWith("Xã số ")).count();
            assertThat(text).hasSizeLessThanOrEqualTo(1_000).endsWith("Và " + (number - shown) + " nơi nữa.");
            assertThat(shown).isPositive();
        }
    }
}
