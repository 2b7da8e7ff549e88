package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.ledger.sqlite.Anchor;

/** The file of accounts and its anchor after something was done to them while the product was stopped. */
final class AccountsAnchorIT {

    private static final AccountId LAN = new AccountId("lan");
    private static final Instant MORNING = Instant.parse("2026-07-01T01:00:00Z");

    @TempDir
    private Path folder;

    private Path accounts;
    private Path anchor;
    private Path older;

    /** An account that is locked last; {@code older} is the file as it was before. */
    @BeforeEach
    void lock() throws IOException {
        accounts = folder.resolve("accounts.sqlite");
        anchor = folder.resolve("accounts.anchor");
        older = folder.resolve("older");
        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            store.add(
                    List.of(LocalAccount.takenOver("lan", "{hash}", Role.OFFICER)),
                    List.of(entry(Action.TAKEN_OVER, MORNING)));
        }
        Files.copy(accounts, older);
        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            store.change(LAN, account -> account.withLock(true), entry(Action.LOCKED, MORNING));
            assertThat(number()).as("with the change").isEqualTo(2);
        }
    }

    private static AccountChange entry(Action action, Instant at) {
        return new AccountChange(at, AccountChange.SYSTEM, action, LAN);
    }

    private long number() {
        return Anchor.readFile(anchor).map(Anchor::number).orElse(-1L);
    }

    private void reset(SqliteAccountStore store) {
        store.change(LAN, account -> account.withPassword("{other}", true), entry(Action.PASSWORD_RESET, MORNING));
    }

    private void replaceByOlder() throws IOException {
        Files.copy(older, accounts, StandardCopyOption.REPLACE_EXISTING);
    }

    /** As many changes as the right one, of another day. */
    private void replaceByAnother() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other")).resolve("accounts.sqlite");
        try (SqliteAccountStore store = SqliteAccountStore.open(other)) {
            store.add(
                    List.of(LocalAccount.takenOver("lan", "{hash}", Role.OFFICER)),
                    List.of(entry(Action.TAKEN_OVER, MORNING)));
            store.change(
                    LAN,
                    account -> account.withPassword("{other}", false),
                    entry(Action.PASSWORD_CHANGED, MORNING.plusSeconds(1)));
        }
        Files.copy(other, accounts, StandardCopyOption.REPLACE_EXISTING);
    }

    enum Replacement {
        OLDER,
        ANOTHER
    }

    @ParameterizedTest
    @EnumSource
    void anotherFileIsToldAndTakesNoChangeUntilTheAnchorIsMovedAway(Replacement by) throws IOException {
        if (by == Replacement.OLDER) {
            replaceByOlder();
        } else {
            replaceByAnother();
        }
        for (int start = 0; start < 2; start++) {
            try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
                assertThat(store.loss().orElseThrow())
                        .contains("thiếu thay đổi thứ 2", "lacks change 2", anchor.toString());
                assertThat(store.find(LAN)).as("who is there signs in").isPresent();
                store.put(KnownDevice.provenAt(MORNING, "phone", LAN));
                store.signOut(new SignedOutSession(LAN, "s1", MORNING.plusSeconds(60)), MORNING);
                assertThatThrownBy(() -> reset(store))
                        .isInstanceOf(AccountsUnwritableException.class)
                        .hasMessageContaining("lacks change 2");
                assertThatThrownBy(() ->
                                store.add(List.of(LocalAccount.takenOver("o", "{hash}", Role.OFFICER)), List.of()))
                        .isInstanceOf(AccountsUnwritableException.class);
            }
        }

        Files.delete(anchor);

        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            assertThat(store.loss()).isEmpty();
            reset(store);
        }
        assertThat(number()).isEqualTo(by == Replacement.OLDER ? 2 : 3);
    }

    @Test
    void theRightFilePutBackIsTakenAsItIs() throws IOException {
        Path right = Files.copy(accounts, folder.resolve("right"));
        replaceByOlder();
        SqliteAccountStore.open(accounts).close();
        Files.copy(right, accounts, StandardCopyOption.REPLACE_EXISTING);

        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            assertThat(store.loss()).isEmpty();
            assertThat(store.find(LAN).orElseThrow().locked()).isTrue();
        }
    }

    @Test
    void aFileThatIsGoneIsNotMadeAnew() throws IOException {
        Files.delete(accounts);

        assertThatThrownBy(() -> SqliteAccountStore.open(accounts))
                .isInstanceOf(AccountsUnwritableException.class)
                .hasMessageContaining("is missing or empty");

        assertThat(accounts).as("a restore puts it there").doesNotExist();
        Files.delete(anchor);
        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            assertThat(store.all()).isEmpty();
        }
    }

    @Test
    void aFileOfZerosIsNotANewOne() throws IOException {
        byte[] zeros = new byte[(int) Files.size(accounts)];
        Files.write(accounts, zeros);

        assertThatThrownBy(() -> SqliteAccountStore.open(accounts))
                .isInstanceOf(AccountsUnwritableException.class)
                .hasMessageContaining(" / ");
        assertThat(accounts).hasBinaryContent(zeros);
    }

    /** Of an earlier version, or as a loss of power leaves it. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 160, 320})
    void anAnchorThatSaysNothingStopsNobodyAndIsMadeAnew(int zeros) throws IOException {
        Files.delete(anchor);
        if (zeros >= 0) {
            Files.write(anchor, new byte[zeros]);
        }

        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            assertThat(store.loss()).isEmpty();
            assertThat(number()).isEqualTo(2);
            reset(store);
        }
        assertThat(number()).isEqualTo(3);
    }

    @Test
    void anAnchorThatLagsByAChangeStopsNobody() throws IOException {
        byte[] before = Files.readAllBytes(anchor);
        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            reset(store);
        }
        Files.write(anchor, before);

        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            assertThat(store.loss()).isEmpty();
        }
        assertThat(number()).isEqualTo(3);
    }

    @Test
    void anAnchorThatCannotBeReadIsToldAndLeftAsItIs() throws IOException {
        Files.writeString(anchor, "no anchor");

        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            assertThat(store.loss().orElseThrow()).contains("cannot be read");
            assertThat(store.find(LAN).orElseThrow().locked()).isTrue();
        }
        assertThat(anchor).hasContent("no anchor");
    }
}
