package vn.soto.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstantTextTest {

    private static final DateTimeFormatter REFERENCE =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    @Test
    void isWhatTheStandardLibraryWritesAndReads() {
        Random random = new Random(6037);
        for (int i = 0; i < 100_000; i++) {
            long second = random.nextLong(-70_000_000_000L, 260_000_000_000L);
            Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000) * 1_000L);
            String text = REFERENCE.format(instant);

            assertThat(InstantText.of(instant)).isEqualTo(text);
            assertThat(InstantText.parse(text)).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-01T02:00:00Z",
                "2026-07-01T02:00:00.123Z",
                "2024-02-29T23:59:59.999999Z",
                "2026-06-30T23:59:60.000000Z",
                "2026-06-30T24:00:00.000000Z"
            })
    void readsWhatTheStandardLibraryReads(String text) {
        Instant read = Instant.parse(text);

        assertThat(InstantText.parse(text)).isEqualTo(read);
        assertThat(InstantText.of(read.truncatedTo(ChronoUnit.MICROS))).isEqualTo(REFERENCE.format(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00.000000Z",
                "2026-13-01T00:00:00.000000Z",
                "2026-07-01T25:00:00.000000Z",
                "2026-07-01T02:60:00.000000Z",
                "2026-07-01 02:00:00.000000Z",
                "2026-07-01T02:00:00.00000xZ",
                ""
            })
    void refusesWhatTheStandardLibraryRefuses(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
