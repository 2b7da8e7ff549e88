package vn.soto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LimitsTest {

    private static Draft draft(int bytes, String note, String tag) {
        RecordedEvent event = new RecordedEvent(
                "e",
                Micros.instant(1_782_864_000_000_000L),
                new EventType("sample", "1"),
                null,
                new TreeMap<>(java.util.Map.of("n", note)),
                List.of(tag),
                new Payload("bytes", new byte[bytes]));
        return new Draft(
                Ledgers.full().id(),
                new Origin.SystemTask("test"),
                "an",
                null,
                null,
                "c",
                "c",
                List.of(event),
                List.of());
    }

    private static boolean isTaken(Draft draft) {
        try {
            Limits.check(draft);
            return true;
        } catch (LedgerException.TooLarge e) {
            return false;
        }
    }

    @Test
    void countTextsByTheirBytes() {
        int most = (int) Limits.MAX_BYTES;
        assertThat(isTaken(draft(most - 3, "a", "t"))).isTrue();
        assertThat(isTaken(draft(most - 3, "ữ", "t"))).as("three bytes").isFalse();
        assertThat(isTaken(draft(most - 5, "ữ", "t"))).isTrue();
        assertThat(isTaken(draft(most - 5, "a", "ữữ"))).isFalse();
        assertThat(isTaken(draft(most - 6, "\uD83D\uDE00", "t")))
                .as("four bytes for two characters")
                .isTrue();
        assertThat(isTaken(draft(most - 5, "\uD83D\uDE00", "t"))).isFalse();
    }

    @Test
    void sayHowMuchItWas() {
        assertThatThrownBy(() -> Limits.check(draft((int) Limits.MAX_BYTES, "a", "t")))
                .isInstanceOf(LedgerException.TooLarge.class)
                .hasMessageContaining(String.valueOf(Limits.MAX_BYTES + 3));
    }
}
