package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.soto.web.ProvenAt;

final class TokenProofTest {

    private static final Instant ISSUED = Instant.parse("2026-08-20T01:00:00Z");
    private static final Instant ASKED = Instant.parse("2026-08-19T22:00:00Z");

    private static Jwt token(Consumer<Jwt.Builder> claims) {
        Jwt.Builder token =
                Jwt.withTokenValue("x").header("alg", "ES256").subject("lan").issuedAt(ISSUED);
        claims.accept(token);
        return token.build();
    }

    @Test
    void whoeverSignedInAtTheIssuerIsProvenWhenItAsked() {
        Jwt token = token(claims -> claims.claim("auth_time", ASKED.getEpochSecond()));

        assertThat(TokenProof.of(token)).isEqualTo(new ProvenAt(ASKED));
    }

    @Test
    void aTokenThatDoesNotSayItProvesNobodyHoweverLatelyItWasIssued() {
        assertThat(TokenProof.of(token(claims -> {}))).isEqualTo(ProvenAt.NEVER);
        assertThat(TokenProof.of(token(claims -> claims.claim("auth_time", "now"))))
                .isEqualTo(ProvenAt.NEVER);
        assertThat(TokenProof.of(token(claims -> claims.claim("auth_time", Long.MAX_VALUE))))
                .isEqualTo(ProvenAt.NEVER);
    }
}
