package vn.soto.allinone.account;

import java.time.Instant;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountId;

/**
 * An entry in the history of accounts; entries are added and never changed.
 *
 * @param by      account that made the change: itself, an administrator, or {@link #SYSTEM}
 * @param account whose account
 */
public record AccountChange(Instant at, String by, Action action, AccountId account) {

    /** The process itself, at its start. */
    static final String SYSTEM = "soto";

    /** The kind of change; the names are stored and answered. */
    public enum Action {
        TAKEN_OVER,
        CREATED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        LOCKED,
        UNLOCKED,
        SIGNED_OUT_EVERYWHERE,
        SESSIONS_ENDED,
        PIN_SET,
        PIN_CHANGED,
        PIN_REMOVED,
        SECOND_FACTOR_SET,
        SECOND_FACTOR_REMOVED,
        RECOVERY_CODE_USED,
        /** The entry is unreadable: something else has changed it. */
        ALTERED;

        static Action read(String name) {
            return Stream.of(values())
                    .filter(action -> action.name().equals(name))
                    .findFirst()
                    .orElse(ALTERED);
        }
    }
}
