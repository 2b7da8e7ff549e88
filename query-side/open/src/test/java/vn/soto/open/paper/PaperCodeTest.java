package vn.soto.open.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Hash;
import vn.soto.open.paper.PaperCode.Named;

/** Codes of printed sheets. */
final class PaperCodeTest {

    private static final PaperCode CODES = new PaperCode(secret(1));
    private static final Named COMMIT = Named.of(37_917, Hash.sha256(new byte[] {1}));

    private static byte[] secret(long seed) {
        byte[] secret = new byte[32];
        new Random(seed).nextBytes(secret);
        return secret;
    }

    @Test
    void aCommitHasTheSameCodeEachTime() {
        assertThat(CODES.of(COMMIT)).isEqualTo(new PaperCode(secret(1)).of(COMMIT));
        assertThat(CODES.of(COMMIT)).matches("([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}");
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        String code = CODES.of(COMMIT);
        String typed = code.toLowerCase(Locale.ROOT)
                .replace("-", " ")
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(CODES.read(code)).contains(COMMIT);
        assertThat(CODES.read("  " + typed)).contains(COMMIT);
        assertThat(CODES.read(code.substring(1))).isEmpty();
        assertThat(CODES.read(code + "0")).isEmpty();
        assertThat(CODES.read("U" + code.substring(1))).isEmpty();
        assertThat(CODES.read("Z" + code.substring(1))).isEmpty();
        assertThat(CODES.read("")).isEmpty();
    }

    /** Codes of neighbours tell nothing of each other, and another secret reads another commit. */
    @Test
    void nobodyCountsFromOneCodeToTheNext() {
        Set<String> beginnings = new HashSet<>();
        for (long commit = 1; commit <= 2_000; commit++) {
            Named named = Named.of(commit, Hash.sha256(new byte[] {1}));
            assertThat(CODES.read(CODES.of(named))).contains(named);
            beginnings.add(CODES.of(named).substring(0, 11));
        }
        assertThat(beginnings).hasSize(2_000);
        assertThat(new PaperCode(secret(2)).read(CODES.of(COMMIT)).orElseThrow())
                .isNotEqualTo(COMMIT);
    }

    @Test
    void aCodeOfAnotherChainIsAnotherOne() {
        Named other = Named.of(COMMIT.commit(), Hash.sha256(new byte[] {2}));
        assertThat(CODES.of(other)).isNotEqualTo(CODES.of(COMMIT));
    }
}
