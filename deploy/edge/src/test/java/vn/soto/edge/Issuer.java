package vn.soto.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Creates keys, and signs valid and invalid tokens. */
final class Issuer {

    static final String NAME = "https://accounts.example.vn";
    static final String AUDIENCE = "soto";
    static final Instant NOW = Instant.parse("2026-07-01T03:00:00Z");

    /** Known, as they take long to find. */
    private static final BigInteger P = new BigInteger(
            "16foxws21kditb3q09vy4ow45i198jg34ytyoyckly6joef0qbn2mab9yyg5au2yx0nem8snt3fr0w0um42h7cbyf8g6lghqpodb"
                    + "7ttgtjfa8utdi8xgmoup3yhte56r2fyb6nzbmw20lh2bonytds4jau1oy6eazrgq7h49nc4exwmwnchgzc3j9d7928dntmgsfc5",
            36);

    private static final BigInteger Q = new BigInteger(
            "yc3xcw6on1sgeojxf0ky9orysgqw1vlwjlmlt1hig7anvcnll19mi4u3zoxbicfgt03lhc8l9gfwbvdm5t40ir1coour289wnfm3"
                    + "2fqwlav0svj9wd6uvtlmjkag5q567ecevhfwuub6ouz62i2i7dhujeqzliqou2x0bi7zli5qbibtmnu4ritiy04ldkojejdf8b",
            36);

    private Issuer() {}

    static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The same key for all ids. */
    static RSAKey rsa(String id) {
        BigInteger e = BigInteger.valueOf(65_537);
        BigInteger d = e.modInverse(P.subtract(BigInteger.ONE).multiply(Q.subtract(BigInteger.ONE)));
        return new RSAKey.Builder(Base64URL.encode(P.multiply(Q)), Base64URL.encode(e))
                .privateExponent(Base64URL.encode(d))
                .keyID(id)
                .build();
    }

    static String published(JWK... keys) {
        return new JWKSet(List.of(keys)).toPublicJWKSet().toString();
    }

    /** Claims of a valid token of officer {@code lan}. */
    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(List.of("another", AUDIENCE))
                .subject("lan")
                .claim("roles", List.of("officer", "emperor"))
                .issueTime(Date.from(NOW.minusSeconds(60)))
                .expirationTime(Date.from(NOW.plusSeconds(300)));
    }

    static String sign(JWK key, JWSAlgorithm algorithm, JWTClaimsSet claims) {
        return sign(
                key,
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
    }

    static String sign(JWK key, JWSHeader header, JWTClaimsSet claims) {
        try {
            JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm());
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
