package vn.soto.edge;

import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import vn.soto.edge.oidc.IdTokens;
import vn.soto.edge.oidc.IssuerUnavailableException;

/** Reads ID tokens with the keys and the algorithm of the access tokens. */
final class IssuerIdTokens implements IdTokens {

    private static final TokenRoles ROLES = new TokenRoles();

    private final NimbusReactiveJwtDecoder decoder;
    private final IdTokenRules rules;

    IssuerIdTokens(SignInKeys keys, SignatureAlgorithm algorithm, IdTokenRules rules) {
        this.rules = rules;
        this.decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::candidates)
                .jwsAlgorithm(algorithm)
                .validateType(false)
                .build();
        // Its own rules follow, which know the nonce.
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
    }

    @Override
    public Mono<SignedIn> read(String token, String nonce) {
        return decoder.decode(token)
                .filter(read -> rules.accept(read, nonce))
                .flatMap(read -> ROLES.convert(read)
                        .mapNotNull(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet())
                        .map(roles ->
                                new SignedIn(Objects.requireNonNull(read.getSubject()), roles, TokenProof.of(read))))
                .onErrorMap(
                        IssuerIdTokens::isOfTheKeys, stale -> new IssuerUnavailableException("its keys are too old"))
                .onErrorResume(JwtException.class, refused -> Mono.empty());
    }

    private static boolean isOfTheKeys(Throwable error) {
        return error instanceof KeysStaleException || error.getCause() instanceof KeysStaleException;
    }
}
