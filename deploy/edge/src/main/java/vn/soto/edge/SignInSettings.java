package vn.soto.edge;

import java.net.URI;
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
 */
@ConfigurationProperties("soto.sign-in")
record SignInSettings(
        @Nullable String issuer,
        @Nullable String audience,
        @DefaultValue("ES256") SignatureAlgorithm algorithm,
        @Nullable URI keys) {

    SignInSettings {
        required("issuer", issuer);
        required("audience", audience);
        required("keys", keys == null ? null : keys.toString());
    }

    private static void required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "soto.sign-in." + name
                            + " is not set; a node accepts access tokens only, so it needs soto.sign-in.issuer, .audience and .keys");
        }
    }
}
