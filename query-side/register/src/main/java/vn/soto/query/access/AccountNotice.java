package vn.soto.query.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * An action on the account of a holder of a right to approve, or an action done on the machine.
 *
 * @param by        account that did it; absent if it was done on the machine
 * @param onMachine whether whoever runs the machine did it, so that it came from nobody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountNotice(
        Instant at,
        @IdOf(IdKind.COMMIT) long commit,
        @IdOf(IdKind.ACCOUNT) String account,
        Action action,
        @Doer @Nullable String by,
        boolean onMachine) {

    /** The action. */
    public enum Action {
        LOCKED,
        UNLOCKED,
        PASSWORD_RESET,
        SECOND_FACTOR_REMOVED,
        /** It was confirmed that the account is that of a person of its own. */
        CONFIRMED,
        /** Its right to approve was ended on the machine. */
        RIGHT_ENDED
    }
}
