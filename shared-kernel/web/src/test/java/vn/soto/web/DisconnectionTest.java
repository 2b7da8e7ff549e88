package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

final class DisconnectionTest {

    @Test
    void isTheEndOfAConnectionWhereverItStandsInTheChain() {
        assertThat(Disconnection.caused(new ClosedChannelException())).isTrue();
        assertThat(Disconnection.caused(new IllegalStateException(new IOException("Connection reset by peer"))))
                .isTrue();
        assertThat(Disconnection.caused(new IOException("Broken pipe"))).isTrue();
    }

    @Test
    void isNoFailureOfTheServer() {
        assertThat(Disconnection.caused(new IllegalStateException("broken"))).isFalse();
        assertThat(Disconnection.caused(new IOException("No space left on device")))
                .isFalse();
    }

    @Test
    void aChainThatGoesInACircleEnds() {
        IllegalStateException one = new IllegalStateException();
        one.initCause(new IllegalStateException(one));
        assertThat(Disconnection.caused(one)).isFalse();
    }
}
