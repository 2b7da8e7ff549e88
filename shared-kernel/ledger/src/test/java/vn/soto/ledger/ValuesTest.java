package vn.soto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.soto.ledger.Ledgers.with;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ValuesTest {

    @Nested
    final class AHash {

        @Test
        void isSha256OverTheParts() {
            String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
            assertThat(Hash.sha256(utf8("abc"))).hasToString(abc).isEqualTo(Hash.parse(abc));
            assertThat(Hash.sha256(utf8("a"), utf8(""), utf8("bc"))).isEqualTo(Hash.parse(abc));
            assertThat(Hash.sha256()).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        }

        @Test
        void isNotChangedFromOutside() {
            byte[] bytes = new byte[Hash.LENGTH];
            Hash hash = Hash.of(bytes);
            bytes[0] = 1;
            hash.bytes()[1] = 1;
            assertThat(hash).isEqualTo(Hash.of(new byte[Hash.LENGTH])).hasSameHashCodeAs(Hash.of(new byte[32]));
        }

        @Test
        void hasThirtyTwoBytes() {
            assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
            assertThatIllegalArgumentException().isThrownBy(() -> Hash.parse("00"));
            assertThatIllegalArgumentException().isThrownBy(() -> Hash.parse("zz".repeat(32)));
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Nested
    final class MicrosecondsAre {

        @Test
        void readBackAsTheyWere() {
            Random random = new Random(11);
            for (int i = 0; i < 10_000; i++) {
                long micros = random.nextLong() >> random.nextInt(40);
                assertThat(Micros.of(Micros.instant(micros))).isEqualTo(micros);
            }
            assertThat(Micros.of(Micros.instant(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
            assertThat(Micros.of(Micros.instant(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
        }

        @Test
        void countedFrom1970InBothDirections() {
            assertThat(Micros.of(Instant.parse("1970-01-01T00:00:01.000002Z"))).isEqualTo(1_000_002);
            assertThat(Micros.of(Instant.parse("1969-12-31T23:59:59.999999Z"))).isEqualTo(-1);
            assertThat(Micros.instant(-1)).isEqualTo("1969-12-31T23:59:59.999999Z");
        }

        @Test
        void cutDownToWholeOnes() {
            Instant fine = Instant.parse("1969-12-31T23:59:59.999999999Z");
            assertThat(Micros.truncate(fine)).isEqualTo("1969-12-31T23:59:59.999999Z");
            assertThat(Micros.of(fine)).isEqualTo(-1);
        }
    }

    @Nested
    final class ADraft {

        private final Draft draft = Ledgers.draft(Ledgers.full());
        private final RecordedEvent event = draft.events().getFirst();

        @Test
        void hasAtLeastOneEvent() {
            assertThatIllegalArgumentException().isThrownBy(() -> of(List.of()));
        }

        @Test
        void holdsAThousandEvents() {
            Limits.check(of(Collections.nCopies(Limits.MAX_EVENTS, event)));
            tooLarge(of(Collections.nCopies(Limits.MAX_EVENTS + 1, event)));
        }

        @Test
        void holdsFourMegabytesOfBodiesMetadataAndTags() {
            RecordedEvent bare = new RecordedEvent(
                    "e", event.timestamp(), event.type(), null, new TreeMap<>(), List.of(), body(Limits.MAX_BYTES));
            Limits.check(of(List.of(bare)));
            tooLarge(of(List.of(bare, with(bare, "payload", body(1)))));
            tooLarge(of(List.of(with(bare, "tags", List.of("t")))));
            TreeMap<String, String> metadata = new TreeMap<>();
            metadata.put("", "v");
            tooLarge(of(List.of(with(bare, "metadata", metadata))));
            // counted in UTF-8: three bytes each
            String long1 = "ổ".repeat((int) Limits.MAX_BYTES / 3);
            Limits.check(of(List.of(with(with(bare, "payload", body(1)), "tags", List.of(long1)))));
            tooLarge(of(List.of(with(with(bare, "payload", body(1)), "tags", List.of(long1 + "a")))));
        }

        private void tooLarge(Draft large) {
            assertThatExceptionOfType(LedgerException.TooLarge.class).isThrownBy(() -> Limits.check(large));
        }

        private Payload body(long bytes) {
            return new Payload("binary", new byte[(int) bytes]);
        }

        private Draft of(List<RecordedEvent> events) {
            return new Draft(new UUID(0, 1), draft.origin(), "a", null, null, "r", "c", events, List.of());
        }
    }

    @Nested
    final class ARecordedEvent {

        private final RecordedEvent event = Ledgers.full().events().getFirst();

        @Test
        void hasAnIdOfOneTo64Characters() {
            assertThat(with(event, "id", "x".repeat(64)).id()).hasSize(64);
            assertThatIllegalArgumentException().isThrownBy(() -> withId(""));
            assertThatIllegalArgumentException().isThrownBy(() -> withId("x".repeat(65)));
        }

        private RecordedEvent withId(String id) {
            return new RecordedEvent(
                    id, event.timestamp(), event.type(), null, event.metadata(), event.tags(), event.payload());
        }

        @Test
        void sortsItsTagsAndKeepsEachOnce() {
            assertThat(event.tags()).containsExactly("actor:lan", "team:7", "unit:25747");
            assertThat(event.metadata().keySet()).containsExactly("B", "a", "b");
        }

        @Test
        void keepsWholeMicroseconds() {
            Instant fine = Instant.parse("2026-07-01T00:00:00.123456789Z");
            assertThat(with(event, "timestamp", fine).timestamp()).isEqualTo("2026-07-01T00:00:00.123456Z");
        }
    }

    @Test
    void aSlotsKeyIsTheIdAndTenDigits() {
        assertThat(new StreamPosition("team", "7", 12).key()).isEqualTo("7#0000000012");
        assertThat(new StreamPosition("team", "", 0).key()).isEqualTo("#0000000000");
    }

    @Test
    void aCommitIsNeverRecordedBeforeTheOneBefore() {
        Draft draft = Ledgers.draft(Ledgers.full());
        Commit first = Commit.after(Tail.empty(Ledgers.ORIGIN), draft, Instant.parse("2026-07-01T00:00:00.5Z"));
        Commit second = Commit.after(first.tail(), draft, Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(second.at()).isEqualTo(first.at());
        assertThat(second.first()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.chain());
    }
}
