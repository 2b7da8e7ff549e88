package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.testkit.SettableClock;

/**
 * Key rotation: a new key is loaded at its first use, a withdrawn key expires, and no client can force frequent reads.
 */
final class SignInKeysTest {

    private static final ECKey OLD = Issuer.ec("old");
    private static final ECKey NEW = Issuer.ec("new");

    private static final Duration STALE_AFTER = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock(Issuer.NOW);
    private String published = Issuer.published(OLD);
    private int looks;

    private SignInKeys keys() {
        return new SignInKeys(
                () -> {
                    looks++;
                    if (published.isEmpty()) {
                        throw new IOException("no such file");
                    }
                    return published;
                },
                JWSAlgorithm.ES256,
                STALE_AFTER,
                clock);
    }

    @Test
    void aNewKeyIsFoundWhenItIsFirstUsed() {
        SignInKeys keys = keys();
        published = Issuer.published(OLD, NEW);
        clock.advance(SignInKeys.PAUSE);

        assertThat(candidates(keys, NEW)).containsExactly("new");
        assertThat(candidates(keys, OLD)).containsExactly("old");
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void unknownKeysMakeItLookOnceInAWhile() {
        SignInKeys keys = keys();
        for (int token = 0; token < 100; token++) {
            assertThat(candidates(keys, Issuer.ec("unknown-" + token))).isEmpty();
        }
        assertThat(looks).isEqualTo(1);

        clock.advance(SignInKeys.PAUSE);
        for (int token = 0; token < 100; token++) {
            assertThat(candidates(keys, Issuer.ec("unknown-" + token))).isEmpty();
        }
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void aWithdrawnKeyLosesItsForce() {
        SignInKeys keys = keys();
        published = Issuer.published(NEW);

        assertThat(candidates(keys, OLD)).containsExactly("old");
        clock.advance(SignInKeys.LIFE);
        assertThat(candidates(keys, OLD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"keys\":[]}"})
    void whatCannotBeUsedLeavesTheKeysAsTheyAre(String unusable) {
        SignInKeys keys = keys();
        published = unusable;
        clock.advance(SignInKeys.LIFE);

        assertThat(candidates(keys, OLD)).containsExactly("old");
    }

    @Test
    void keysThatCannotBeReadAgainAreNotUsedWithoutEnd() {
        SignInKeys keys = keys();
        published = "";
        clock.advance(STALE_AFTER);
        assertThat(candidates(keys, OLD)).containsExactly("old");

        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> candidates(keys, OLD)).isInstanceOf(KeysStaleException.class);
        assertThatThrownBy(() -> candidates(keys, NEW)).isInstanceOf(KeysStaleException.class);
    }

    @Test
    void afterAFailedReadTheNextOneComesSoonAndBringsTheKeysBack() {
        SignInKeys keys = keys();
        published = "";
        clock.advance(STALE_AFTER.plusSeconds(1));
        assertThatThrownBy(() -> candidates(keys, OLD)).isInstanceOf(KeysStaleException.class);
        assertThat(looks).isEqualTo(2);

        published = Issuer.published(OLD);
        assertThatThrownBy(() -> candidates(keys, OLD)).isInstanceOf(KeysStaleException.class);
        assertThat(looks).isEqualTo(2);
        clock.advance(SignInKeys.PAUSE);
        assertThat(candidates(keys, OLD)).containsExactly("old");
    }

    @Test
    void withoutAKeyForTheAlgorithmNothingStarts() {
        published = Issuer.published(Issuer.rsa("rsa"));
        assertThatThrownBy(this::keys)
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("no key for ES256");

        published = "{\"keys\":[" + OLD.toJSONString() + "]}";
        assertThatThrownBy(this::keys).isInstanceOf(KeysUnusableException.class).hasMessageContaining("private");

        published = "";
        assertThatThrownBy(this::keys).isInstanceOf(KeysUnusableException.class).hasMessageContaining("cannot be read");
    }

    @Test
    void keysComeFromAFileOrThroughTls() {
        for (String place : List.of("http://accounts.example.vn/keys", "keys.json", "classpath:keys.json")) {
            assertThatThrownBy(() -> KeySource.at(URI.create(place)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("soto.sign-in.keys");
        }
    }

    private static List<String> candidates(SignInKeys keys, JWK signer) {
        try {
            SignedJWT token = SignedJWT.parse(
                    Issuer.sign(signer, JWSAlgorithm.ES256, Issuer.claims().build()));
            return keys.candidates(token)
                    .map(JWK::getKeyID)
                    .collectList()
                    .blockOptional()
                    .orElseThrow();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
