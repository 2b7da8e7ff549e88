package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.SettableClock;

final class AccountSetupTest {

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T01:00:00Z"));
    private final MemoryLedger ledger = new MemoryLedger("test/accounts", clock);
    private final EventCodec codec = EventCodec.product();
    private final LedgerRights rights = new LedgerRights(ledger, codec, clock);
    private final AtomicLong numbers = new AtomicLong();
    private final Passwords passwords = new CountedPasswords().passwords();
    private AccountStore accounts = new MemoryAccountStore();
    private Path lines;
    private Path oneTime;

    @BeforeEach
    void name() {
        lines = folder.resolve("accounts");
        oneTime = folder.resolve("one-time-password");
    }

    private UUID id() {
        return new UUID(0x7000L, numbers.incrementAndGet());
    }

    private AccountSetup setup() {
        return new AccountSetup(
                accounts,
                passwords,
                rights,
                new OneTimePasswordFile(oneTime),
                new MachineCommands(ledger, ledger, codec, this::id, clock),
                this::id);
    }

    private void start() {
        setup().prepare(lines, false);
        setup().grantFirst(new FirstAdministrator(ledger, ledger, codec, this::id, clock)::record);
    }

    private String oneTimePassword() throws IOException {
        return Files.readString(oneTime).strip().split(":", 2)[1];
    }

    private boolean matches(String login, String password) {
        return passwords.matches(password, accounts.byLogin(login).orElseThrow().password());
    }

    @Test
    void whoCouldSignInBeforeCanSignInAndDoTheSame() throws IOException {
        Files.writeString(lines, "officer-Lan:secret:1\nadministrator:secret2\n");

        start();

        LocalAccount lan = accounts.byLogin("officer-Lan").orElseThrow();
        assertThat(lan.id()).as("the name in earlier commits").isEqualTo(new AccountId("officer-Lan"));
        assertThat(matches("officer-Lan", "secret:1")).isTrue();
        assertThat(lan.oneTime()).isFalse();
        assertThat(rights.roles(lan)).containsExactly(Role.OFFICER);
        assertThat(rights.areInForce())
                .as("a ledger of before goes on as before")
                .isFalse();
        assertThat(oneTime).doesNotExist();
    }

    @Test
    void aPasswordThatWasChangedIsNotTakenFromTheFileAgain() throws IOException {
        Files.writeString(lines, "officer:old\n");
        start();
        accounts.change(new AccountId("officer"), account -> account.withPassword(passwords.hash("new"), false));

        start();

        assertThat(matches("officer", "new")).isTrue();
    }

    @Test
    void aLineThatIsAddedLaterIsTakenOverAtTheNextStart() throws IOException {
        Files.writeString(lines, "officer:a\n");
        start();
        Files.writeString(lines, "officer:a\nadministrator-2:b\n");

        start();

        assertThat(matches("administrator-2", "b")).isTrue();
    }

    @Test
    void theFileMayBeRemovedOnceItIsTakenOver() throws IOException {
        Files.writeString(lines, "officer:a\n");
        start();
        Files.delete(lines);

        start();

        assertThat(accounts.all()).extracting(LocalAccount::login).containsExactly("officer");
        assertThat(oneTime).doesNotExist();
    }

    @Test
    void ofTwoLinesOfOneNameTheLastCountsAsItDidBefore() throws IOException {
        Files.writeString(lines, "officer:a\nofficer:b\n");

        start();

        assertThat(matches("officer", "b")).isTrue();
    }

    @Test
    void aFreshFolderGetsOneAdministratorWhomTheLedgerGrantsTheWhole() throws IOException {
        start();

        LocalAccount first = accounts.byLogin("administrator").orElseThrow();
        assertThat(first.oneTime()).isTrue();
        assertThat(first.asserted()).isNull();
        assertThat(first.id().value()).matches("[0-9a-f-]{36}");
        assertThat(matches("administrator", oneTimePassword())).isTrue();
        assertThat(rights.administersAll(first)).isTrue();
        assertThat(ledger.tail().number()).isEqualTo(1);

        String password = oneTimePassword();
        start();
        assertThat(oneTimePassword()).as("the next start changes nothing").isEqualTo(password);
        assertThat(ledger.tail().number()).isEqualTo(1);
    }

    @Test
    void aProcessThatDiesBeforeTheGrantIsFollowedByOneThatRecordsIt() {
        setup().prepare(lines, false);
        assertThat(rights.areInForce()).isFalse();

        start();

        assertThat(rights.administersAll(accounts.byLogin("administrator").orElseThrow()))
                .isTrue();
    }

    @Test
    void aProcessThatDiesBeforeTheAccountIsStoredIsFollowedByOneWithAnotherPassword() throws IOException {
        Files.writeString(oneTime, "administrator:of a process that died\n");

        start();

        assertThat(oneTimePassword()).isNotEqualTo("of a process that died");
        assertThat(matches("administrator", oneTimePassword())).isTrue();
    }

    @Test
    void accountsThatWereLostAreMadeAnewForTheAdministratorOfTheLedger() {
        start();
        AccountId before = accounts.byLogin("administrator").orElseThrow().id();
        accounts = new MemoryAccountStore();

        start();

        LocalAccount after = accounts.byLogin("administrator").orElseThrow();
        assertThat(after.id()).isEqualTo(before);
        assertThat(rights.administersAll(after)).isTrue();
        assertThat(ledger.tail().number())
                .as("the grant, and that there is a new password")
                .isEqualTo(2);
    }

    @Test
    void theOperatorLetsAnAdministratorInWhoForgotThePassword() throws IOException {
        start();
        AccountId id = accounts.byLogin("administrator").orElseThrow().id();
        accounts.change(
                id,
                account ->
                        account.withPassword(passwords.hash("forgotten"), false).withLock(true));
        long epoch = accounts.find(id).orElseThrow().epoch();

        setup().reset("administrator");

        LocalAccount open = accounts.find(id).orElseThrow();
        assertThat(matches("administrator", oneTimePassword())).isTrue();
        assertThat(open.oneTime()).isTrue();
        assertThat(open.locked()).isFalse();
        assertThat(open.epoch()).isGreaterThan(epoch);
        assertThatThrownBy(() -> setup().reset("nobody")).hasMessageContaining("there is no account nobody");
    }

    @Test
    void aResetThatTheAccountsCannotTakeIsNoFact() {
        MemoryAccountStore store = new MemoryAccountStore();
        accounts = store;
        start();
        long before = ledger.tail().number();
        store.fill();

        assertThatThrownBy(() -> setup().reset("administrator")).isInstanceOf(AccountsUnwritableException.class);

        assertThat(ledger.tail().number()).isEqualTo(before);
    }

    @Test
    void aDemoHasAnAccountOfEachRoleWithItsPasswordInAFile() {
        setup().prepare(lines, true);

        assertThat(accounts.all()).extracting(LocalAccount::asserted).contains(Role.values());
        for (AccountsFile.Line line : AccountsFile.read(lines)) {
            assertThat(matches(line.name(), line.password())).isTrue();
        }
    }
}
