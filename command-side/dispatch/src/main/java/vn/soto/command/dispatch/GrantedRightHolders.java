package vn.soto.command.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.SeparatePersons;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.plan.RightHolders;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandRights;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * The holders of rights by the grants of the ledger. Reads the lists of accounts with a right to approve, and of those
 * accounts one after the other until one is found. A ledger without grants leaves the answer to another.
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
        Instant now = clock.instant();
        SeparatePersons persons = accounts.twoPersons(now);
        return holders(commands, VietnamTime.day(now))
                .anyMatch(account ->
                        !persons.areSurelyOne(actor, account.account().value()));
    }

    @Override
    public boolean anySecondPerson(String actor, Collection<Class<? extends Command>> commands) {
        if (!accounts.areGranted()) {
            return withoutGrants.anyBeside(actor, commands);
        }
        Instant now = clock.instant();
        SeparatePersons persons = accounts.twoPersons(now);
        return holders(commands, VietnamTime.day(now))
                .anyMatch(account -> persons.are(actor, account.account().value()));
    }

    /** The accounts that may issue all of the commands on that day, somewhere. */
    private Stream<AccountState> holders(Collection<Class<? extends Command>> commands, LocalDate day) {
        return CommandRights.thatMayIssue(commands).stream()
                .filter(Role::mayApprove)
                .flatMap(role -> accounts.listed(role).stream()
                        .map(accounts::of)
                        .filter(account -> account.grantsOn(day).stream().anyMatch(grant -> grant.role() == role)));
    }
}
