package vn.soto.e2e.nodes;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** The account system: it signs tokens and publishes its public key in a file. */
record Tokens(ECKey key, URI published) {

    static final String ISSUER = "https://accounts.example.vn";
    static final String AUDIENCE = "soto";

    static Tokens in(Path folder) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("2026").generate();
            Path file = folder.resolve("keys.json");
            Files.writeString(file, new JWKSet(key.toPublicJWK()).toString());
            return new Tokens(key, file.toUri());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token for one role; its subject has the name of the role. */
    String of(String role) {
        try {
            Instant now = Instant.now();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(ISSUER)
                            .audience(AUDIENCE)
                            .subject(role)
                            .claim("roles", List.of(role))
                            .claim("auth_time", now.getEpochSecond())
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(3600)))
                            .build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
