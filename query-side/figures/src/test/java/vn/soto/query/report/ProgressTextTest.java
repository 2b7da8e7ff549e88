package vn.soto.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProgressTextTest {

    private static ProgressText text() {
        return new ProgressText("2025-Q4", "Xã Bàu Bàng", LocalDate.of(2026, 1, 5), 15, 18);
    }

    private static List<String> teams(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(each -> "Tổ công nghệ số khu phố " + each)
                .toList();
    }

    @Test
    void saysWhoIsToDoWhatAndUntilWhen() {
        String text = text().list("Chưa nộp", teams(2))
                .list("Bị trả lại, cần nộp lại", teams(0))
                .toString();

        assertThat(text).isEqualTo("""
                Báo cáo quý IV/2025 – Xã Bàu Bàng: đã tiếp nhận 15/18 tổ. Hạn nộp 05/01/2026.
                Chưa nộp (2): Tổ công nghệ số khu phố 1; Tổ công nghệ số khu phố 2.""");
    }

    @Test
    void saysSoWhenAllHaveSent() {
        assertThat(text().toString()).endsWith("\nCác tổ đã nộp đủ.");
    }

    @Test
    void aListTooLongForAMessageSaysHowManyMoreThereAre() {
        for (int number : List.of(30, 61, 500)) {
            String text = text().list("Chưa nộp", teams(number))
                    .list("Đã nộp, chờ tiếp nhận", teams(7))
                    .toString();

            assertThat(text).hasSizeLessThanOrEqualTo(1_000).contains("Chưa nộp (" + number + "): Tổ", "tổ nữa.");
            long shown = text.lines()
                            .filter(line -> line.startsWith("Chưa nộp"))
                            .flatMap(line -> List.of(line.split("khu phố ", -1)).stream())
                            .count()
                    - 1;
            assertThat(text).contains("và " + (number - shown) + " tổ nữa");
        }
    }
}
