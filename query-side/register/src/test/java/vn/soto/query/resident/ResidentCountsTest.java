package vn.soto.query.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.query.resident.ResidentRow.Amount;

/** The counts of a unit against adding up all changes up to a day. */
final class ResidentCountsTest {

    private static final int DAYS = 12;
    private static final List<String> CHARGES = List.of("", "t/a", "t/b");

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 60);
    }

    private static Map<String, Long> added(List<ResidentRow> rows, int day) {
        Map<String, Long> counts = new HashMap<>();
        rows.stream()
                .flatMap(row -> row.changes().stream())
                .filter(change -> change.from() <= day)
                .forEach(change -> counts.merge(change.charge(), (long) change.households(), Long::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachDayHasWhatItsChangesAddUpTo(int seed) {
        Random random = new Random(seed);
        List<ResidentRow> rows = new ArrayList<>();
        ResidentCounts counts = ResidentCounts.NONE;
        for (int i = 0; i < 40; i++) {
            ResidentRow row = new ResidentRow(
                    i,
                    i,
                    "h" + i,
                    List.of(new Amount(
                            random.nextInt(DAYS), CHARGES.get(random.nextInt(CHARGES.size())), random.nextInt(-2, 3))));
            rows.add(row);
            counts = ResidentCounts.after(counts, List.of(row));
            for (int day = -1; day <= DAYS; day++) {
                assertThat(counts.on(LocalDate.ofEpochDay(day)))
                        .as("day %d after row %d", day, i)
                        .isEqualTo(added(rows, day));
            }
        }
        assertThat(ResidentCounts.after(ResidentCounts.NONE, rows)).isEqualTo(counts);
    }
}
