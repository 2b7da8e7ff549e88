package vn.soto.query.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Times of recording give a typed list away, and nothing that machines send. */
final class EntriesInARowTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 26);
    private static final String MEMBER = "hung";

    private final List<HelpRow> rows = new ArrayList<>();
    private int last;

    private void add(String account, String member, String helped, Instant said, Instant entered) {
        int number = ++last;
        rows.add(new HelpRow(
                new AssistanceId("a-" + number),
                "e-" + number,
                number,
                entered,
                account,
                null,
                member,
                helped,
                List.of("vneid"),
                Channel.HOME_VISIT,
                Mode.SELF_PERFORMED,
                said,
                null));
    }

    private static Instant at(int hour, int minute) {
        return VietnamTime.start(DAY).plus(Duration.ofMinutes(hour * 60L + minute));
    }

    private List<DetectedPattern> findings() {
        TeamQuarter team = new TeamQuarter(
                new TeamId("team"),
                QuarterCalendar.CALENDAR.days(Quarter.parse("2026-Q2")),
                rows.stream()
                        .sorted(Comparator.comparing(HelpRow::occurredAt).thenComparing(HelpRow::assistance))
                        .toList(),
                List.of(),
                List.of());
        return new EntriesInARow().find(team, new CommuneQuarter(List.of(team)));
    }

    /** As the demonstration has it: nine visits, 20 minutes apart, entered in a quarter of an hour. */
    private void fraud() {
        for (int visit = 0; visit < 9; visit++) {
            add(MEMBER, MEMBER, "h-" + visit, at(9, visit * 20), at(20, 0).plusSeconds(visit * 90L));
        }
    }

    @Test
    void theVisitsThatNobodyMadeAreFound() {
        fraud();
        assertThat(findings()).singleElement().satisfies(found -> {
            assertThat(found.member()).isEqualTo(new MemberId(MEMBER));
            assertThat(found.evidence()).hasSize(9);
        });
    }

    @Test
    void theyAreFoundAfterThreeWereVoided() {
        fraud();
        rows.subList(0, 3).clear();
        assertThat(findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void variantsAreFound(long seed) {
        Random random = new Random(seed);
        int visits = 6 + random.nextInt(10);
        int pace = 15 + random.nextInt(Math.min(100, 900 / visits - 15));
        Instant entered = at(18 + random.nextInt(5), random.nextInt(60)).plus(Duration.ofDays(random.nextInt(3)));
        Instant said = at(7, random.nextInt(60));
        for (int visit = 0; visit < visits; visit++) {
            add(MEMBER, MEMBER, "h-" + visit, said, entered);
            said = said.plusSeconds(300L + random.nextInt(1500));
            entered = entered.plusSeconds(pace - random.nextInt(5));
        }
        honest(random);
        assertThat(findings())
                .as("seed %d: %d visits %d s apart", seed, visits, pace)
                .hasSize(1);
    }

    /** Visits of other days, each recorded soon after it. */
    private void honest(Random random) {
        for (int visit = 0; visit < 12; visit++) {
            Instant said = at(8, random.nextInt(600)).minus(Duration.ofDays(1 + visit));
            add(MEMBER, MEMBER, "o-" + visit, said, said.plusSeconds(60 + random.nextInt(1800)));
        }
    }

    /** An import, two pages of a clerk, one typed and one pasted, visits handed over, and the queues of three telephones. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aDayOfMachinesAndClerksIsSilent(long seed) {
        Random random = new Random(seed);
        Instant entered = at(9, 0);
        for (int row = 0; row < 200; row++) {
            add("importer", "m-" + row % 8, "i-" + row, at(7, random.nextInt(90)), entered);
            entered = entered.plusMillis(4 + random.nextInt(10));
        }
        entered = at(14, 0);
        for (int row = 0; row < 40; row++) {
            add("clerk", "m-" + row % 5, "t-" + row, at(7, random.nextInt(240)), entered);
            entered = entered.plusSeconds(20 + random.nextInt(40));
        }
        entered = at(15, 30);
        for (int row = 0; row < 50; row++) {
            add("clerk", "m-3", "p-" + row, VietnamTime.start(DAY.minusDays(row % 9)), entered);
            entered = entered.plusMillis(2);
        }
        entered = at(16, 0);
        for (int row = 0; row < 30; row++) {
            add("leader", "m-" + row % 2, "handed-" + row, at(8, random.nextInt(200)), entered);
            entered = entered.plusSeconds(30 + random.nextInt(30));
        }
        for (int phone = 0; phone < 3; phone++) {
            entered = at(18 + phone, random.nextInt(50));
            for (int row = 0; row < 25; row++) {
                add("m-" + phone, "m-" + phone, "q-" + phone + "-" + row, at(7, row * 20), entered);
                boolean stalled = random.nextInt(12) == 0;
                entered = entered.plusMillis(stalled ? 30_000 : 200 + random.nextInt(6_000));
            }
        }
        assertThat(findings()).isEmpty();
    }
}
