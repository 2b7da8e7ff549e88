package vn.soto.ledgerwriter.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The behaviour of every store of kept texts. */
abstract class KeptTextsContract {

    private static final Instant NOW = Instant.parse("2026-08-20T02:30:00Z");
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);

    abstract KeptTexts texts();

    private static KeptText text(UUID id, String owner, int days, String text) {
        return new KeptText(id, owner, NOW.plus(Duration.ofDays(days)), text);
    }

    private List<String> of(String owner, Instant at) {
        return texts().of(owner, at).stream().map(KeptText::text).toList();
    }

    @Test
    void anAccountGetsItsOwnBackUntilTheyEnd() {
        KeptText kept = text(FIRST, "lan", 30, "dòng 2 «ấp 9»\r\ndòng 3");
        texts().keep(kept);
        texts().keep(text(SECOND, "lan", 3, "sớm hơn"));

        assertThat(texts().of("hung", NOW)).isEmpty();
        assertThat(of("lan", NOW)).containsExactly("sớm hơn", kept.text());
        assertThat(texts().of("lan", NOW.plus(Duration.ofDays(3)))).containsExactly(kept);
        assertThat(texts().of("lan", kept.until().minusSeconds(1))).containsExactly(kept);
        assertThat(texts().of("lan", kept.until())).isEmpty();
    }

    @Test
    void oneWithTheSameIdTakesItsPlace() {
        texts().keep(text(FIRST, "lan", 30, "trước"));
        texts().keep(text(FIRST, "lan", 20, "sau"));

        assertThat(of("lan", NOW)).containsExactly("sau");
    }

    @Test
    void onlyItsAccountRemovesOne() {
        texts().keep(text(FIRST, "lan", 30, "một"));
        texts().keep(text(SECOND, "lan", 30, "hai"));

        texts().remove(FIRST, "hung");
        assertThat(of("lan", NOW)).hasSize(2);
        texts().remove(FIRST, "lan");
        texts().remove(FIRST, "lan");
        assertThat(of("lan", NOW)).containsExactly("hai");
    }

    /** Asked with an earlier clock than the one by which they were removed: they are not only hidden. */
    @Test
    void whatEndedIsRemovedWhoseverItIs() {
        texts().removeEnded(NOW);
        texts().keep(text(FIRST, "lan", 1, "một"));
        texts().keep(text(SECOND, "hung", 2, "hai"));

        texts().removeEnded(NOW.plus(Duration.ofDays(1)));

        assertThat(of("lan", NOW)).isEmpty();
        assertThat(of("hung", NOW)).containsExactly("hai");
    }
}
