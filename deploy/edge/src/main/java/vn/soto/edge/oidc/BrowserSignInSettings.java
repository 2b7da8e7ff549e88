package vn.soto.edge.oidc;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code soto.sign-in.browser.*}: the product as a client of the issuer. Without a client id browsers cannot sign
 * in, and the issuer is not called.
 *
 * @param clientId      name of the product at the issuer
 * @param clientSecret  secret of the product at the issuer; absent for a client that has none, which PKCE protects too
 * @param address       address of the product for browsers, such as {@code https://so-to.example.vn}; the issuer sends
 *                      browsers back to {@code /sign-in/callback} there
 * @param tokenEndpoint address for exchanging codes, if on another host than the issuer's
 * @param scopes        scopes that are asked for
 * @param prompt        the issuer's question to its user each time: {@code login} on devices that people share, so that
 *                      nobody goes on as the one before. Absent to leave it to the issuer.
 */
@ConfigurationProperties("soto.sign-in.browser")
public record BrowserSignInSettings(
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable URI address,
        @Nullable URI tokenEndpoint,
        @DefaultValue("openid") List<String> scopes,
        @Nullable String prompt) {

    public BrowserSignInSettings {
        clientSecret = clientSecret == null || clientSecret.isBlank() ? null : clientSecret.strip();
        scopes = List.copyOf(scopes);
        prompt = prompt == null || prompt.isBlank() ? null : prompt.strip();
        if (clientId == null || clientId.isBlank()) {
            throw new IllegalArgumentException("soto.sign-in.browser.client-id is not set");
        }
        if (address == null || !SafeAddress.isSite(address)) {
            throw new IllegalArgumentException(
                    "soto.sign-in.browser.address is the address that browsers use, such as https://so-to.example.vn,"
                            + " without a path; http: is for this machine alone");
        }
        if (tokenEndpoint != null && !SafeAddress.isCallable(tokenEndpoint)) {
            throw new IllegalArgumentException("soto.sign-in.browser.token-endpoint is an https: address");
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("soto.sign-in.browser.scopes holds openid");
        }
    }

    String client() {
        return String.valueOf(clientId);
    }

    /** Whether the address is one over TLS. */
    boolean secure() {
        return "https".equals(site().getScheme());
    }

    String redirect() {
        return site() + OidcSignIn.CALLBACK;
    }

    private URI site() {
        return Objects.requireNonNull(address);
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "BrowserSignInSettings[client %s at %s]".formatted(clientId, address);
    }
}
