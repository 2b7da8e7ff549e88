package vn.soto.query.access;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.DeviceLocked;
import vn.soto.contracts.access.AccessEvent.DeviceUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Origin;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;

/** Projects accounts in one segment, because accounts with the same role share its list. */
@Component
final class AccessProjector extends EventProjector<AccessEvent> {

    AccessProjector() {
        super(
                "access",
                AccessEvent.class,
                event -> event.account().value(),
                List.of(AccountRecord.KIND, AccountList.LISTS.documents()));
    }

    @Override
    protected void fold(AccessEvent event, EventContext at, Batch batch) {
        String account = event.account().value();
        AccountRecord record =
                batch.find(AccountRecord.KIND, account).orElseGet(() -> new AccountRecord(account, List.of()));
        batch.put(AccountRecord.KIND, record.with(new AccountRecord.AccountFact(at.position(), at.commit(), event)));
        LocalDate day = VietnamTime.day(at.at());
        if (AccountNotices.mayTell(event, at.actor()) && mayApprove(record, at, day)) {
            list(AccountList.noticed(day), account, at, batch);
        }
        switch (event) {
            case RoleGranted granted -> list(granted, account, at, batch);
            case AccountLinked linked -> {
                list(AccountList.known(account), account, at, batch);
                list(AccountList.linked(account), account, at, batch);
                list(AccountList.of(linked.person()), account, at, batch);
            }
            case GrantEnded _,
                    GrantCorrected _,
                    AccountLinkConfirmed _,
                    AccountUnlinked _,
                    AccountLocked _,
                    AccountUnlocked _,
                    AccountReset _,
                    AccountConfirmed _,
                    DeviceLocked _,
                    DeviceUnlocked _ -> {
                // The lists have the account since its first grant and its first link.
            }
        }
    }

    /** The making of an account without rights is told to nobody. */
    private static boolean mayApprove(AccountRecord before, EventContext at, LocalDate day) {
        return at.actor().equals(Origin.SystemTask.ACTOR)
                || before.asOf(at.commit())
                        .filter(state -> state.mayApproveFrom(day))
                        .isPresent();
    }

    private static void list(RoleGranted granted, String account, EventContext at, Batch batch) {
        list(AccountList.known(account), account, at, batch);
        list(AccountList.of(granted.role()), account, at, batch);
        if (granted.area().unit() != null) {
            list(AccountList.onUnit(granted.area().unit().value()), account, at, batch);
        }
        if (granted.area().organisation() != null) {
            list(AccountList.onOrganisation(granted.area().organisation().value()), account, at, batch);
        }
        if (granted.area().reachesAll()) {
            list(AccountList.EVERYWHERE, account, at, batch);
        }
    }

    private static void list(String list, String account, EventContext at, Batch batch) {
        AccountList.add(list, account, at.position(), at.commit(), batch);
    }
}
