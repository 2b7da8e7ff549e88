package vn.soto.edge.oidc;

import java.util.Set;
import reactor.core.publisher.Mono;
import vn.soto.web.ProvenAt;

/** Reads ID tokens of the issuer. */
public interface IdTokens {

    /**
     * The person who signed in; empty if the token is not the issuer's, not for this client, not of this attempt, or
     * not of now.
     *
     * @param nonce of the attempt
     */
    Mono<SignedIn> read(String token, String nonce);

    /**
     * @param account name of the account
     * @param roles   roles that the issuer asserts, such as {@code OFFICER}
     * @param proven  when the issuer last asked who it is ({@code auth_time})
     */
    record SignedIn(String account, Set<String> roles, ProvenAt proven) {}
}
