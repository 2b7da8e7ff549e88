package vn.soto.contracts.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

@Tag("slow")
final class CallBackDrawTest {

    private static final String SEED = "cd".repeat(32);
    private static final int TIMES = Boolean.getBoolean("soto.long") ? 300 : 60;

    private static List<FrameRecord> records(int... ofEachMember) {
        return IntStream.range(0, ofEachMember.length)
                .boxed()
                .flatMap(member -> IntStream.range(0, ofEachMember[member])
                        .mapToObj(record -> new FrameRecord(
                                new AssistanceId("a-%d-%d".formatted(member, record)),
                                new TeamId("team-" + member % 2),
                                new MemberId("member-" + member))))
                .toList();
    }

    private static int drawn(List<CallBackStratum> strata) {
        return strata.stream().mapToInt(stratum -> stratum.drawn().size()).sum();
    }

    @Test
    void whoeverHasTheSeedDrawsTheSame() {
        List<FrameRecord> records = new ArrayList<>(records(50, 20, 7, 1));
        List<CallBackStratum> drawn = CallBackDraw.draw(SEED, 30, records);
        Collections.shuffle(records, new Random(1));

        assertThat(CallBackDraw.draw(SEED, 30, records)).isEqualTo(drawn);
        assertThat(CallBackDraw.draw("ce".repeat(32), 30, records)).isNotEqualTo(drawn);
    }

    /** Computed by a program in Python that shares no code with this one. */
    @Test
    void drawsWhatTheFormatSays() {
        CallBackStratum stratum = CallBackDraw.draw(SEED, 2, records(5)).getFirst();

        assertThat(stratum.records()).isEqualTo(5);
        assertThat(stratum.recordsHash()).isEqualTo("068917c9a25137b23a613ecb85faa191ff51ff00da24618f4a1e04e59761353b");
        assertThat(stratum.drawn()).extracting(AssistanceId::value).containsExactly("a-0-2", "a-0-3");
    }

    @Test
    void everyMemberHasAPlaceAndTheRestGoesByTheNumberOfRecords() {
        assertThat(CallBackDraw.places(30, List.of(50, 20, 7, 1))).containsExactly(18, 8, 3, 1);
        assertThat(CallBackDraw.places(30, List.of(10, 10))).containsExactly(10, 10);
        assertThat(CallBackDraw.places(3, List.of(10, 10, 10, 10))).containsExactly(1, 1, 1, 1);
    }

    @Test
    void theSizeIsThatAskedForOrAllRecordsOrOneOfEachMember() {
        Random random = new Random(7);
        for (int time = 0; time < TIMES; time++) {
            int[] sizes = IntStream.range(0, 1 + random.nextInt(40))
                    .map(member -> 1 + random.nextInt(60))
                    .toArray();
            int size = 30 + random.nextInt(100);
            List<CallBackStratum> strata = CallBackDraw.draw(SEED, size, records(sizes));
            int total = IntStream.of(sizes).sum();

            assertThat(drawn(strata)).isEqualTo(Math.min(total, Math.max(size, sizes.length)));
            assertThat(strata)
                    .allMatch(stratum -> !stratum.drawn().isEmpty()
                            && stratum.drawn().size() <= stratum.records()
                            && stratum.drawn().stream().distinct().count()
                                    == stratum.drawn().size());
        }
    }

    @Test
    void anyRecordMayBeDrawn() {
        List<FrameRecord> records = records(40);

        assertThat(IntStream.range(0, 200)
                        .mapToObj(seed -> CallBackDraw.draw("seed " + seed, 3, records))
                        .flatMap(List::stream)
                        .flatMap(stratum -> stratum.drawn().stream())
                        .distinct())
                .hasSize(40);
    }

    /** Against values of R's prop.test without correction. */
    @Test
    void theIntervalIsWilsons() {
        assertThat(WilsonInterval.of(8, 10).lower()).isCloseTo(0.4901625, within(1e-6));
        assertThat(WilsonInterval.of(8, 10).upper()).isCloseTo(0.9433178, within(1e-6));
        assertThat(WilsonInterval.of(0, 30))
                .isEqualTo(new WilsonInterval(0, WilsonInterval.of(0, 30).upper()));
        assertThat(WilsonInterval.of(0, 30).upper()).isCloseTo(0.1135134, within(1e-6));
        assertThat(WilsonInterval.of(30, 30).upper()).isEqualTo(1);
        Stream.of(0L, 5L, 11L)
                .forEach(trials -> assertThatThrownBy(() -> WilsonInterval.of(trials + 1, trials))
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
