package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.testkit.SettableClock;

/** An operator replaces the key file while the process runs. */
final class KeyFileIT {

    @TempDir
    private Path folder;

    @Test
    void theNextTokenOfTheNewKeyIsKnown() throws IOException, ParseException {
        ECKey old = Issuer.ec("2026-06");
        ECKey next = Issuer.ec("2026-07");
        Path file = Files.writeString(folder.resolve("keys.json"), Issuer.published(old));
        SettableClock clock = new SettableClock(Issuer.NOW);
        SignInKeys keys = new SignInKeys(KeySource.at(file.toUri()), JWSAlgorithm.ES256, Duration.ofHours(1), clock);

        clock.advance(SignInKeys.PAUSE);
        Files.move(
                Files.writeString(folder.resolve("keys.json.new"), Issuer.published(old, next)),
                file,
                StandardCopyOption.ATOMIC_MOVE);

        assertThat(candidates(keys, next)).contains(List.of("2026-07"));
        assertThat(candidates(keys, old)).contains(List.of("2026-06"));
    }

    private static Optional<List<String>> candidates(SignInKeys keys, JWK signer) throws ParseException {
        String token = Issuer.sign(signer, JWSAlgorithm.ES256, Issuer.claims().build());
        return keys.candidates(SignedJWT.parse(token))
                .map(JWK::getKeyID)
                .collectList()
                .blockOptional();
    }
}
