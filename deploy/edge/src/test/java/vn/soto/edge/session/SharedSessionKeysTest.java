package vn.soto.edge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.testkit.SettableClock;

/** The keys that an operator gives all nodes. */
final class SharedSessionKeysTest {

    private static final String OLD = "AAAAAAAA 1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String NEW = "BBBBBBBB 2 BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T02:00:00Z"));
    private final Session lan = Session.begin("s1", "lan", 3, Set.of("ROLE_OFFICER"), clock.instant());

    private SessionCodec node(String keys) {
        return new SessionCodec(new SharedSessionKeys(keys), clock);
    }

    @Test
    void whatOneNodeSignsTheOthersAccept() {
        assertThat(node(OLD + "\n").decode(node(" " + OLD + " \n\n").encode(lan)))
                .contains(lan);
    }

    @Test
    void aNewKeySignsNobodyOutWhileTheOldOneIsKept() {
        String before = node(OLD).encode(lan);

        assertThat(node(NEW + "\n" + OLD).decode(before)).contains(lan);
        assertThat(node(OLD + "\n" + NEW).decode(node(NEW + "\n" + OLD).encode(lan)))
                .as("a node that got the new key first")
                .contains(lan);
        assertThat(node(NEW).decode(before)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "geheim", "AAAAAAAA 1 geheim", OLD + " geheim"})
    void whatIsNoKeyIsRefusedAndNotRepeated(String keys) {
        assertThatThrownBy(() -> new SharedSessionKeys(keys))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void keysForOtherPurposesAreOthers() {
        SharedSessionKeys keys = new SharedSessionKeys(NEW + "\n" + OLD);

        assertThat(keys.derived("a")).hasSize(32).isNotEqualTo(keys.derived("b"));
        assertThat(keys.derived("a")).isEqualTo(new SharedSessionKeys(OLD).derived("a"));
    }
}
