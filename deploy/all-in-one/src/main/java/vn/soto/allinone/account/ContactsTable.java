package vn.soto.allinone.account;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.web.DeviceContacts;
import vn.soto.web.DeviceContacts.Contact;

/** The last contacts of devices, in the accounts file from version 5 on. No digest covers them: they decide nothing. */
final class ContactsTable {

    static final String CREATED = """
            CREATE TABLE contacts (
              account TEXT NOT NULL,
              device  TEXT NOT NULL,
              waiting INTEGER NOT NULL,
              at      INTEGER NOT NULL,
              PRIMARY KEY (account, device)
            ) STRICT""";

    private ContactsTable() {}

    static void put(SqliteSession session, String account, Contact contact) throws SQLException {
        AccountsTable.put(
                session,
                "INSERT OR REPLACE INTO contacts (account, device, waiting, at) VALUES (?, ?, ?, ?)",
                account,
                contact.device(),
                contact.waiting(),
                contact.at().toEpochMilli());
        var _ = AccountsTable.run(session, """
                DELETE FROM contacts WHERE account = ?1 AND device NOT IN
                  (SELECT device FROM contacts WHERE account = ?1 ORDER BY at DESC, device LIMIT ?2)""", account, DeviceContacts.MOST);
    }

    static List<Contact> of(SqliteSession session, String account) throws SQLException {
        return session.list(
                "SELECT device, waiting, at FROM contacts WHERE account = ? ORDER BY at DESC, device",
                row -> new Contact(row.getString(1), row.getInt(2), Instant.ofEpochMilli(row.getLong(3))),
                account);
    }
}
