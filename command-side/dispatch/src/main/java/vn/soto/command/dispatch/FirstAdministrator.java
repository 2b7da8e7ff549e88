package vn.soto.command.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StreamPosition;

/**
 * Records the first administrator of a ledger, by whom all further grants are made. The commit has a system origin. It is
 * recorded once: of two starts at a time the ledger accepts one.
 */
public final class FirstAdministrator {

    /** Name of the system task in the header of the commit. */
    public static final String TASK = "first-administrator";

    private final SystemCommits commits;

    /** The result of the wish to make an account the first administrator. */
    public enum Outcome {
        RECORDED,
        /** The same account was made the first administrator before. */
        RECORDED_BEFORE,
        /** Another account is; nothing was recorded. */
        ANOTHER_IS
    }

    public FirstAdministrator(
            LedgerReader reader, LedgerAppender appender, EventCodec codec, Supplier<UUID> ids, Clock clock) {
        this.commits = new SystemCommits(reader, appender, codec, ids, clock);
    }

    /** Whether the ledger has its first grant; until then the roles that sign-in asserts count. */
    public static boolean isRecorded(LedgerReader ledger) {
        return ledger.head(RoleHoldersEvent.FIRST_GRANT).isPresent();
    }

    /** @throws LedgerException the ledger could not take the commit, other than because another start was first */
    public Outcome record(AccountId account) {
        try {
            if (!isRecorded(commits.reader)) {
                append(account);
                return Outcome.RECORDED;
            }
        } catch (LedgerException.Conflict e) {
            // Another start recorded one, or a command linked the account; the list says which.
            if (!isRecorded(commits.reader)) {
                return record(account);
            }
        }
        return first().equals(account) ? Outcome.RECORDED_BEFORE : Outcome.ANOTHER_IS;
    }

    private AccountId first() {
        return ((RoleHolderListed) commits.codec()
                        .decode(commits.reader
                                .aggregate(RoleHoldersEvent.FIRST_GRANT, 0, 1)
                                .getFirst()))
                .account();
    }

    private void append(AccountId account) {
        RoleGranted granted = new RoleGranted(
                account,
                new GrantId(commits.id().toString()),
                Role.ADMINISTRATOR,
                Area.WHOLE,
                VietnamTime.day(commits.now()),
                null,
                null,
                GrantApproval.BY_ONE_PERSON);
        commits.append(
                TASK,
                List.of(
                        commits.next(granted),
                        new SystemCommits.Placed(
                                new RoleHolderListed(Role.ADMINISTRATOR, account),
                                new StreamPosition("role-holders", RoleHoldersEvent.FIRST_GRANT, 0))));
    }
}
