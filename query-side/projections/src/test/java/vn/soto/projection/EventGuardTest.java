package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.EventType;
import vn.soto.projection.source.UndecodableEvent;

final class EventGuardTest {

    private final UndecodableEvent undecodable = new UndecodableEvent(
            new EventType("household.registered.v9", null), "h-1", new IllegalStateException("no such version"));

    @Test
    void failsOnItsOwnEvents() {
        assertThat(EventGuard.UNDECODABLE.canHandleType(UndecodableEvent.class)).isTrue();
        assertThatThrownBy(() -> EventGuard.UNDECODABLE.handle(new GenericEventMessage<>(undecodable)))
                .isSameAs(undecodable.cause());
    }

    /** Axon hands over whatever another handler of the projection takes. */
    @Test
    void letsOthersPass() {
        assertThat(EventGuard.UNDECODABLE.canHandleType(String.class)).isFalse();
        assertThat(EventGuard.UNDECODABLE.handle(new GenericEventMessage<>("household registered")))
                .isNull();
        assertThat(EventGuard.DAMAGED.handle(new GenericEventMessage<>(undecodable)))
                .isNull();
    }
}
