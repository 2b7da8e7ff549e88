package vn.soto.edge.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of a session: {@code 1.<id of the key>.<JSON, base64url>.<HMAC-SHA-256 of all before it, base64url>}. It is signed and
 * not secret. A session is over {@link #LIFE} after its issue, and {@link #LONGEST} after the sign-in.
 */
public final class SessionCodec {

    public static final Duration LIFE = Duration.ofHours(12);

    /** How long a session that signed out is remembered: until each cookie of it is over, also one that was made at the same time. */
    public static final Duration REMEMBERED = LIFE.plusMinutes(1);

    /** A session in use is made anew after this time. */
    static final Duration RENEWED_AFTER = Duration.ofHours(1);

    static final Duration LONGEST = Duration.ofDays(30);

    /** Clocks of two nodes may differ so much; what is from later was made by a clock that was wrong. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** Browsers keep no longer cookie. */
    static final int MOST_CHARACTERS = 3_800;

    private static final String CONTEXT = "soto/session/";
    private static final String VERSION = "1";
    private static final int PARTS = 4;
    private static final int ID_BYTES = 12;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final SessionKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public SessionCodec(SessionKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The stored form; names of one letter, because a cookie goes with every request.
     *
     * @param n the session's id; earlier versions gave it none, and it is known by the second of the sign-in
     * @param p when the person was proven, which earlier versions did not know
     */
    private record Body(
            @Nullable String a,
            long e,
            @Nullable Set<String> r,
            long s,
            long i,
            @Nullable String n,
            @Nullable Long p) {}

    /** A session that begins now, with the password. */
    Session begin(String account, long epoch, Set<String> authorities) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Session.begin(base64(id), account, epoch, authorities, clock.instant());
    }

    /** @throws IllegalArgumentException if the session is too long for a cookie */
    public String encode(Session session) {
        Body body = new Body(
                session.account(),
                session.epoch(),
                session.sortedAuthorities(),
                session.signedIn().getEpochSecond(),
                session.issued().getEpochSecond(),
                session.id(),
                session.proven().getEpochSecond());
        SessionKey key = keys.signing();
        String signed = VERSION + "." + key.id() + "." + base64(JSON.writeValueAsBytes(body));
        String text = signed + "." + base64(key.sign(CONTEXT + signed));
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a session of " + text.length() + " characters");
        }
        return text;
    }

    /** The session, if its signature is right and it is not over; its epoch is not looked at. */
    public Optional<Session> decode(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        String signed = text.substring(0, text.lastIndexOf('.'));
        return keys.find(parts[1])
                .filter(key -> MessageDigest.isEqual(
                        base64(key.sign(CONTEXT + signed)).getBytes(StandardCharsets.UTF_8),
                        parts[3].getBytes(StandardCharsets.UTF_8)))
                .flatMap(key -> session(parts[2]))
                .filter(this::isCurrent);
    }

    /** A body signed by a key of ours is a session, unless another version wrote it. */
    private static Optional<Session> session(String body) {
        try {
            Body read = JSON.readValue(Base64.getUrlDecoder().decode(body), Body.class);
            return read.a() == null || read.r() == null
                    ? Optional.empty()
                    : Optional.of(new Session(
                            read.n() == null ? String.valueOf(read.s()) : read.n(),
                            read.a(),
                            read.e(),
                            read.r(),
                            Instant.ofEpochSecond(read.s()),
                            Instant.ofEpochSecond(read.i()),
                            Instant.ofEpochSecond(read.p() == null ? 0 : read.p())));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isCurrent(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.issued().plus(LIFE))
                && now.isBefore(session.signedIn().plus(LONGEST))
                && !session.issued().isAfter(now.plus(CLOCKS_DIFFER))
                && !session.signedIn().isAfter(now.plus(CLOCKS_DIFFER));
    }

    /** The session to go on with, if this one has been in use for long enough to be renewed. */
    Optional<Session> renewed(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.issued().plus(RENEWED_AFTER))
                ? Optional.empty()
                : Optional.of(session.renewed(now));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
