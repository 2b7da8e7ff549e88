package vn.soto.command.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.shared.DomainEvent;
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

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Clock clock;
    private final RightHolders withoutGrants;

    GrantedRightHolders(LedgerReader ledger, EventCodec codec, Clock clock, RightHolders withoutGrants) {
        this.ledger = ledger;
        this.codec = codec;
        this.clock = clock;
        this.withoutGrants = withoutGrants;
    }

    @Override
    public boolean anyBeside(String actor, Collection<Class<? extends Command>> commands) {
        if (ledger.head(RoleHoldersEvent.FIRST_GRANT).isEmpty()) {
            return withoutGrants.anyBeside(actor, commands);
        }
        LocalDate today = VietnamTime.day(clock.instant());
        Set<Role> roles = CommandRights.thatMayIssue(commands);
        return roles.stream().filter(Role::mayApprove).anyMatch(role -> anyBeside(actor, role, today));
    }

    private boolean anyBeside(String actor, Role role, LocalDate day) {
        Optional<LinkedPerson> person =
                AccountId.isWellFormed(actor) ? state(new AccountId(actor)).personOn(day) : Optional.empty();
        return listed(role).stream()
                .filter(account -> !account.value().equals(actor))
                .map(this::state)
                .filter(account -> person.isEmpty() || !person.equals(account.personOn(day)))
                .anyMatch(account -> account.grantsOn(day).stream().anyMatch(grant -> grant.role() == role));
    }

    private List<AccountId> listed(Role role) {
        return events(RoleHoldersEvent.idOf(role)).stream()
                .map(event -> ((RoleHolderListed) event).account())
                .toList();
    }

    private AccountState state(AccountId account) {
        AccountState state = AccountState.blank(account);
        for (DomainEvent event : events(AccessEvent.idOf(account))) {
            state = state.after((AccessEvent) event);
        }
        return state;
    }

    private List<DomainEvent> events(String aggregate) {
        List<DomainEvent> events = new ArrayList<>();
        List<DomainEvent> page;
        do {
            page = ledger.aggregate(aggregate, events.size(), PAGE).stream()
                    .map(codec::decode)
                    .toList();
            events.addAll(page);
        } while (page.size() == PAGE);
        return events;
    }
}
