package vn.soto.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.query.assistance.Assistance.Said;

final class ActivitySumTest {

    private static final List<Beneficiary.Kind> KINDS = List.of(Beneficiary.Kind.values());

    private static <E> E any(E[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static ActivityRow row(int number, boolean adds, Said said) {
        return new ActivityRow(
                ActivityRow.order(number, adds), number, adds ? 1 : -1, KINDS.get(number % 3), null, null, said, null);
    }

    private static Said said(Random random) {
        @Nullable Verification verification = random.nextBoolean() ? any(Verification.values(), random) : null;
        return new Said(
                List.of("service-" + random.nextInt(5)),
                List.of(any(ServiceCategory.values(), random)),
                any(Channel.values(), random),
                any(Mode.values(), random),
                any(AssistanceOutcome.values(), random),
                random.nextBoolean(),
                verification);
    }

    /** The sum of parts is the whole, however the rows are cut into pages and units. */
    @Test
    void addsRowsTotalsAndSumsAlike() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<ActivityRow> rows = new ArrayList<>();
            for (int number = 0; number < 40; number++) {
                rows.add(row(number, true, said(random)));
            }
            int cut = random.nextInt(rows.size());
            Totals first = ActivitySum.after(Totals.NONE, rows.subList(0, cut));
            ActivitySum sum = new ActivitySum();
            rows.subList(cut, rows.size()).forEach(sum::add);
            ActivitySum other = new ActivitySum();
            other.add(first);
            sum.add(other);
            assertThat(sum.totals()).as("seed %s", seed).isEqualTo(ActivitySum.after(Totals.NONE, rows));
            assertThat(ActivitySum.after(first, rows.subList(cut, rows.size()))).isEqualTo(sum.totals());
        }
    }

    @Test
    void whatIsTakenBackLeavesNothing() {
        Random random = new Random(7);
        ActivitySum sum = new ActivitySum();
        for (int number = 0; number < 40; number++) {
            Said said = said(random);
            sum.add(row(number, true, said));
            sum.add(row(number, false, said));
        }
        assertThat(sum.totals()).isEqualTo(Totals.NONE);
    }
}
