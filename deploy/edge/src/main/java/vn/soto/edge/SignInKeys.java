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
 * {@link #LIFE}. So the issuer can add and withdraw keys while the process runs. There is at most one read per
 * {@link #PAUSE}. A failed read leaves the keys in use until the last successful read is {@code staleAfter} ago. Then
 * no key may be used, because it could have been withdrawn meanwhile.
 */
final class SignInKeys {

    static final Duration PAUSE = Duration.ofSeconds(10);
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(SignInKeys.class);

    private final KeySource source;
    private final JWSAlgorithm algorithm;
    private final Duration staleAfter;
    private final Clock clock;
    private volatile Known known;
    private Instant tried;
    private @Nullable Mono<Known> reading;

    /** @param at time of the read */
    private record Known(JWKSet keys, Instant at) {}

    /** @throws KeysUnusableException if no key fits the algorithm: no sign-in would succeed */
    SignInKeys(KeySource source, JWSAlgorithm algorithm, Duration staleAfter, Clock clock) {
        this.source = source;
        this.algorithm = algorithm;
        this.staleAfter = staleAfter;
        this.clock = clock;
        this.tried = clock.instant();
        this.known = new Known(usable(source.keys()), tried);
    }

    /** The keys that may have signed this token; fails with {@link KeysStaleException} while none may be used. */
    Flux<JWK> candidates(SignedJWT token) {
        JWSHeader header = token.getHeader();
        return keysFor(header).map(this::fresh).flatMapIterable(set -> select(set, header));
    }

    /** Time since the keys were read. */
    Duration age() {
        return Duration.between(known.at(), clock.instant());
    }

    private JWKSet fresh(Known read) {
        if (Duration.between(read.at(), clock.instant()).compareTo(staleAfter) > 0) {
            throw new KeysStaleException();
        }
        return read.keys();
    }

    private synchronized Mono<Known> keysFor(JWSHeader header) {
        boolean unknown = select(known.keys(), header).isEmpty();
        boolean stale = age().compareTo(staleAfter) > 0;
        boolean due = unknown || age().compareTo(LIFE) >= 0;
        if (reading == null && due && Duration.between(tried, clock.instant()).compareTo(PAUSE) >= 0) {
            tried = clock.instant();
            reading = Mono.fromCallable(this::renewed)
                    .subscribeOn(Schedulers.boundedElastic())
                    .cache();
            return reading;
        }
        return reading != null && (unknown || stale) ? reading : Mono.just(known);
    }

    private synchronized void finished() {
        reading = null;
    }

    /** The read ends before its subscribers hear of it: whoever then finds the keys too old begins the next one. */
    private Known renewed() {
        Instant at = clock.instant();
        try {
            known = new Known(usable(source.keys()), at);
        } catch (KeysUnusableException e) {
            LOG.warn(
                    "soto.sign-in.keys: {}; the keys read at {} stay in use until {}",
                    e.getMessage(),
                    known.at(),
                    known.at().plus(staleAfter));
        } finally {
            finished();
        }
        return known;
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
