package vn.soto.command.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/**
 * Records the first administrator of a ledger, by whom all further grants are made. The commit has a system origin. It is
 * recorded once: of two starts at a time the ledger accepts one.
 */
public final class FirstAdministrator {

    /** Name of the system task in the header of the commit. */
    public static final String TASK = "first-administrator";

    private static final String SYSTEM = "system";

    private final LedgerReader reader;
    private final LedgerAppender appender;
    private final EventCodec codec;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** What became of the wish to make an account the first administrator. */
    public enum Outcome {
        RECORDED,
        /** The same account was made the first administrator before. */
        RECORDED_BEFORE,
        /** Another account is; nothing was recorded. */
        ANOTHER_IS
    }

    public FirstAdministrator(
            LedgerReader reader, LedgerAppender appender, EventCodec codec, Supplier<UUID> ids, Clock clock) {
        this.reader = reader;
        this.appender = appender;
        this.codec = codec;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether the ledger has its first grant; until then the roles that sign-in asserts count. */
    public static boolean isRecorded(LedgerReader ledger) {
        return ledger.head(RoleHoldersEvent.FIRST_GRANT).isPresent();
    }

    /** @throws LedgerException the ledger could not take the commit, other than because another start was first */
    public Outcome record(AccountId account) {
        try {
            if (!isRecorded(reader)) {
                appender.append(draft(account));
                return Outcome.RECORDED;
            }
        } catch (LedgerException.Conflict e) {
            // Another start recorded one, or a command linked the account; the list says which.
            if (!isRecorded(reader)) {
                return record(account);
            }
        }
        return first().equals(account) ? Outcome.RECORDED_BEFORE : Outcome.ANOTHER_IS;
    }

    private AccountId first() {
        return ((RoleHolderListed) codec.decode(
                        reader.aggregate(RoleHoldersEvent.FIRST_GRANT, 0, 1).getFirst()))
                .account();
    }

    private Draft draft(AccountId account) {
        Instant now = clock.instant();
        LocalDate today = VietnamTime.day(now);
        String stream = AccessEvent.idOf(account);
        OptionalLong head = reader.head(stream);
        UUID id = ids.get();
        return new Draft(
                id,
                new Origin.SystemTask(TASK),
                SYSTEM,
                null,
                null,
                id.toString(),
                id.toString(),
                List.of(
                        event(
                                new RoleGranted(
                                        account,
                                        new GrantId(ids.get().toString()),
                                        Role.ADMINISTRATOR,
                                        Area.WHOLE,
                                        today,
                                        null,
                                        null,
                                        GrantApproval.BY_ONE_PERSON),
                                new StreamPosition("account", stream, head.orElse(-1) + 1),
                                now),
                        event(
                                new RoleHolderListed(Role.ADMINISTRATOR, account),
                                new StreamPosition("role-holders", RoleHoldersEvent.FIRST_GRANT, 0),
                                now)),
                List.of());
    }

    private RecordedEvent event(ProductEvent event, StreamPosition place, Instant now) {
        return new RecordedEvent(
                ids.get().toString(),
                now,
                codec.typeOf(event.getClass()),
                place,
                new TreeMap<>(),
                List.copyOf(event.tags()),
                codec.encode(event));
    }
}
