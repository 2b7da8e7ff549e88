package vn.soto.edge;

import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.soto.web.ProvenAt;

/** When the issuer last asked who it is, as a token says it in {@code auth_time}. */
final class TokenProof {

    private TokenProof() {}

    /** Never, if the token does not say it: a token may be issued again and again without anybody being asked. */
    static ProvenAt of(Jwt token) {
        try {
            return token.getClaims().get(IdTokenClaimNames.AUTH_TIME) instanceof Number seconds
                    ? new ProvenAt(Instant.ofEpochSecond(seconds.longValue()))
                    : ProvenAt.NEVER;
        } catch (DateTimeException e) {
            return ProvenAt.NEVER;
        }
    }
}
