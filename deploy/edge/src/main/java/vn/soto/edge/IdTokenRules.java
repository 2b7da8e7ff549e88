package vn.soto.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;

/** Checks the claims of an ID token with a valid signature (OpenID Connect Core 3.1.3.7). */
record IdTokenRules(String issuer, String client, Clock clock) {

    private static final Duration SKEW = Duration.ofSeconds(30);

    /** An ID token is read in the moment in which it was made. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    boolean accept(Jwt token, String nonce) {
        return issuer.equals(token.getClaimAsString(IdTokenClaimNames.ISS))
                && isForClient(token)
                && isOfNow(token)
                && Objects.equals(nonce, token.getClaims().get(IdTokenClaimNames.NONCE))
                && !"at+jwt".equalsIgnoreCase(String.valueOf(token.getHeaders().get("typ")))
                && !TokenRoles.malformed(token)
                && TokenRules.answerable(token.getSubject());
    }

    /** With several audiences, {@code azp} names the one that asked. */
    private boolean isForClient(Jwt token) {
        List<String> audiences = token.getAudience();
        @Nullable Object party = token.getClaims().get(IdTokenClaimNames.AZP);
        return audiences != null
                && audiences.contains(client)
                && (party == null ? audiences.size() == 1 : client.equals(party));
    }

    private boolean isOfNow(Jwt token) {
        Instant now = clock.instant();
        Instant end = token.getExpiresAt();
        Instant issued = token.getIssuedAt();
        return end != null
                && issued != null
                && now.minus(SKEW).isBefore(end)
                && !issued.isAfter(now.plus(SKEW))
                && !issued.isBefore(now.minus(FRESH));
    }
}
