package vn.soto.edge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.testkit.SettableClock;

final class SessionCodecTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(MORNING);
    private SessionCodec codec;

    @BeforeEach
    void open() {
        codec = new SessionCodec(SessionKeyFile.open(folder.resolve("session.keys"), clock), clock);
    }

    private Session lan() {
        return Session.begin("s1", "cán bộ \"Lan\".\n", 3, Set.of("ROLE_OFFICER", "ROLE_LEADER"), clock.instant());
    }

    @Test
    void aSessionIsReadAsItWasWritten() {
        assertThat(codec.decode(codec.encode(lan()))).contains(lan());
    }

    @Test
    void everySessionHasAnIdOfItsOwnThatItsRenewalsKeep() {
        Session one = codec.begin("lan", 3, Set.of());

        assertThat(one.id())
                .hasSize(16)
                .isNotEqualTo(codec.begin("lan", 3, Set.of()).id());
        clock.advance(Duration.ofHours(2));
        assertThat(codec.renewed(one).orElseThrow().id()).isEqualTo(one.id());
    }

    /** Made before sessions had ids, by the key below. */
    @Test
    void aCookieOfAnEarlierVersionIsStillASession() {
        SessionCodec shared = new SessionCodec(
                new SharedSessionKeys("AAAAAAAA 1772413200 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), clock);

        Session earlier = shared.decode(
                        "1.AAAAAAAA.eyJhIjoibGFuIiwiZSI6MywiciI6WyJST0xFX0xFQURFUiJdLCJzIjoxNzcyNDEzMjAwLCJpIjoxNzcyNDEzMjAwfQ.upjXbCghhRIJxLe0wN9aBC8OloF_RH179jKwigYsGXA")
                .orElseThrow();

        assertThat(earlier.account()).isEqualTo("lan");
        assertThat(earlier.id()).isEqualTo("1772413200");
        assertThat(earlier.proven()).as("never, as far as is known").isEqualTo(Instant.EPOCH);
    }

    @Test
    void equalSessionsHaveEqualCookies() {
        assertThat(codec.encode(lan())).isEqualTo(codec.encode(lan()));
    }

    @Test
    void noCharacterOfACookieMayBeChanged() {
        String text = codec.encode(lan());
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(codec.decode(text.substring(0, i) + other + text.substring(i + 1)))
                    .as("character %d", i)
                    .isEmpty();
        }
    }

    @Test
    void nobodyMakesHimselfAnAdministrator() {
        String[] parts = codec.encode(lan()).split("\\.", -1);
        String body = new String(Base64.getUrlDecoder().decode(parts[2]), java.nio.charset.StandardCharsets.UTF_8);
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(body.replace("ROLE_OFFICER", "ROLE_ADMINISTRATOR")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(codec.decode(String.join(".", parts[0], parts[1], other, parts[3])))
                .isEmpty();
        assertThat(codec.decode(String.join(".", parts[0], parts[1], other, "")))
                .isEmpty();
        assertThat(codec.decode("none." + parts[1] + "." + other + "." + parts[3]))
                .isEmpty();
    }

    @Test
    void whatIsNoCookieOfOursIsNoSession() {
        for (String text :
                new String[] {"", ".", "...", "1...", "1.a.b.c", "x".repeat(100_000), "1." + ".".repeat(50)}) {
            assertThat(codec.decode(text)).isEmpty();
        }
    }

    @Test
    void aCookieOfAnotherProductIsNoneOfOurs() {
        SessionCodec other = new SessionCodec(SessionKeyFile.open(folder.resolve("other"), clock), clock);

        assertThat(codec.decode(other.encode(lan()))).isEmpty();
    }

    @Test
    void aSessionEndsTwelveHoursAfterItsLastUse() {
        String text = codec.encode(lan());

        clock.set(MORNING.plus(Duration.ofHours(12)).minusSeconds(1));
        assertThat(codec.decode(text)).isPresent();
        clock.set(MORNING.plus(Duration.ofHours(12)));
        assertThat(codec.decode(text)).isEmpty();
    }

    @Test
    void aSessionInUseIsRenewedAfterAnHourAndForThirtyDays() {
        Session session = lan();
        clock.set(MORNING.plus(Duration.ofHours(1)).minusSeconds(1));
        assertThat(codec.renewed(session)).isEmpty();
        Instant end = MORNING.plus(Duration.ofDays(30));
        Instant now = MORNING.plus(Duration.ofHours(6));
        while (now.isBefore(end)) {
            clock.set(now);
            session = codec.renewed(codec.decode(codec.encode(session)).orElseThrow())
                    .orElseThrow();
            assertThat(session.signedIn()).isEqualTo(MORNING);
            now = now.plus(Duration.ofHours(6));
        }

        clock.set(end);
        assertThat(codec.decode(codec.encode(session))).isEmpty();
    }

    /** It would outlive its sign-out by as much as the clock was ahead. */
    @Test
    void aSessionFromWhileTheClockWasAheadIsNone() {
        Duration ahead = Duration.ofMinutes(1);
        String text = codec.encode(lan());

        clock.set(MORNING.minus(ahead));
        assertThat(codec.decode(text)).as("as clocks of two nodes differ").isPresent();
        clock.set(MORNING.minus(ahead).minusSeconds(1));
        assertThat(codec.decode(text)).isEmpty();

        Instant later = clock.instant().plus(Duration.ofDays(365));
        Session now = lan();
        assertThat(codec.decode(codec.encode(now.renewed(later)))).isEmpty();
        assertThat(codec.decode(codec.encode(now))).isPresent();
    }

    @Test
    void aSessionThatNoBrowserWouldKeepIsNotMade() {
        Session tooLong = Session.begin("s1", "x".repeat(4_000), 0, Set.of(), MORNING);

        assertThatThrownBy(() -> codec.encode(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }
}
