package vn.soto.domain.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import vn.soto.contracts.access.AccountState;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.shared.Command;

/** Granting a right to approve, or lengthening one, takes two persons once two administer the whole ledger. */
public final class TwoPersonGrants {

    private static final Set<String> GRANTING =
            Set.of(Command.nameOf(GrantRole.class), Command.nameOf(CorrectGrant.class));

    private final GrantedRights rights;

    public TwoPersonGrants(GrantedRights rights) {
        this.rights = rights;
    }

    /** Whether a command, sent on that day by itself, needs two persons. */
    public boolean needsTwo(Command command, LocalDate day) {
        return givesARightToApprove(command) && rights.areAdministeredBySeveral(day);
    }

    private boolean givesARightToApprove(Command command) {
        return switch (command) {
            case GrantRole grant -> grant.role().mayApprove();
            case CorrectGrant correction ->
                rights.of(correction.account())
                        .grant(correction.grant())
                        .filter(grant -> grant.role().mayApprove() && lengthens(correction, grant))
                        .isPresent();
            default -> false;
        };
    }

    /** Whether the corrected grant is in force on a day on which it was not. */
    static boolean lengthens(CorrectGrant correction, AccountState.Grant grant) {
        LocalDate until = grant.until();
        LocalDate last = correction.lastDay();
        boolean longer = until != null && (last == null || last.isAfter(until));
        return longer || correction.effectiveFrom().isBefore(grant.from());
    }

    /** Whether a plan of commands with these names, submitted on that day, needs a second person. */
    public boolean planNeedsTwo(Collection<String> commands, LocalDate day) {
        return commands.stream().anyMatch(GRANTING::contains) && rights.areAdministeredBySeveral(day);
    }
}
