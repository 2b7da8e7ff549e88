package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.command.config.OperatorFile;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccountAct;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.SeparatePersons;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.InternalAccessCommand.UnlockAccount;
import vn.soto.domain.access.PasswordProof;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.edge.start.StartRefusedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.SettableClock;
import vn.soto.web.ProvenAt;

/**
 * The powers of one administrator over the account of another, and the part of it that the ledger knows, also after a
 * crash.
 */
@Tag("threads")
final class TakeoverTest {

    private static final AccountId AN = new AccountId("an");
    private static final AccountId BINH = new AccountId("binh");
    private static final AccountId CHI = new AccountId("chi");
    private static final AccountId AUDITOR = new AccountId("auditor");
    private static final String PASSWORD = "cánh đồng lúa chín";

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-08-20T01:00:00Z"));
    private final MemoryLedger ledger = new MemoryLedger("test/accounts", clock);
    private final EventCodec codec = EventCodec.product();
    private final CommandSide side =
            CommandSide.start(ledger, ledger, codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    private final AtomicLong ids = new AtomicLong();
    private final MemoryAccountStore accounts = new MemoryAccountStore();
    private final Passwords passwords = new CountedPasswords().passwords();
    private final LedgerRights rights = new LedgerRights(ledger, codec, clock);
    private final LedgerAccountFacts facts = new LedgerAccountFacts(side.gateway(), this::id);
    private final MachineCommands machine = new MachineCommands(ledger, ledger, codec, this::id, clock);
    private final AccountAdministration administration = with(facts);

    private AccountAdministration with(AccountFacts recorded) {
        return new AccountAdministration(
                accounts, passwords, rights, new LedgerReach(side.accountRoles()), recorded, this::id, clock);
    }

    private AccountSetup setup(AccountStore store) {
        return new AccountSetup(
                store,
                passwords,
                rights,
                new OneTimePasswordFile(folder.resolve("one-time-password")),
                machine,
                this::id);
    }

    private UUID id() {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L + ids.incrementAndGet());
    }

    @BeforeEach
    void threeAdministratorsWhoAreThreePersons() {
        for (AccountId account : List.of(AN, BINH, CHI, AUDITOR)) {
            accounts.add(List.of(LocalAccount.fresh(account, account.value(), passwords.hash(PASSWORD))), List.of());
        }
        new FirstAdministrator(ledger, ledger, codec, this::id, clock).record(AN);
        grant(BINH, Role.ADMINISTRATOR);
        grant(CHI, Role.ADMINISTRATOR);
        grant(AUDITOR, Role.AUDITOR);
    }

    private void grant(AccountId account, Role role) {
        UUID id = id();
        side.gateway()
                .submit(
                        new CommandRequest(id, AN.value(), Set.of(), "test", "test", CaptureMetadata.none(), true),
                        new GrantRole(
                                account,
                                new GrantId("g-" + role.name().toLowerCase(Locale.ROOT)),
                                role,
                                null,
                                VietnamTime.day(clock.instant()),
                                null,
                                null,
                                "Theo phân công"));
    }

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void whatTheAccountsCannotTakeIsNoFact() {
        administration.lock("an", CHI);
        AccountId lan = administration.create("an", "lan").account().id();
        List<AccountAct> before = rights.acts(lan);
        accounts.fill();

        for (ThrowingCallable refused : List.<ThrowingCallable>of(
                () -> administration.lock("an", lan),
                () -> administration.unlock("an", CHI),
                () -> administration.reset("an", lan, false, clock.instant()),
                () -> administration.create("an", "hoa"))) {
            assertThatThrownBy(refused).isInstanceOf(AccountsUnwritableException.class);
        }
        assertThat(rights.acts(lan)).isEqualTo(before);
        assertThat(known(CHI)).containsExactly(AccountLocked.class);
    }

    /** The second comes while the first is between its fact and the account. */
    @Test
    void ofTwoWhoMakeOneLoginNameTheSecondLeavesNoFact() throws InterruptedException {
        List<AccountId> resets = new ArrayList<>();
        List<Throwable> refused = new ArrayList<>();
        List<Thread> second = new ArrayList<>();
        List<AccountAdministration> shared = new ArrayList<>();
        shared.add(with(new AccountFacts() {

            @Override
            public void locked(String by, AccountId account) {
                facts.locked(by, account);
            }

            @Override
            public void unlocked(String by, AccountId account) {
                facts.unlocked(by, account);
            }

            @Override
            public void reset(String by, AccountId account, @Nullable AccountId wishedBy, boolean removesFactor) {
                resets.add(account);
                if (second.isEmpty()) {
                    Thread other = Thread.ofPlatform()
                            .uncaughtExceptionHandler((_, thrown) -> refused.add(thrown))
                            .start(() -> shared.getFirst().create("binh", "lan"));
                    second.add(other);
                    while (other.getState() != Thread.State.BLOCKED && other.getState() != Thread.State.TERMINATED) {
                        Thread.onSpinWait();
                    }
                }
            }
        }));

        shared.getFirst().create("an", "lan");
        second.getFirst().join();

        assertThat(resets).hasSize(1);
        assertThat(refused)
                .singleElement()
                .isInstanceOfSatisfying(
                        AccountRefusedException.class,
                        taken -> assertThat(taken.reason()).isEqualTo(AccountRefusedException.Reason.LOGIN_TAKEN));
    }

    /** Whoever finds an open session, or knows the PIN of a shared phone, neither wishes nor carries out what takes two. */
    @Test
    void aResetThatTakesTwoAsksForThePasswordOfBoth() {
        Instant old = clock.instant().minus(PasswordProof.LASTS).minusSeconds(1);
        ThrowingCallable byAn = () -> administration.reset("an", BINH, false, old);
        Instant ahead = clock.instant().plus(Duration.ofDays(365));
        ThrowingCallable byAnAhead = () -> administration.reset("an", BINH, false, ahead);
        ThrowingCallable byChi = () -> administration.reset("chi", BINH, false, ProvenAt.NEVER.at());

        assertThatThrownBy(byAn).hasMessage("password-not-shown-lately");
        assertThatThrownBy(byAnAhead).as("shown while the clock was ahead").hasMessage("password-not-shown-lately");
        assertThat(administration.reset("an", BINH, false, clock.instant())).isEmpty();
        assertThatThrownBy(byChi).hasMessage("password-not-shown-lately");
        assertThat(known(BINH)).isEmpty();
        assertThat(administration.reset("chi", BINH, false, clock.instant())).isPresent();
    }

    /** On the machine an account is called by its login or by its name in the ledger. */
    @Test
    void noLoginIsTheNameOfAnother() {
        accounts.add(List.of(LocalAccount.fresh(new AccountId("m-lan"), "lan", "{hash}")), List.of());
        grant(new AccountId("m-hoa"), Role.VIEWER);

        for (String taken : List.of("lan", "m-lan", "m-hoa")) {
            assertThatThrownBy(() -> administration.create("an", taken)).hasMessage("login-taken");
        }
    }

    private List<Class<?>> known(AccountId account) {
        return rights.acts(account).stream()
                .map(AccountAct::event)
                .skip(1)
                .<Class<?>>map(AccessEvent::getClass)
                .toList();
    }

    private LocalAccount account(AccountId id) {
        return accounts.find(id).orElseThrow();
    }

    @Test
    void lockingResettingAndUnlockingTheOtherGivesNobodyItsPassword() {
        String before = account(BINH).password();

        administration.lock("an", BINH);
        assertThat(administration.reset("an", BINH, false, clock.instant())).isEmpty();
        assertThat(administration.reset("an", BINH, false, clock.instant()))
                .as("asked again")
                .isEmpty();
        administration.unlock("an", BINH);
        assertThat(administration.reset("an", BINH, false, clock.instant())).isEmpty();

        assertThat(account(BINH).password()).isEqualTo(before);
        assertThat(known(BINH)).containsExactly(AccountLocked.class, AccountUnlocked.class);
        assertThat(rights.areTwoPersons(AN, BINH)).isFalse();
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(rights.areTwoPersons(AN, BINH)).isTrue();
    }

    /** The wish was made with another's password, within seven days of its reset. */
    @Test
    void aWishIsThatOfWhoeverCouldSignInWhenItWasMade() {
        assertThat(administration.reset("binh", CHI, false, clock.instant())).isEmpty();
        assertThat(administration.reset("an", CHI, false, clock.instant()))
                .as("an has it")
                .isPresent();
        clock.advance(SeparatePersons.TAKEN_OVER.minusHours(1));
        assertThat(administration.reset("chi", BINH, false, clock.instant())).isEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(rights.areTwoPersons(AN, CHI)).isTrue();

        assertThat(administration.reset("an", BINH, false, clock.instant()))
                .as("a wish of its own")
                .isEmpty();
        assertThat(known(BINH)).isEmpty();
    }

    /** The one who is locked still counts, so nobody is left who could second a reset alone. */
    @Test
    void lockingAllOthersLeavesNobodyWhoResetsAlone() {
        administration.lock("an", BINH);
        administration.lock("an", CHI);

        assertThat(administration.reset("an", BINH, false, clock.instant())).isEmpty();
        assertThat(administration.reset("an", AUDITOR, false, clock.instant())).isEmpty();
    }

    @Test
    void twoPersonsResetAndTheSecondFactorStaysUnlessTheyRemoveIt() {
        SecondFactor factor = new SecondFactor(new SecondFactor.SealedSecret("c2VhbGVk"), true, 0, List.of());
        accounts.change(BINH, present -> present.withFactor(factor));

        assertThat(administration.reset("an", BINH, false, clock.instant())).isEmpty();
        assertThat(administration.reset("chi", BINH, true, clock.instant()))
                .as("another wish")
                .isEmpty();
        assertThat(administration.reset("an", BINH, false, clock.instant()))
                .as("another wish")
                .isEmpty();
        assertThat(administration.reset("chi", BINH, false, clock.instant())).isPresent();
        assertThat(account(BINH).factor()).isEqualTo(factor);
        assertThat(rights.acts(BINH).getLast().event()).isEqualTo(new AccountReset(BINH, AN, false));

        assertThat(administration.reset("an", BINH, true, clock.instant())).isEmpty();
        assertThat(administration.reset("chi", BINH, true, clock.instant())).isPresent();
        assertThat(account(BINH).factor()).isNull();
    }

    @Test
    void anAuditorsAccountTakesTwo() {
        assertThat(administration.reset("an", AUDITOR, false, clock.instant())).isEmpty();
        assertThat(administration.reset("binh", AUDITOR, false, clock.instant()))
                .isPresent();
    }

    @Test
    void anAuditorsAccountTakesTwoAlsoAfterOneHasEndedTheGrant() {
        side.gateway()
                .submit(
                        new CommandRequest(id(), AN.value(), Set.of(), "test", "test", CaptureMetadata.none(), true),
                        new EndGrant(
                                AUDITOR,
                                new GrantId("g-auditor"),
                                VietnamTime.day(clock.instant()).minusDays(1),
                                "Theo phân công"));

        assertThat(administration.reset("an", AUDITOR, false, clock.instant())).isEmpty();
    }

    /** Whoever made it has its password, whatever right two persons give it later, and however long they wait. */
    @Test
    void anAccountIsOneWithWhoeverAloneKnowsItsPassword() {
        AccountId made = administration.create("an", "to.lan").account().id();
        AccountId other = administration.create("an", "to.hue").account().id();
        assertThat(administration.reset("binh", other, true, clock.instant())).isPresent();
        grant(made, Role.OFFICER);
        grant(other, Role.OFFICER);
        clock.advance(Duration.ofDays(8));

        assertThat(rights.areTwoPersons(AN, made)).isFalse();
        assertThat(rights.areTwoPersons(CHI, made)).isTrue();
        assertThat(rights.areTwoPersons(AN, other)).isTrue();
        assertThat(rights.areTwoPersons(BINH, other)).isFalse();
        assertThat(administration.reset("an", made, false, clock.instant())).isEmpty();
        assertThat(administration.reset("binh", made, false, clock.instant())).isPresent();
        clock.advance(Duration.ofDays(8));
        assertThat(rights.areTwoPersons(AN, made)).isTrue();
        assertThat(known(made)).contains(AccountReset.class);
    }

    /** An earlier version recorded neither that an account was made nor that its password was given. */
    @Test
    void healthNamesApproversWhosePasswordSomebodyGaveUnrecorded() {
        UnrecordedPasswords health = new UnrecordedPasswords(accounts, rights);
        for (String name : List.of("old-officer", "older-officer", "old-viewer", "taken-over")) {
            AccountId id = new AccountId(name);
            String by = name.equals("taken-over") ? AccountChange.SYSTEM : "an";
            accounts.add(
                    List.of(LocalAccount.fresh(id, name, "{hash}")),
                    List.of(new AccountChange(clock.instant(), by, Action.CREATED, id)));
            grant(id, name.equals("old-viewer") ? Role.VIEWER : Role.OFFICER);
        }
        grant(administration.create("an", "to.lan").account().id(), Role.OFFICER);

        assertThat(health.health().getDetails())
                .containsEntry("unrecorded", 2)
                .containsEntry("accounts", List.of("old-officer", "older-officer"));

        AccountId officer = new AccountId("old-officer");
        assertThat(administration.reset("binh", officer, false, clock.instant()))
                .isEmpty();
        assertThat(administration.reset("chi", officer, false, clock.instant())).isPresent();
        machine.confirm(new AccountId("older-officer"));
        assertThat(health.health().getDetails()).isEmpty();
    }

    @Test
    void healthReadsAnAccountWhosePasswordIsRecordedOnce() {
        AccountId made = administration.create("an", "to.lan").account().id();
        List<Object> read = new ArrayList<>();
        LedgerReader watched = (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (self, method, given) -> {
                    if (method.getName().equals("aggregate")) {
                        read.add(given[0]);
                    }
                    return method.invoke(ledger, given);
                });
        UnrecordedPasswords health = new UnrecordedPasswords(accounts, new LedgerRights(watched, codec, clock));

        assertThat(health.health().getDetails()).isEmpty();
        assertThat(read).contains(AccessEvent.idOf(made));
        read.clear();
        assertThat(health.health().getDetails()).isEmpty();
        assertThat(read).as("the second look").doesNotContain(AccessEvent.idOf(made));
    }

    @Test
    void theNextStartGivesNoNewPasswordToAnAccountThatWasMade() {
        LocalAccount made = administration.create("an", "to.lan").account();

        assertThat(new UnfinishedDeeds(accounts, rights).finish()).isEmpty();
        assertThat(account(made.id())).isEqualTo(made);
    }

    @Test
    void theOthersAreToldOfATakeoverOfSomebodyWhoseRightHasEndedSince() {
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        administration.lock("an", BINH);
        administration.unlock("an", BINH);
        Instant done = clock.instant();
        clock.advance(Duration.ofDays(1));
        machine.endRightsToApprove(BINH);
        clock.advance(Duration.ofDays(1));
        administration.lock("an", BINH);
        administration.unlock("an", BINH);

        assertThat(new UntoldChanges(accounts, rights, clock).after(before, account(CHI)))
                .as("the same once more hides nothing")
                .extracting(AccountChange::account, AccountChange::action, AccountChange::at)
                .containsExactly(tuple(BINH, Action.UNLOCKED, done), tuple(BINH, Action.LOCKED, done));
    }

    @Nested
    final class AfterACrash {

        private AccountSetup restarted() {
            return setup(accounts);
        }

        /** The process dies between the fact and the change of the account. */
        private final AccountAdministration dying = with(new AccountFacts() {

            @Override
            public void locked(String by, AccountId account) {
                facts.locked(by, account);
                throw new IllegalStateException("killed");
            }

            @Override
            public void unlocked(String by, AccountId account) {
                facts.unlocked(by, account);
                throw new IllegalStateException("killed");
            }

            @Override
            public void reset(String by, AccountId account, @Nullable AccountId wishedBy, boolean removesFactor) {
                facts.reset(by, account, wishedBy, removesFactor);
                throw new IllegalStateException("killed");
            }
        });

        private void killed(Runnable deed) {
            assertThatThrownBy(deed::run).hasMessage("killed");
        }

        @Test
        void theNextStartLocksAndUnlocksAsTheLedgerSays() {
            killed(() -> dying.lock("an", BINH));
            assertThat(account(BINH).locked()).isFalse();
            restarted().finish();
            assertThat(account(BINH).locked()).isTrue();

            clock.advance(Duration.ofMinutes(1));
            killed(() -> dying.unlock("an", BINH));
            assertThat(account(BINH).locked()).isTrue();
            restarted().finish();
            assertThat(account(BINH).locked()).isFalse();
            assertThat(accounts.history(BINH, 9))
                    .extracting(AccountChange::action, AccountChange::by)
                    .containsExactly(tuple(Action.UNLOCKED, "an"), tuple(Action.LOCKED, "an"));
        }

        @Test
        void theNextStartCarriesAResetOutAndLeavesThePasswordOnTheMachine() throws IOException {
            String before = account(BINH).password();
            dying.reset("an", BINH, false, clock.instant());
            killed(() -> dying.reset("chi", BINH, false, clock.instant()));
            assertThat(account(BINH).password()).isEqualTo(before);

            restarted().finish();

            String line = Files.readString(folder.resolve("one-time-password")).strip();
            assertThat(line).startsWith("binh:");
            assertThat(passwords.matches(line.substring(5), account(BINH).password()))
                    .isTrue();
            assertThat(account(BINH).oneTime()).isTrue();
        }

        private void start(SqliteAccountStore store) {
            var _ = new SignInConfiguration()
                    .accountSetup(
                            new AccountFiles(folder, false),
                            new AccountSettings(Set.of(), null),
                            store,
                            passwords,
                            rights,
                            new OneTimePasswordFile(folder.resolve("one-time-password")),
                            ledger,
                            ledger,
                            codec,
                            side,
                            machine,
                            clock);
        }

        /** The file is put back from before the lock: it takes no change, and the ledger has the lock. */
        @Test
        void aLockStaysOverAnOlderFileOfAccounts() throws IOException {
            Path file = folder.resolve("accounts.sqlite");
            Path older = folder.resolve("older");
            try (SqliteAccountStore store = SqliteAccountStore.open(file)) {
                store.add(accounts.all(), List.of(new AccountChange(clock.instant(), "an", Action.CREATED, BINH)));
            }
            Files.copy(file, older);
            administration.lock("an", BINH);
            try (SqliteAccountStore store = SqliteAccountStore.open(file)) {
                start(store);
                assertThat(store.find(BINH).orElseThrow().locked()).isTrue();
            }
            Files.move(older, file, StandardCopyOption.REPLACE_EXISTING);

            try (SqliteAccountStore store = SqliteAccountStore.open(file)) {
                start(store);

                assertThat(store.loss()).isPresent();
                assertThat(store.find(BINH).orElseThrow().locked()).isTrue();
                assertThat(store.find(CHI).orElseThrow().locked()).isFalse();
            }
        }

        /** A password of before is one that was taken away; what was unlocked since is unlocked, and what was made since is not there. */
        @Test
        void aResetStaysOverAnOlderFileOfAccounts() throws IOException {
            Path file = folder.resolve("accounts.sqlite");
            Path older = folder.resolve("older");
            Path oneTime = folder.resolve("one-time-password");
            administration.lock("an", AUDITOR);
            try (SqliteAccountStore store = SqliteAccountStore.open(file)) {
                store.add(accounts.all(), List.of(new AccountChange(clock.instant(), "an", Action.LOCKED, AUDITOR)));
            }
            Files.copy(file, older);
            clock.advance(Duration.ofMinutes(1));
            administration.unlock("an", AUDITOR);
            administration.reset("an", BINH, false, clock.instant());
            administration.reset("chi", BINH, false, clock.instant());
            LocalAccount made = administration.create("an", "lan").account();
            try (SqliteAccountStore store = SqliteAccountStore.open(file)) {
                store.add(List.of(made), List.of(new AccountChange(clock.instant(), "an", Action.CREATED, made.id())));
                start(store);
            }
            Files.delete(oneTime);
            Files.move(older, file, StandardCopyOption.REPLACE_EXISTING);

            try (SqliteAccountStore store = SqliteAccountStore.open(file)) {
                start(store);

                assertThat(store.loss()).isPresent();
                assertThat(store.all().stream().filter(LocalAccount::locked))
                        .extracting(LocalAccount::id)
                        .containsExactly(BINH);
                assertThat(store.byLogin("lan")).isEmpty();
                assertThat(oneTime).doesNotExist();
            }
            Files.delete(folder.resolve("accounts.anchor"));
            try (SqliteAccountStore store = SqliteAccountStore.open(file)) {
                start(store);

                assertThat(store.find(BINH).orElseThrow().locked()).isFalse();
                assertThat(passwords.matches(
                                PASSWORD, store.find(BINH).orElseThrow().password()))
                        .isFalse();
                assertThat(Files.readString(oneTime)).startsWith("binh:");
            }
        }

        @Test
        void aStartThatCannotCarryItOutIsRefusedAndSaysWhatToDo() throws SQLException {
            killed(() -> dying.lock("an", BINH));
            Path file = folder.resolve("accounts.sqlite");
            try (SqliteAccountStore store = SqliteAccountStore.open(file)) {
                store.add(accounts.all(), List.of());
                try (SqliteSession other = SqliteSession.writer(file)) {
                    other.run("CREATE TRIGGER t BEFORE INSERT ON history BEGIN SELECT RAISE(ABORT, 'full'); END");
                }

                assertThatThrownBy(() -> start(store))
                        .isInstanceOf(StartRefusedException.class)
                        .hasMessageContaining(file.toString());
            }
        }

        @Test
        void whatWasCarriedOutIsNotDoneAgain() {
            administration.lock("an", BINH);
            administration.unlock("an", BINH);
            administration.reset("an", BINH, false, clock.instant());
            administration.reset("chi", BINH, false, clock.instant());
            LocalAccount before = account(BINH);

            restarted().finish();

            assertThat(account(BINH)).isEqualTo(before);
            assertThat(folder.resolve("one-time-password")).doesNotExist();
        }
    }

    @Nested
    final class OnTheMachine {

        private void write(String text) throws IOException {
            Files.writeString(folder.resolve("account-command"), text);
            OperatorFile.of(
                            folder.resolve("account-command"),
                            login -> accounts.byLogin(login).map(LocalAccount::id),
                            machine)
                    .take();
        }

        private String told() throws IOException {
            return Files.readString(folder.resolve("account-command.done"));
        }

        @Test
        void aFileInTheDataFolderConfirmsAndEnds() throws IOException {
            UUID id = id();
            administration.unlock("an", BINH);
            side.gateway().submit(new CommandRequest(id, "an"), new UnlockAccount(BINH));
            assertThat(rights.areTwoPersons(AN, BINH)).isFalse();

            write("confirm binh\nend chi\n\nforget chi\nconfirm nobody\n");

            assertThat(rights.areTwoPersons(AN, BINH)).isTrue();
            assertThat(rights.roles(account(CHI))).isEmpty();
            assertThat(told().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("confirm binh", "recorded in the ledger"),
                            line -> assertThat(line).contains("end chi", "recorded in the ledger"),
                            line -> assertThat(line).contains("forget chi", "unknown"),
                            line -> assertThat(line).contains("confirm nobody", "knows nothing"));
            assertThat(folder.resolve("account-command")).doesNotExist();
        }

        /** A name that two accounts have, one to sign in and one in the ledger. */
        @Test
        void aNameOfTwoConfirmsNeither() throws IOException {
            accounts.add(List.of(LocalAccount.fresh(new AccountId("other"), "in-ledger", "{hash}")), List.of());
            grant(new AccountId("other"), Role.VIEWER);
            grant(new AccountId("in-ledger"), Role.VIEWER);

            write("confirm in-ledger\n");

            assertThat(told()).contains("there is no such account");
        }

        @Test
        void whatCannotBeWrittenDownIsNotDone() throws IOException {
            administration.unlock("an", BINH);
            side.gateway().submit(new CommandRequest(id(), "an"), new UnlockAccount(BINH));
            Files.createDirectories(folder.resolve("account-command.unfinished"));

            assertThatThrownBy(() -> write("confirm binh\n")).isInstanceOf(IOException.class);

            assertThat(rights.areTwoPersons(AN, BINH)).isFalse();
        }

        /** The second run confirms nothing that came after the first. */
        @Test
        void aFileThatStaysIsDoneOnce() throws IOException {
            Files.createDirectories(folder.resolve("account-command.done").resolve("in-the-way"));
            Files.writeString(folder.resolve("account-command"), "confirm binh\n");
            OperatorFile file = OperatorFile.of(folder.resolve("account-command"), login -> Optional.empty(), machine);
            assertThatThrownBy(file::take).isInstanceOf(IOException.class);
            side.gateway().submit(new CommandRequest(id(), "an"), new UnlockAccount(BINH));

            assertThatThrownBy(file::take).isInstanceOf(IOException.class);

            assertThat(rights.areTwoPersons(AN, BINH)).isFalse();
        }

        /** The way out is open as long as the process runs. */
        @Test
        void whateverALookMeetsAnotherFollows() throws IOException, InterruptedException {
            CountDownLatch looks = new CountDownLatch(2);
            Files.writeString(folder.resolve("account-command"), "confirm binh\n");
            try (OperatorFile _ = OperatorFile.watch(
                    folder.resolve("account-command"),
                    login -> {
                        looks.countDown();
                        throw new IllegalStateException("not now");
                    },
                    machine)) {
                assertThat(looks.await(1, TimeUnit.MINUTES)).isTrue();
            }
        }

        /** Accounts and their anchor were taken away; the ledger knows the administrator. */
        @Test
        void aFirstAccountOfAKnownAdministratorIsAFact() {
            setup(new MemoryAccountStore()).prepare(folder.resolve("accounts"), false);

            AccountId first = rights.administrator().orElseThrow();
            assertThat(rights.acts(first)).extracting(AccountAct::event).anyMatch(AccountReset.class::isInstance);
        }

        @Test
        void aResetAtAStartIsFromNobodyAndUnlocks() {
            administration.lock("an", BINH);
            setup(accounts).reset("binh");

            assertThat(account(BINH).locked()).isFalse();
            assertThat(known(BINH)).containsExactly(AccountLocked.class, AccountReset.class, AccountUnlocked.class);
            assertThat(rights.areTwoPersons(AN, BINH)).isTrue();
        }
    }
}
