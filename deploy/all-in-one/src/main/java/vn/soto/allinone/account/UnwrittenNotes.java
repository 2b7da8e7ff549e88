package vn.soto.allinone.account;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.soto.contracts.access.AccountId;
import vn.soto.ledger.sqlite.SqliteSession;

/**
 * Notes of sign-ins that the file of accounts does not have yet. Bounded by the accounts and devices that the file has.
 * Not thread-safe.
 */
final class UnwrittenNotes {

    private final Map<AccountId, LocalAccount> accounts = new HashMap<>();
    private final Map<DeviceOf, KnownDevice> devices = new HashMap<>();

    private record DeviceOf(String device, AccountId account) {}

    void add(LocalAccount account) {
        accounts.put(account.id(), account);
    }

    void add(KnownDevice device) {
        devices.put(new DeviceOf(device.device(), device.account()), device);
    }

    Optional<KnownDevice> device(String device, AccountId account) {
        return Optional.ofNullable(devices.get(new DeviceOf(device, account)));
    }

    /** In the open transaction, before what changes the same rows. */
    void write(SqliteSession session) throws SQLException {
        for (LocalAccount account : accounts.values()) {
            AccountsTable.put(session, account);
        }
        for (KnownDevice device : devices.values()) {
            AccountsTable.put(session, device);
        }
    }

    /** Once they are written. */
    void clear() {
        accounts.clear();
        devices.clear();
    }
}
