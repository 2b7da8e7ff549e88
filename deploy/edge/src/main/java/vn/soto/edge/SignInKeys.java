package vn.soto.edge;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The issuer's public keys. They are read at start, when a token names an unknown key, and when they are older than
 * {@link #LIFE}, so the issuer can add and withdraw keys while the process runs. Tokens with unknown keys cause at most
 * one read per {@link #PAUSE}. A failed read leaves the keys unchanged.
 */
final class SignInKeys {

    static final Duration PAUSE = Duration.ofSeconds(10);
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(SignInKeys.class);

    private final KeySource source;
    private final JWSAlgorithm algorithm;
    private final Clock clock;
    private volatile JWKSet keys;
    private Instant read;
    private @Nullable Mono<JWKSet> reading;

    /** @throws KeysUnusableException if no key fits the algorithm: no sign-in would succeed */
    SignInKeys(KeySource source, JWSAlgorithm algorithm, Clock clock) {
        this.source = source;
        this.algorithm = algorithm;
        this.clock = clock;
        this.keys = usable(source.keys());
        this.read = clock.instant();
    }

    /** The keys that may have signed this token. */
    Flux<JWK> candidates(SignedJWT token) {
        JWSHeader header = token.getHeader();
        return keysFor(header).flatMapIterable(set -> select(set, header));
    }

    private synchronized Mono<JWKSet> keysFor(JWSHeader header) {
        boolean unknown = select(keys, header).isEmpty();
        Duration age = Duration.between(read, clock.instant());
        if (reading == null && age.compareTo(unknown ? PAUSE : LIFE) >= 0) {
            read = clock.instant();
            reading = Mono.fromCallable(this::renewed)
                    .subscribeOn(Schedulers.boundedElastic())
                    .doFinally(end -> finished())
                    .cache();
            return reading;
        }
        return reading != null && unknown ? reading : Mono.just(keys);
    }

    private synchronized void finished() {
        reading = null;
    }

    private JWKSet renewed() {
        try {
            keys = usable(source.keys());
        } catch (KeysUnusableException e) {
            LOG.warn("soto.sign-in.keys: {}; the keys read before stay in use", e.getMessage());
        }
        return keys;
    }

    private JWKSet usable(JWKSet read) {
        if (read.getKeys().stream().noneMatch(this::fits)) {
            throw new KeysUnusableException("it holds no key for " + algorithm, null);
        }
        return read;
    }

    private boolean fits(JWK key) {
        KeyType type = KeyType.forAlgorithm(algorithm);
        return key.getKeyType().equals(type)
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
    }

    private static List<JWK> select(JWKSet keys, JWSHeader header) {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
        return matcher == null ? List.of() : Objects.requireNonNull(new JWKSelector(matcher).select(keys));
    }
}
