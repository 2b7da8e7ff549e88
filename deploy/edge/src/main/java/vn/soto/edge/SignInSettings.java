package vn.soto.edge;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * Settings {@code soto.sign-in.*}: the accepted access tokens. All are required at start.
 *
 * @param issuer    exact value of claim {@code iss}
 * @param audience  required value, one of claim {@code aud}
 * @param algorithm the one accepted signature algorithm; none with a shared secret
 * @param keys      the issuer's public keys, a JWK set: {@code file:/...}, or {@code https://...}, which the process
 *                  then calls
 * @param keysStaleAfter how long keys are used after they were last read, while they cannot be read again
 * @param maxTokenLife   longest accepted life of a token, from its issue to its end
 */
@ConfigurationProperties("soto.sign-in")
record SignInSettings(
        @Nullable String issuer,
        @Nullable String audience,
        @DefaultValue("ES256") SignatureAlgorithm algorithm,
        @Nullable URI keys,
        @DefaultValue("1h") Duration keysStaleAfter,
        @DefaultValue("24h") Duration maxTokenLife) {

    SignInSettings {
        required("issuer", issuer);
        required("audience", audience);
        required("keys", keys == null ? null : keys.toString());
        if (keysStaleAfter.compareTo(SignInKeys.LIFE) < 0) {
            throw new IllegalArgumentException("soto.sign-in.keys-stale-after is at least "
                    + SignInKeys.LIFE.toMinutes() + " minutes, after which keys are read again");
        }
        if (maxTokenLife.isNegative() || maxTokenLife.isZero()) {
            throw new IllegalArgumentException("soto.sign-in.max-token-life must be more than 0");
        }
    }

    private static void required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "soto.sign-in." + name
                            + " is not set; a node accepts access tokens only, so it needs soto.sign-in.issuer, .audience and .keys");
        }
    }
}
