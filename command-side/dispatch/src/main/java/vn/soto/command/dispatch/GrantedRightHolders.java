package vn.soto.command.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.plan.RightHolders;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandRights;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * Who holds a right by the grants of the ledger. Reads the lists of accounts with a right to approve, and of those accounts one
 * after the other until one is found. A ledger without grants leaves the answer to another.
 */
final class GrantedRightHolders implements RightHolders {

    private final LedgerAccounts accounts;
    private final Clock clock;
    private final RightHolders withoutGrants;

    GrantedRightHolders(LedgerReader ledger, EventCodec codec, Clock clock, RightHolders withoutGrants) {
        this.accounts = new LedgerAccounts(ledger, codec);
        this.clock = clock;
        this.withoutGrants = withoutGrants;
    }

    @Override
    public boolean anyBeside(String actor, Collection<Class<? extends Command>> commands) {
        if (!accounts.areGranted()) {
            return withoutGrants.anyBeside(actor, commands);
        }
        LocalDate today = VietnamTime.day(clock.instant());
        Set<Role> roles = CommandRights.thatMayIssue(commands);
        return roles.stream().filter(Role::mayApprove).anyMatch(role -> anyBeside(actor, role, today));
    }

    private boolean anyBeside(String actor, Role role, LocalDate day) {
        Optional<LinkedPerson> person = AccountId.isWellFormed(actor)
                ? accounts.of(new AccountId(actor)).personOn(day)
                : Optional.empty();
        return accounts.listed(role).stream()
                .filter(account -> !account.value().equals(actor))
                .map(accounts::of)
                .filter(account -> person.isEmpty() || !person.equals(account.personOn(day)))
                .anyMatch(account -> account.grantsOn(day).stream().anyMatch(grant -> grant.role() == role));
    }
}
