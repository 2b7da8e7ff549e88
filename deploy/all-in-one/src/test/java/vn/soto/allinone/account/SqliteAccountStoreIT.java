package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.contracts.access.Role;
import vn.soto.ledger.sqlite.RowDigest;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.verifier.AccountsBackup;
import vn.soto.web.DeviceContacts.Contact;

final class SqliteAccountStoreIT extends AccountStoreContract {

    @TempDir
    private Path folder;

    private SqliteAccountStore store;

    @BeforeEach
    void open() {
        store = SqliteAccountStore.open(folder.resolve("accounts.sqlite"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    AccountStore store() {
        return store;
    }

    @Test
    void everyFileIsForItsOwnerAlone() throws IOException {
        store.add(List.of(lan()), List.of());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void everythingIsThereAgainAfterARestart() {
        LocalAccount officer = LocalAccount.takenOver("officer", "{hash}", Role.OFFICER);
        SecondFactor factor =
                SecondFactor.begun(new SecondFactor.SealedSecret("AQID")).confirmed(7, List.of("a", "b"));
        store.add(List.of(lan(), officer), List.of(entry(Action.CREATED)));
        store.change(LAN, account -> account.withFactor(factor).withLock(true), entry(Action.LOCKED));
        store.put(
                KnownDevice.provenAt(MORNING, "phone", LAN).withPin("{pin}", 1).withWrong(2));
        LocalAccount before = store.find(LAN).orElseThrow();
        store.signOut(new SignedOutSession(LAN, "s1", MORNING.plusSeconds(60)), MORNING);
        store.close();

        open();

        assertThat(store.signedOut(LAN)).containsExactly("s1");

        assertThat(store.find(officer.id())).contains(officer);
        LocalAccount after = store.find(LAN).orElseThrow();
        assertThat(after.withFactor(null)).isEqualTo(before.withFactor(null));
        assertThat(after.confirmedFactor().orElseThrow().secret().bytes()).containsExactly(1, 2, 3);
        assertThat(after.confirmedFactor().orElseThrow().recovery()).containsExactly("a", "b");
        assertThat(store.history(LAN, 10)).containsExactly(entry(Action.LOCKED), entry(Action.CREATED));
        assertThat(store.device("phone", LAN))
                .contains(KnownDevice.provenAt(MORNING, "phone", LAN)
                        .withPin("{pin}", 1)
                        .withWrong(2));
    }

    /** The files as a process leaves them that dies between two changes: a new one finds the first whole. */
    @Test
    void aChangeThatWasAnsweredSurvivesTheDeathOfTheProcess() throws IOException {
        store.add(List.of(lan()), List.of(entry(Action.CREATED)));
        store.change(LAN, account -> account.withPassword("{other}", false), entry(Action.PASSWORD_CHANGED));
        Path left = Files.createDirectory(folder.resolve("left"));
        for (String name : List.of("accounts.sqlite", "accounts.sqlite-wal")) {
            Files.copy(folder.resolve(name), left.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }

        try (SqliteAccountStore next = SqliteAccountStore.open(left.resolve("accounts.sqlite"))) {
            assertThat(next.find(LAN)).contains(lan().withPassword("{other}", false));
            assertThat(next.history(LAN, 10)).extracting(AccountChange::action).contains(Action.PASSWORD_CHANGED);
        }
    }

    @Test
    void aBackupMadeMeanwhileIsAStoreInWhichNoSessionFromBeforeIsAccepted() throws IOException {
        store.add(List.of(lan()), List.of(entry(Action.CREATED)));
        store.change(LAN, account -> account.withPassword("{other}", false), entry(Action.PASSWORD_CHANGED));
        LocalAccount before = store.find(LAN).orElseThrow();
        Path backup = folder.resolve("ledger-backup.sqlite");
        Path restored = Files.createDirectory(folder.resolve("restored"));

        assertThat(AccountsBackup.backup(folder.resolve("ledger.sqlite"), backup))
                .hasValue(1);
        assertThat(AccountsBackup.restore(backup, restored.resolve("ledger.sqlite")))
                .hasValue(1);

        try (SqliteAccountStore next = SqliteAccountStore.open(restored.resolve("accounts.sqlite"))) {
            LocalAccount after = next.find(LAN).orElseThrow();
            assertThat(after.password()).isEqualTo("{other}");
            assertThat(after.epoch()).isGreaterThan(before.epoch());
            assertThat(next.history(LAN, 10)).containsExactly(entry(Action.PASSWORD_CHANGED), entry(Action.CREATED));
        }
    }

    @Test
    void aFileOfVersion1IsUpgraded() throws SQLException {
        store.close();
        Path file = folder.resolve("earlier.sqlite");
        try (SqliteSession earlier = SqliteSession.writer(file)) {
            AccountsTable.createVersion1(earlier);
            earlier.run("INSERT INTO accounts VALUES ('" + LAN + "', 'lan', '{hash}', 0, NULL, 0, 0, NULL, 0, -1, '')");
            earlier.run("INSERT INTO history (at, by, action, account) VALUES (" + MORNING.toEpochMilli()
                    + ", 'soto', 'CREATED', '" + LAN + "')");
            earlier.run("INSERT INTO devices (device, account, proven, pin, epoch, wrong) VALUES ('phone', '" + LAN
                    + "', 1, '{pin}', 0, 0)");
        }

        store = SqliteAccountStore.open(file);

        KnownDevice phone = store.device("phone", LAN).orElseThrow();
        assertThat(phone.pin()).isEqualTo("{pin}");
        assertThat(phone.told()).as("nothing of before is told").isEqualTo(MORNING);
        store.signOut(new SignedOutSession(LAN, "s1", MORNING.plusSeconds(60)), MORNING);
        store.close();
        store = SqliteAccountStore.open(file);
        assertThat(store.signedOut(LAN)).containsExactly("s1");
    }

    @Test
    void aFileOfVersion4IsUpgradedAndItsDigestsStayAsTheyAre() throws SQLException {
        store.add(List.of(lan()), List.of(entry(Action.CREATED)));
        store.close();
        try (SqliteSession earlier = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            earlier.run("UPDATE accounts SET digest = 'wrong'");
            earlier.run("DROP TABLE contacts");
            earlier.run("PRAGMA user_version = 4");
        }

        open();

        assertThat(store.alteration()).isPresent();
        store.tell("lan", new Contact("phone", 12, MORNING));
        assertThat(store.of("lan")).containsExactly(new Contact("phone", 12, MORNING));
    }

    /** Its digests were over the last entry of each history alone. */
    @Test
    void ofAFileOfVersion3WhatWasRightIsAndWhatWasWrongStaysSo() throws SQLException {
        LocalAccount an = LocalAccount.takenOver("an", "{hash}", Role.OFFICER);
        store.add(List.of(lan(), an), List.of(entry(Action.CREATED)));
        store.change(LAN, account -> account.withLock(true), entry(Action.LOCKED));
        store.close();
        try (SqliteSession earlier = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            String digest = earlier.first(
                            AccountDigests.OF_VERSION_3 + " WHERE id = ?", row -> RowDigest.of(row, 13), LAN.value())
                    .orElseThrow();
            earlier.run("UPDATE accounts SET digest = CASE login WHEN 'lan' THEN '" + digest + "' ELSE 'wrong' END");
            earlier.run("DROP TABLE contacts");
            earlier.run("PRAGMA user_version = 3");
        }

        open();

        assertThat(store.alteration().orElseThrow()).contains("(an)");
        assertThat(store.find(LAN)).contains(lan().withLock(true));
    }

    @Test
    void anIdThatCannotBeReadRefusesTheStartWithASentence() throws SQLException {
        store.add(List.of(lan()), List.of(entry(Action.CREATED)));
        store.close();
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("UPDATE accounts SET id = char(7)");
        }
        assertThatThrownBy(() -> SqliteAccountStore.open(folder.resolve("accounts.sqlite")))
                .isInstanceOf(AccountsUnwritableException.class)
                .hasMessageContaining("không đọc được / the id of an account cannot be read");
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("UPDATE accounts SET id = '" + LAN + "'");
        }
        open();
        assertThat(store.find(LAN)).contains(lan());
    }

    @Test
    void aSignOutThatCannotBeWrittenHoldsUntilTheProcessEnds() throws SQLException {
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("DROP TABLE signed_out");
        }

        assertThatThrownBy(() -> store.signOut(new SignedOutSession(LAN, "s1", MORNING.plusSeconds(60)), MORNING))
                .isInstanceOf(AccountsUnwritableException.class);
        assertThat(store.signedOut(LAN)).containsExactly("s1");
    }

    /** Five wrong PINs are counted while nothing can be written, and written with what can be written next. */
    @Test
    void whatASignInNotesHoldsInMemoryUntilItCanBeWritten() throws SQLException {
        store.add(List.of(lan()), List.of(entry(Action.CREATED)));
        store.put(KnownDevice.provenAt(MORNING, "phone", LAN).withPin("{pin}", 0));
        SecondFactor factor = SecondFactor.begun(new SecondFactor.SealedSecret("AQID"));
        store.change(LAN, account -> account.withFactor(factor.confirmed(7, List.of())));
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("CREATE TRIGGER t BEFORE INSERT ON devices BEGIN SELECT RAISE(ABORT, 'full'); END");
            for (int wrong = 1; wrong <= 3; wrong++) {
                assertThat(store.noteDevice("phone", LAN, known -> known.withWrong(known.wrong() + 1)))
                        .map(KnownDevice::wrong)
                        .contains(wrong);
            }
            store.note(LAN, account -> account.withFactor(factor.confirmed(8, List.of())));
            assertThat(other.number("SELECT wrong FROM devices")).isZero();
            assertThat(store.isFailing()).isFalse();
            other.run("DROP TRIGGER t");
            store.put(KnownDevice.provenAt(MORNING, "other", LAN));
            assertThat(other.number("SELECT wrong FROM devices WHERE device = 'phone'"))
                    .isEqualTo(3);
            assertThat(other.number("SELECT factor_step FROM accounts")).isEqualTo(8);
        }
        store.close();
        open();
        assertThat(store.device("phone", LAN)).map(KnownDevice::wrong).contains(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE accounts SET locked = 0 WHERE login = 'lan'",
                "UPDATE accounts SET password = '{other}' WHERE login = 'lan'",
                "UPDATE accounts SET role = 'ADMINISTRATOR' WHERE login = 'lan'",
                "UPDATE accounts SET factor = NULL WHERE login = 'lan'",
                "UPDATE accounts SET epoch = epoch - 1 WHERE login = 'lan'",
                "UPDATE signed_out SET session = 's2'",
                "DELETE FROM signed_out",
                "DELETE FROM accounts WHERE login = 'lan'",
                "INSERT INTO accounts SELECT 'mallory', 'mallory', password, 0, NULL, 0, 0, NULL, 0, -1, '', digest FROM accounts",
                "UPDATE accounts SET role = 'OFFICDR' WHERE login = 'lan'",
                "UPDATE history SET action = 'CREATEE' WHERE action = 'CREATED'",
                "UPDATE history SET at = at - 1 WHERE action = 'LOCKED'",
                "DELETE FROM history WHERE action = 'LOCKED'",
                "DELETE FROM history WHERE id = (SELECT max(id) FROM history)"
            })
    void whatWasChangedOutsideTheProductIsToldAndSignsNobodyIn(String change) throws SQLException {
        SecondFactor factor = SecondFactor.begun(new SecondFactor.SealedSecret("AQID"));
        store.add(List.of(lan().withFactor(factor)), List.of(entry(Action.CREATED)));
        store.change(LAN, account -> account.withLock(true), entry(Action.LOCKED));
        store.change(LAN, account -> account.withPassword("{new}", false), entry(Action.PASSWORD_RESET));
        store.signOut(new SignedOutSession(LAN, "s0", MORNING.plusSeconds(10)), MORNING);
        store.signOut(new SignedOutSession(LAN, "s1", MORNING.plusSeconds(60)), MORNING.plusSeconds(20));
        store.close();
        try (SqliteSession restore = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            restore.run("UPDATE accounts SET epoch = epoch + " + AccountsTable.RESTORED);
        }
        open();
        assertThat(store.alteration()).as("of what nobody altered").isEmpty();
        long epoch = store.find(LAN).orElseThrow().epoch();
        store.close();
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run(change);
        }

        open();

        assertThat(store.alteration().orElseThrow()).contains("1 tài khoản", "1 accounts");
        assertThat(store.all())
                .allSatisfy(account -> assertThat(account.locked()).isTrue());
        assertThat(store.history(LAN, 10)).isNotEmpty();
        if (change.startsWith("UPDATE")) {
            assertThat(store.find(LAN)).map(LocalAccount::password).contains("");
            store.change(LAN, account -> account.withPassword("{again}", true), entry(Action.PASSWORD_RESET));
            store.close();
            open();
            assertThat(store.alteration()).as("after a reset").isEmpty();
            assertThat(store.find(LAN).orElseThrow().asserted())
                    .as("nor a role put in")
                    .isNull();
            assertThat(store.find(LAN).orElseThrow().epoch())
                    .as("no session comes back")
                    .isGreaterThan(epoch);
        }
    }

    /** While the product runs, or before: what others do, and what is entered about it, does not make it right. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAlteredAccountStaysOneWhateverIsWrittenBesideIt(boolean open) throws SQLException {
        LocalAccount an = LocalAccount.takenOver("an", "{hash}", Role.OFFICER);
        store.add(List.of(lan(), an), List.of(entry(Action.CREATED)));
        store.change(LAN, account -> account.withLock(true), entry(Action.LOCKED));
        store.signOut(new SignedOutSession(LAN, "s1", MORNING.plusSeconds(60)), MORNING);
        if (!open) {
            store.close();
        }
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("UPDATE accounts SET locked = 0 WHERE login = 'lan'");
        }
        if (!open) {
            open();
        }

        store.signOut(new SignedOutSession(an.id(), "s2", MORNING.plusSeconds(90)), MORNING.plusSeconds(70));
        store.signOut(new SignedOutSession(LAN, "s3", MORNING.plusSeconds(99)), MORNING.plusSeconds(70));
        store.put(KnownDevice.provenAt(MORNING, "phone", LAN));
        store.changeDevice("phone", LAN, known -> known.withPin("{pin}", 1), entry(Action.PIN_SET));
        if (open) {
            store.note(LAN, LocalAccount::signedOutEverywhere);
        }
        store.close();
        open();

        assertThat(store.alteration().orElseThrow()).contains("(" + LAN.value() + ")");
        assertThat(store.find(LAN)).map(LocalAccount::locked).contains(true);
        assertThat(store.find(an.id())).contains(an);
    }

    /** A row from before a lock, with the digest that it had. */
    @Test
    void anOlderRowPutBackIsTold() throws SQLException {
        store.add(List.of(lan()), List.of(entry(Action.CREATED)));
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("CREATE TEMP TABLE older AS SELECT * FROM accounts");
            store.change(LAN, account -> account.withLock(true), entry(Action.LOCKED));
            store.close();
            other.run("INSERT OR REPLACE INTO accounts SELECT * FROM older");
        }

        open();

        assertThat(store.alteration()).isPresent();
        assertThat(store.find(LAN)).map(LocalAccount::locked).contains(true);
    }

    @Test
    void aPinThatWasPutOnADeviceOutsideTheProductIsNone() throws SQLException {
        store.add(List.of(lan()), List.of(entry(Action.CREATED)));
        store.put(KnownDevice.provenAt(MORNING, "phone", LAN).withPin("{pin}", 0));
        assertThat(store.device("phone", LAN)).isPresent();
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("UPDATE devices SET pin = '{other}'");
        }

        assertThat(store.device("phone", LAN)).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsNotSeen() throws SQLException {
        store.add(List.of(lan()), List.of());
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("CREATE TRIGGER t BEFORE INSERT ON history BEGIN SELECT RAISE(ABORT, 'full'); END");
        }

        assertThatThrownBy(() -> store.change(LAN, account -> account.withLock(true), entry(Action.LOCKED)))
                .isInstanceOf(AccountsUnwritableException.class);
        assertThat(store.find(LAN)).contains(lan());
        assertThat(store.change(LAN, account -> account.withLock(true)))
                .as("the next change finds no half of this one")
                .contains(lan().withLock(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "history"})
    void aChangeThatATriggerSwallowsIsNotTakenForWritten(String table) throws SQLException {
        store.add(List.of(lan()), List.of());
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("CREATE TRIGGER t BEFORE INSERT ON " + table + " BEGIN SELECT RAISE(IGNORE); END");
        }

        assertThatThrownBy(() -> store.change(LAN, account -> account.withLock(true), entry(Action.LOCKED)))
                .isInstanceOf(AccountsUnwritableException.class);
        assertThat(store.find(LAN)).contains(lan());
        assertThat(store.history(LAN, 9)).isEmpty();
    }

    /** Writes to an open file that is no longer at its path end with the process. */
    @ParameterizedTest
    @ValueSource(strings = {"accounts.sqlite", "accounts.sqlite-wal"})
    void noChangeIsAnsweredOnceTheFileIsGoneAndWhoIsLockedStaysLocked(String gone) throws IOException {
        store.add(List.of(lan()), List.of());
        store.change(LAN, account -> account.withLock(true), entry(Action.LOCKED));
        Files.delete(folder.resolve(gone));

        assertThatThrownBy(() -> store.change(LAN, account -> account.withLock(false), entry(Action.UNLOCKED)))
                .isInstanceOf(AccountsUnwritableException.class)
                .hasMessageContaining("deleted, replaced or cut");
        assertThatThrownBy(() -> store.add(List.of(LocalAccount.takenOver("o", "{hash}", Role.OFFICER)), List.of()))
                .isInstanceOf(AccountsUnwritableException.class);
        assertThat(store.find(LAN).orElseThrow().locked()).isTrue();
        store.put(KnownDevice.provenAt(MORNING, "phone", LAN));
        assertThat(store.device("phone", LAN)).as("what sign-ins note").isPresent();
    }

    /** Another process holds the file for longer than a write waits. */
    @Test
    @Tag("long")
    void aWriteThatFailedIsToldUntilOneSucceeds() throws SQLException {
        store.add(List.of(lan()), List.of());
        assertThat(store.isFailing()).isFalse();
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> store.put(KnownDevice.provenAt(MORNING, "phone", LAN)))
                    .isInstanceOf(AccountsUnwritableException.class);
            assertThat(store.isFailing()).isTrue();
            other.run("ROLLBACK");
        }
        assertThat(store.isFailing()).isFalse();
    }

    /** As under a quota: a page that is tried finds room, and a change, of several, does not. */
    @Test
    void aStoreThatFailedIsFailingUntilThereIsRoomForAChange() throws SQLException, IOException {
        store.add(List.of(lan()), List.of());
        Path room = Files.createDirectory(folder.resolve("accounts.sqlite.room"));
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("CREATE TRIGGER t BEFORE INSERT ON devices BEGIN SELECT RAISE(ABORT, 'full'); END");
            assertThatThrownBy(() -> store.put(KnownDevice.provenAt(MORNING, "phone", LAN)))
                    .isInstanceOf(AccountsUnwritableException.class);
            other.run("DROP TRIGGER t");
        }

        assertThat(store.isFailing()).isTrue();
        assertThatThrownBy(store::requireWritable).isInstanceOf(AccountsUnwritableException.class);
        Files.delete(room);
        assertThat(store.isFailing()).isFalse();
        store.requireWritable();
        assertThat(room).doesNotExist();
    }

    /** There is room for the page that is tried, and not for those of a change, so that a fact would stand without it. */
    @Test
    @Tag("long")
    @Tag("processes")
    void aDiskWithoutRoomForAChangeIsRefusedBeforeItsFact() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString())
                                .start()
                                .waitFor()
                        == 0,
                "there is no right to mount a disk");
        try (SqliteAccountStore small = SqliteAccountStore.open(disk.resolve("accounts.sqlite"))) {
            small.add(List.of(lan()), List.of());
            small.requireWritable();
            Files.write(disk.resolve("full"), new byte[700_000]);
            small.change(LAN, account -> account.withLock(true), entry(Action.LOCKED));
            assertThatThrownBy(small::requireWritable)
                    .isInstanceOf(AccountsUnwritableException.class)
                    .hasMessageContaining("the disk is full");
            assertThat(small.isFailing()).isFalse();
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    @Test
    void aSchemaThatIsNotTheProductsIsRefused() throws SQLException {
        try (SqliteSession other = SqliteSession.writer(folder.resolve("accounts.sqlite"))) {
            other.run("CREATE TRIGGER t BEFORE UPDATE ON accounts BEGIN SELECT RAISE(IGNORE); END");
        }
        assertThatThrownBy(() -> SqliteAccountStore.open(folder.resolve("accounts.sqlite")))
                .isInstanceOf(AccountsUnwritableException.class)
                .hasMessageContaining("trigger t is not the product's");
    }

    @Test
    void theFileOfAnotherProgramIsLeftAlone() throws SQLException {
        Path foreign = folder.resolve("foreign.sqlite");
        try (SqliteSession session = SqliteSession.writer(foreign)) {
            session.run("CREATE TABLE something (x)");
        }

        assertThatThrownBy(() -> SqliteAccountStore.open(foreign)).isInstanceOf(AccountsUnwritableException.class);
    }
}
