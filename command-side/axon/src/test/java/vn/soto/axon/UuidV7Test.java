package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

final class UuidV7Test {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00.123Z");

    @Test
    void carriesTheTimeInItsFirstFortyEightBits() {
        UUID id = fixed(1).get();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void growsWithinAMillisecond() {
        UuidV7 ids = fixed(1);
        List<UUID> many = Stream.generate(ids).limit(20_000).toList();

        assertThat(many).extracting(UUID::toString).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void growsWhenTheClockStepsBack() {
        AtomicLong millis = new AtomicLong(NOW.toEpochMilli());
        UuidV7 ids = new UuidV7(clock(millis), new Random(1));

        String before = ids.generateIdentifier();
        millis.addAndGet(-60_000);

        assertThat(ids.generateIdentifier()).isGreaterThan(before);
    }

    @Test
    void isUniqueAmongManyCallers() {
        UuidV7 ids = fixed(1);

        assertThat(IntStream.range(0, 50_000).parallel().mapToObj(i -> ids.get()))
                .doesNotHaveDuplicates();
    }

    @Test
    void differsBetweenSourcesOfTheSameTime() {
        List<UUID> here = Stream.generate(fixed(1)).limit(1_000).toList();
        List<UUID> there = Stream.generate(fixed(2)).limit(1_000).toList();

        assertThat(Collections.disjoint(here, there)).isTrue();
    }

    @Test
    void isWhereAxonTakesItsIdsFrom() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(UuidV7.class);
    }

    private static UuidV7 fixed(long seed) {
        return new UuidV7(Clock.fixed(NOW, ZoneOffset.UTC), new Random(seed));
    }

    private static Clock clock(AtomicLong millis) {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(millis.get());
            }
        };
    }
}
