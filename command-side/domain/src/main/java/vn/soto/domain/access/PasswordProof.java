package vn.soto.domain.access;

import static vn.soto.domain.access.AccessRule.WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last time at which the sender of a command showed the password, or the issuer asked. An open session is not the person. */
public final class PasswordProof {

    /** The time for which a password that was shown allows to approve. */
    public static final Duration LASTS = Duration.ofMinutes(15);

    /** Longest difference between the clocks of the sign-in and of the ledger. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private PasswordProof() {}

    /** Whether a password shown then counts now. No clock that was ahead makes it last longer. */
    public static boolean isRecent(Instant proven, Instant now) {
        return !proven.isBefore(now.minus(LASTS)) && !proven.isAfter(now.plus(CLOCKS_DIFFER));
    }

    /** @param proven absent if the product sends the command itself, for two persons who agreed */
    public static void require(@Nullable Instant proven, Instant now) {
        WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS.require(proven == null || isRecent(proven, now), LASTS.toMinutes());
    }
}
