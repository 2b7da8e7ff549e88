package vn.soto.allinone.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountAct;
import vn.soto.contracts.access.AccountId;
import vn.soto.ledger.LedgerException;

/**
 * Health indicator that is never down: accounts with a right to approve whose password an administrator gave before the
 * ledger recorded that. The administrator who gave it may know it, and counts as another person than the account.
 */
final class UnrecordedPasswords implements HealthIndicator {

    private static final Set<Action> GIVEN = Set.of(Action.CREATED, Action.PASSWORD_RESET);

    private final AccountStore accounts;
    private final LedgerRights rights;

    /** Accounts with a recorded password; the ledger keeps such a record for good. */
    private final Set<AccountId> recorded = ConcurrentHashMap.newKeySet();

    UnrecordedPasswords(AccountStore accounts, LedgerRights rights) {
        this.accounts = accounts;
        this.rights = rights;
    }

    @Override
    public Health health() {
        try {
            List<String> found = find();
            return found.isEmpty()
                    ? Health.up().build()
                    : Health.up()
                            .withDetail("unrecorded", found.size())
                            .withDetail("accounts", found)
                            .withDetail(
                                    "todo",
                                    "an earlier version did not record who gave these accounts, which may approve, their passwords;"
                                            + " have each reset by two administrators of whom none made it, or write confirm <account>"
                                            + " into the account command file; see Two persons in deploy/README.md")
                            .build();
        } catch (LedgerException | AccountsUnwritableException e) {
            return Health.unknown().build();
        }
    }

    private List<String> find() {
        return rights.areInForce()
                ? accounts.changedAfter(Instant.EPOCH, GIVEN).stream()
                        .filter(account -> !recorded.contains(account))
                        .flatMap(account -> accounts.find(account).stream())
                        .filter(account -> isByAnAdministrator(account.id()) && !isRecorded(account.id()))
                        .filter(rights::mayApprove)
                        .map(account -> account.id().value())
                        .sorted()
                        .toList()
                : List.of();
    }

    private boolean isByAnAdministrator(AccountId account) {
        return accounts.history(account, GIVEN, Integer.MAX_VALUE).stream()
                .anyMatch(change -> !change.by().equals(AccountChange.SYSTEM));
    }

    private boolean isRecorded(AccountId account) {
        boolean found = rights.acts(account).stream().anyMatch(UnrecordedPasswords::tellsOfThePassword);
        if (found) {
            recorded.add(account);
        }
        return found;
    }

    /** A reset says who knows it; what the machine granted or confirmed says that the account is a person's of its own. */
    private static boolean tellsOfThePassword(AccountAct act) {
        return switch (act.event()) {
            case AccountReset _, AccountConfirmed _ -> true;
            case RoleGranted _ -> act.by() == null;
            default -> false;
        };
    }
}
