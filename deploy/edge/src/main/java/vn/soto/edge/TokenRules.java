package vn.soto.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/**
 * Checks the claims of a token with a valid signature. The first broken rule is the result.
 *
 * @param maxLife longest time between the issue of a token and its end
 */
record TokenRules(String issuer, String audience, Duration maxLife, Clock clock) implements OAuth2TokenValidator<Jwt> {

    static final OAuth2Error EXPIRED = error("it has expired");
    static final int SUBJECT = 128;
    private static final OAuth2Error ENDLESS = error("it never expires");
    private static final OAuth2Error EARLY = error("it is not valid yet");
    private static final OAuth2Error ISSUER = error("another issuer");
    private static final OAuth2Error AUDIENCE = error("meant for others");
    private static final OAuth2Error TYPE = error("another kind of token");
    private static final OAuth2Error TOO_LONG = error("it is valid for too long");
    private static final OAuth2Error ROLES = error("its roles are no list of names");
    private static final OAuth2Error NOBODY = error("it names nobody a ledger could name");

    /** Tolerated difference between the issuer's clock and the local one. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static OAuth2Error error(String description) {
        return new OAuth2Error("invalid_token", description, null);
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        OAuth2Error broken = broken(token);
        return broken == null ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(broken);
    }

    private @Nullable OAuth2Error broken(Jwt token) {
        Instant now = clock.instant();
        Instant end = token.getExpiresAt();
        Instant begin = token.getNotBefore();
        if (!accessToken(token)) {
            return TYPE;
        }
        if (!issuer.equals(token.getClaimAsString(JwtClaimNames.ISS))) {
            return ISSUER;
        }
        List<String> audiences = token.getAudience();
        if (audiences == null || !audiences.contains(audience)) {
            return AUDIENCE;
        }
        if (end == null) {
            return ENDLESS;
        }
        if (!now.minus(SKEW).isBefore(end)) {
            return EXPIRED;
        }
        if (begin != null && now.plus(SKEW).isBefore(begin)) {
            return EARLY;
        }
        if (tooLong(token.getIssuedAt(), end, now)) {
            return TOO_LONG;
        }
        if (TokenRoles.malformed(token)) {
            return ROLES;
        }
        return answerable(token.getSubject()) ? null : NOBODY;
    }

    /** Without a time of issue, or with one to come, the token counts as issued now. */
    private boolean tooLong(@Nullable Instant issued, Instant end, Instant now) {
        return end.isAfter(now.plus(maxLife).plus(SKEW)) || (issued != null && end.isAfter(issued.plus(maxLife)));
    }

    /** RFC 9068's type, the older one, or none. */
    private static boolean accessToken(Jwt token) {
        return switch (token.getHeaders().get("typ")) {
            case null -> true;
            case String name -> name.equalsIgnoreCase("at+jwt") || name.equalsIgnoreCase("JWT");
            default -> false;
        };
    }

    /** The subject becomes a permanent part of its commits. */
    static boolean answerable(@Nullable String subject) {
        return subject != null
                && !subject.isBlank()
                && subject.length() <= SUBJECT
                && subject.equals(subject.strip())
                && subject.codePoints().noneMatch(TokenRules::unfit);
    }

    private static boolean unfit(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
