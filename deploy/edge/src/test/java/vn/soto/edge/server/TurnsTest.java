package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** New connections of an address that crowds: the first ones at once, then by turns, and none for ever. */
final class TurnsTest {

    private static final Network CROWD = Network.parse("10.0.0.1");
    private static final int AT_ONCE = 11;
    private static final int MOST = 300;
    private static final int OPEN = 10;

    private final MockTicker time = Ticker.newMockTicker();
    private final EmbeddedChannel server =
            EmbeddedChannel.builder().ticker(time).build();
    private final Turns turns = new Turns(MOST);
    private final List<Integer> admitted = new ArrayList<>();
    private final List<Integer> refused = new ArrayList<>();
    private int connections;

    private int connect(Network client, int open) {
        int connection = ++connections;
        turns.take(client, open, server.eventLoop(), () -> admitted.add(connection), () -> refused.add(connection));
        return connection;
    }

    private void crowd(int number) {
        for (int i = 0; i < number; i++) {
            connect(CROWD, OPEN);
        }
    }

    private void after(long millis) {
        time.advance(millis, TimeUnit.MILLISECONDS);
        server.runScheduledPendingTasks();
    }

    @Test
    void theFirstComeAtOnceAndTheNextByTurns() {
        crowd(AT_ONCE);
        assertThat(admitted).hasSize(AT_ONCE);

        int next = connect(CROWD, OPEN);
        int later = connect(CROWD, OPEN);
        assertThat(admitted).hasSize(AT_ONCE);
        assertThat(connect(Network.parse("10.0.0.2"), OPEN))
                .as("another address")
                .isIn(admitted);

        after(100);
        assertThat(admitted).contains(next).doesNotContain(later);
        after(100);
        assertThat(admitted).contains(later);
        assertThat(refused).isEmpty();
    }

    @Test
    void theMoreAreOpenTheLaterIsTheNextTurn() {
        crowd(AT_ONCE);
        connect(CROWD, 4 * OPEN);
        int next = connect(CROWD, 4 * OPEN);

        after(499);
        assertThat(admitted).doesNotContain(next);
        after(1);
        assertThat(admitted).contains(next);
    }

    @Test
    void aTurnThatIsFarAwayIsNone() {
        crowd(AT_ONCE + 200);
        int beyond = connect(CROWD, OPEN);

        after(19_900);
        assertThat(refused).as("not told at once").isEmpty();
        after(100);
        assertThat(refused).containsExactly(beyond);
        assertThat(connect(CROWD, OPEN))
                .as("the turns that were given are over")
                .isNotIn(refused);
    }

    @Test
    void onlySoManyWait() {
        crowd(AT_ONCE + MOST);
        int beyond = connect(CROWD, OPEN);

        assertThat(refused).containsExactly(beyond);
    }
}
