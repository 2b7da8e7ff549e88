package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.web.RequestRate;

/** How many requests one client may send in a minute. */
final class RequestRateTest {

    private static final Requester LAN = unknown("192.168.1.20");
    private static final Requester OTHER = unknown("192.168.1.21");

    private final AtomicLong now = new AtomicLong();
    private final RequestRate<Requester> rate = new RequestRate<>(60, 3, now::get);

    private static Requester unknown(String address) {
        return Requester.unknown(Network.parse(address));
    }

    private void after(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private int admitted(Requester client, int requests) {
        return Math.toIntExact(IntStream.range(0, requests)
                .filter(i -> rate.admit(client).isZero())
                .count());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 5, Long.MIN_VALUE})
    void aMinutesRequestsMayComeAtOnceAndThenOneASecond(long begin) {
        now.set(begin);
        assertThat(admitted(LAN, 200)).isEqualTo(60);
        assertThat(rate.admit(LAN)).isEqualTo(Duration.ofSeconds(1));

        after(Duration.ofMillis(999));
        assertThat(rate.admit(LAN)).isEqualTo(Duration.ofMillis(1));
        after(Duration.ofMillis(1));
        assertThat(admitted(LAN, 5)).isEqualTo(1);
        after(Duration.ofSeconds(10));
        assertThat(admitted(LAN, 50)).isEqualTo(10);
        after(Duration.ofHours(1));
        assertThat(admitted(LAN, 200)).isEqualTo(60);
    }

    @Test
    void whoSendsEvenlyIsNeverRefused() {
        for (int second = 0; second < 600; second++) {
            assertThat(rate.admit(LAN)).isZero();
            after(Duration.ofSeconds(1));
        }
    }

    @Test
    void oneClientTakesNothingFromAnother() {
        admitted(LAN, 100);

        assertThat(admitted(OTHER, 100)).isEqualTo(60);
    }

    @Test
    void whatIsGivenBackIsThereAgain() {
        admitted(LAN, 60);
        rate.giveBack(LAN);

        assertThat(admitted(LAN, 5)).isEqualTo(1);
    }

    @Test
    void clientsThatAreSilentTakeNoMemory() {
        for (int i = 0; i < 50; i++) {
            rate.admit(unknown("10.0.0." + i));
            after(Duration.ofSeconds(1));
        }
        assertThat(rate.senders()).isLessThanOrEqualTo(3);

        for (int i = 0; i < 50; i++) {
            admitted(unknown("10.0.1." + i), 60);
        }
        assertThat(rate.senders()).as("nor do many who are not").isLessThanOrEqualTo(3);
    }
}
