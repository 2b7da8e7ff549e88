package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** New connections of an address that crowds: the first ones at once, then one each tenth of a second, and none unread for ever. */
final class TurnsTest {

    private static final Network CROWD = Network.parse("10.0.0.1");
    private static final int AT_ONCE = 20;
    private static final int MOST = 100;

    private final MockTicker time = Ticker.newMockTicker();
    private final Turns turns = new Turns(MOST);
    private final List<EmbeddedChannel> admitted = new ArrayList<>();
    private final List<EmbeddedChannel> refused = new ArrayList<>();

    private EmbeddedChannel connect(Network client) throws Exception {
        EmbeddedChannel connection = EmbeddedChannel.builder().ticker(time).build();
        turns.take(client, connection, () -> admitted.add(connection), () -> refused.add(connection));
        return connection;
    }

    private void crowd(int connections) throws Exception {
        for (int i = 0; i < connections; i++) {
            connect(CROWD);
        }
    }

    private void after(long millis, EmbeddedChannel... connections) {
        time.advance(millis, TimeUnit.MILLISECONDS);
        for (EmbeddedChannel connection : connections) {
            connection.runScheduledPendingTasks();
        }
    }

    @Test
    void theFirstComeAtOnceAndTheNextByTurns() throws Exception {
        crowd(AT_ONCE);
        assertThat(admitted).hasSize(AT_ONCE);

        EmbeddedChannel next = connect(CROWD);
        EmbeddedChannel later = connect(CROWD);
        assertThat(admitted).hasSize(AT_ONCE);
        assertThat(connect(Network.parse("10.0.0.2"))).as("another address").isIn(admitted);

        after(100, next, later);
        assertThat(admitted).contains(next).doesNotContain(later);
        after(100, next, later);
        assertThat(admitted).contains(later);
        assertThat(refused).isEmpty();
    }

    @Test
    void nothingIsReadBeforeTheTurn() throws Exception {
        crowd(AT_ONCE);
        EmbeddedChannel next = connect(CROWD);
        AtomicInteger reads = new AtomicInteger();
        next.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void read(ChannelHandlerContext context) {
                reads.incrementAndGet();
                context.read();
            }
        });

        next.read();
        assertThat(reads).hasValue(0);
        after(100, next);
        assertThat(reads).as("what was asked for meanwhile").hasValue(1);
        next.read();
        assertThat(reads).hasValue(2);
    }

    @Test
    void aTurnThatIsFarAwayIsNone() throws Exception {
        crowd(AT_ONCE + 80);
        EmbeddedChannel beyond = connect(CROWD);

        after(7_900, beyond);
        assertThat(beyond.isOpen()).as("not told at once").isTrue();
        after(100, beyond);
        assertThat(beyond.isOpen()).isFalse();
        assertThat(refused).containsExactly(beyond);
        assertThat(connect(CROWD)).as("the turns that were given are over").isNotIn(refused);
    }

    @Test
    void onlySoManyWait() throws Exception {
        crowd(AT_ONCE + MOST);
        EmbeddedChannel beyond = connect(CROWD);

        assertThat(refused).containsExactly(beyond);
        assertThat(beyond.isOpen()).isFalse();
    }

    @Test
    void whoLeftIsNotAdmitted() throws Exception {
        crowd(AT_ONCE);
        EmbeddedChannel next = connect(CROWD);
        next.close();

        after(100, next);
        assertThat(admitted).doesNotContain(next);
        assertThat(refused).isEmpty();
    }
}
