package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.allinone.account.AccountRefusedException.Reason;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.edge.session.Session;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerException;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.privacy.MasterKey;
import vn.soto.testkit.SettableClock;

/** The changes of a person and of an administrator to an account. */
final class OwnAccountTest {

    private static final String OLD = "cánh đồng lúa chín";
    private static final String NEW = "mùa gặt tháng mười";

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T01:00:00Z"));
    private final LedgerRights rights =
            new LedgerRights(new MemoryLedger("test/accounts", clock), EventCodec.product(), clock);
    private final MemoryAccountStore accounts = new MemoryAccountStore();
    private final Passwords passwords = new CountedPasswords().passwords();
    private final SecondFactors factors = new SecondFactors(MasterKey.parse(MasterKey.freshText(), "test"), clock);
    private final SignIn signIn = new SignIn(accounts, passwords, factors, new SimpleMeterRegistry(), clock);
    private final AccountAdministration administration = new AccountAdministration(
            accounts,
            passwords,
            rights,
            new NoReach(),
            new NoFacts(),
            () -> new UUID(0x7000L, accounts.all().size()),
            clock);
    /** Of a ledger without grants, where neither is asked. */
    private record NoReach() implements AdministratorReach {

        @Override
        public boolean reaches(AccountId administrator, AccountId account) {
            return false;
        }

        @Override
        public boolean resetTakesTwo(AccountId account, boolean removesFactor, AccountId by) {
            throw new AssertionError();
        }
    }

    /** A ledger without grants knows nothing of accounts. */
    private record NoFacts() implements AccountFacts {

        @Override
        public void locked(String by, AccountId account) {}

        @Override
        public void unlocked(String by, AccountId account) {}

        @Override
        public void reset(String by, AccountId account, @Nullable AccountId wishedBy, boolean removesFactor) {}
    }

    private OwnAccount own;
    private OneTimePasswordFile oneTime;

    @BeforeEach
    void addAccounts() {
        oneTime = new OneTimePasswordFile(folder.resolve("one-time-password"));
        own = ownAccount(Set.of());
        accounts.add(
                List.of(
                        LocalAccount.takenOver("officer", passwords.hash(OLD), Role.OFFICER),
                        LocalAccount.takenOver("administrator", passwords.hash(OLD), Role.ADMINISTRATOR)),
                List.of());
    }

    private OwnAccount ownAccount(Set<Role> required) {
        return new OwnAccount(
                accounts, signIn, passwords, factors, oneTime, new RequiredFactors(required, rights), clock);
    }

    /** Sessions of before the clock jumped are not over once it is right. */
    @Test
    void noSignOutIsForgottenWhileTheClockIsAhead() {
        SettableClock watched = new SettableClock(clock.instant());
        LocalEpochs epochs = new LocalEpochs(accounts, own, clock, watched, Schedulers.immediate());
        AccountId id = officer().id();
        epochs.end(session("s1")).block();

        clock.advance(Duration.ofDays(365));
        watched.fail(new LedgerException.Unavailable("ahead", Duration.ZERO, null));
        epochs.end(session("s2")).block();
        assertThat(accounts.signedOut(id)).containsExactlyInAnyOrder("s1", "s2");

        watched.fail(null);
        watched.set(clock.instant());
        epochs.end(session("s3")).block();
        assertThat(accounts.signedOut(id)).as("a year later").containsExactlyInAnyOrder("s2", "s3");
    }

    private Session session(String id) {
        Instant now = clock.instant();
        return new Session(id, officer().id().value(), 0, Set.of(), now, now, now);
    }

    private static SignIn.Attempt officer(String password) {
        return new SignIn.Attempt("officer", password, null, "192.0.2.1", "phone");
    }

    private LocalAccount officer() {
        return own.of("officer");
    }

    private static void refused(Runnable work, Reason reason) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        AccountRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsAllSessions() {
        refused(() -> own.changePassword(officer("wrong"), NEW), Reason.WRONG);
        refused(() -> own.changePassword(officer(OLD), "ngắn"), Reason.PASSWORD_TOO_SHORT);
        refused(() -> own.changePassword(officer(OLD), OLD), Reason.PASSWORD_SAME);
        long epoch = officer().epoch();

        own.changePassword(officer(OLD), NEW);

        assertThat(officer().epoch()).isEqualTo(epoch + 1);
        assertThat(signIn.withPassword(officer(NEW))).isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(accounts.history(officer().id(), 9))
                .extracting(AccountChange::action)
                .containsExactly(Action.PASSWORD_CHANGED);
    }

    @Test
    void ofTwoNewPasswordsAtTheSameTimeOneIsSet() {
        long set = IntStream.range(0, 8)
                .parallel()
                .filter(each -> {
                    try {
                        own.changePassword(officer(OLD), NEW + " " + each);
                        return true;
                    } catch (AccountRefusedException e) {
                        assertThat(e.reason()).isIn(Reason.CHANGED_MEANWHILE, Reason.WRONG);
                        return false;
                    }
                })
                .count();

        assertThat(set).isEqualTo(1);
        assertThat(officer().epoch()).isEqualTo(1);
    }

    @Test
    void aPasswordThatAnAdministratorResetMeanwhileIsNotOverwritten() {
        AccountAdministration.OneTimePassword issued = administration
                .reset("administrator", new AccountId("officer"), false, clock.instant())
                .orElseThrow();

        refused(() -> own.changePassword(officer(OLD), NEW), Reason.WRONG);
        own.changePassword(officer(issued.password()), NEW);
        assertThat(officer().oneTime()).isFalse();
    }

    @Test
    void theFileOfTheOneTimePasswordGoesWithIt() throws IOException {
        oneTime.write("officer", OLD);
        own.changePassword(new SignIn.Attempt("administrator", OLD, null, "192.0.2.1", ""), NEW);
        assertThat(oneTime.path()).as("of another account").exists();

        own.changePassword(officer(OLD), NEW);
        assertThat(Files.exists(oneTime.path())).isFalse();
    }

    /** A program, which keeps no cookie. */
    private static SignIn.Attempt elsewhere() {
        return new SignIn.Attempt("officer", OLD, null, "192.0.2.1", "");
    }

    @Test
    void anOpenSessionIsNotThePerson() {
        signIn.withPassword(officer(OLD));
        own.setPin(officer(OLD), "270613");
        own.beginFactor(officer(OLD));

        refused(() -> own.setPin(officer("wrong"), "918273"), Reason.WRONG);
        refused(() -> own.removePin(officer("wrong")), Reason.WRONG);
        refused(() -> own.beginFactor(officer("wrong")), Reason.WRONG);
        refused(() -> own.confirmFactor(officer("wrong"), code()), Reason.WRONG);
        refused(() -> own.removeFactor(officer("wrong"), code()), Reason.WRONG);

        assertThat(officer().confirmedFactor()).isEmpty();
        assertThat(signIn.withPin("officer", "270613", "phone")).isInstanceOf(SignInOutcome.SignedIn.class);
    }

    @Test
    void whatBecameOfAPinStandsInTheHistory() {
        signIn.withPassword(officer(OLD));
        own.removePin(officer(OLD));
        own.setPin(officer(OLD), "270613");
        own.setPin(officer(OLD), "270614");
        own.removePin(officer(OLD));
        own.removePin(officer(OLD));

        assertThat(accounts.history(officer().id(), 9))
                .extracting(AccountChange::action)
                .containsExactly(Action.PIN_REMOVED, Action.PIN_CHANGED, Action.PIN_SET);
    }

    @Test
    void aPinIsSetOnADeviceThatKnowsTheAccountAndIsNoRowOfDigits() {
        refused(() -> own.setPin(elsewhere(), "270613"), Reason.PIN_NEEDS_DEVICE);
        signIn.withPassword(officer(OLD));
        for (String easy : List.of("12345", "123456", "987654", "111111", "121212", "27061a", "270613270")) {
            refused(() -> own.setPin(officer(OLD), easy), Reason.PIN_MALFORMED);
        }
        own.setPin(officer(OLD), "270613");
        assertThat(signIn.withPin("officer", "270613", "phone")).isInstanceOf(SignInOutcome.SignedIn.class);

        own.removePin(officer(OLD));
        assertThat(signIn.withPin("officer", "270613", "phone")).isInstanceOf(SignInOutcome.NotAccepted.class);
    }

    private String code() {
        SecondFactor factor = java.util.Objects.requireNonNull(officer().factor());
        return OneTimeCodes.code(
                factors.secret(officer().id(), factor), clock.instant().getEpochSecond() / 30, 6);
    }

    @Test
    void aSecondFactorIsInForceOnceACodeHasShownThatThePhoneHasIt() {
        SecondFactors.Setup setup = own.beginFactor(officer(OLD));
        assertThat(setup.uri()).startsWith("otpauth://totp/").contains("secret=" + setup.secret());
        assertThat(signIn.withPassword(officer(OLD))).isInstanceOf(SignInOutcome.SignedIn.class);
        refused(() -> own.confirmFactor(officer(OLD), "000000"), Reason.CODE_WRONG);

        OwnAccount.Confirmed confirmed = own.confirmFactor(officer(OLD), code());

        assertThat(confirmed.recoveryCodes())
                .hasSize(SecondFactors.RECOVERY_CODES)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));
        assertThat(officer().epoch()).isEqualTo(1);
        assertThat(signIn.withPassword(officer(OLD))).isInstanceOf(SignInOutcome.CodeNeeded.class);
        refused(() -> own.beginFactor(officer(OLD)), Reason.FACTOR_IN_FORCE);
        refused(() -> own.setPin(officer(OLD), "270613"), Reason.PIN_BESIDE_FACTOR);
    }

    @Test
    void aSecondFactorIsRemovedWithPasswordAndCodeUnlessARuleRequiresIt() {
        own.beginFactor(officer(OLD));
        String recovery =
                own.confirmFactor(officer(OLD), code()).recoveryCodes().getFirst();

        refused(() -> ownAccount(Set.of(Role.OFFICER)).removeFactor(officer(OLD), recovery), Reason.FACTOR_REQUIRED);
        refused(() -> own.removeFactor(officer(OLD), "000000"), Reason.CODE_WRONG);
        own.removeFactor(officer(OLD), recovery);

        assertThat(signIn.withPassword(officer(OLD))).isInstanceOf(SignInOutcome.SignedIn.class);
    }

    @Test
    void aLostPhoneIsHelpedByAnAdministrator() {
        own.beginFactor(officer(OLD));
        own.confirmFactor(officer(OLD), code());

        AccountAdministration.OneTimePassword issued = administration
                .reset("administrator", officer().id(), true, clock.instant())
                .orElseThrow();

        assertThat(signIn.withPassword(officer(issued.password()))).isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(officer().oneTime()).isTrue();
    }

    @Test
    void onlyAnAdministratorOfTheWholeAdministersAccountsAndNotTheOwnLock() {
        AccountId id = officer().id();
        refused(() -> administration.create("officer", "to.lan"), Reason.NOT_ADMINISTRATOR);
        refused(() -> administration.lock("officer", new AccountId("administrator")), Reason.NOT_ADMINISTRATOR);
        refused(() -> administration.all("nobody"), Reason.NOT_ADMINISTRATOR);
        refused(() -> administration.lock("administrator", new AccountId("administrator")), Reason.OWN_LOCK);
        refused(() -> administration.lock("administrator", new AccountId("nobody")), Reason.NOT_AN_ACCOUNT);

        administration.lock("administrator", id);
        administration.lock("administrator", id);
        assertThat(accounts.history(id, 9)).extracting(AccountChange::action).containsExactly(Action.LOCKED);
        assertThat(signIn.withPassword(officer(OLD))).isInstanceOf(SignInOutcome.NotAccepted.class);
        administration.unlock("administrator", id);
        assertThat(signIn.withPassword(officer(OLD))).isInstanceOf(SignInOutcome.SignedIn.class);
    }

    @Test
    void aNewAccountHasAnOpaqueIdAndALoginNameThatAPhoneTypesEasily() {
        for (String wrong : List.of("", "Lan", "lan hue", "lấn", "a", "a/b", "x".repeat(65), "-lan")) {
            refused(() -> administration.create("administrator", wrong), Reason.LOGIN_MALFORMED);
        }
        for (String number : List.of("0912345678", "lan.0912345678", "084.123.456.789@xa-a", "079085001234")) {
            refused(() -> administration.create("administrator", number), Reason.LOGIN_IS_PERSONAL);
        }
        AccountAdministration.OneTimePassword issued = administration.create("administrator", "to.lan@xa-a");

        assertThat(issued.account().id().value()).doesNotContain("lan");
        assertThat(issued.account().asserted()).as("may do nothing yet").isNull();
        refused(() -> administration.create("administrator", "to.lan@xa-a"), Reason.LOGIN_TAKEN);
    }

    @Test
    void nobodyResetsAnotherAdministratorInALedgerWithoutGrants() {
        accounts.add(
                List.of(
                        LocalAccount.takenOver("administrator-2", passwords.hash(OLD), Role.ADMINISTRATOR),
                        LocalAccount.takenOver("member", passwords.hash(OLD), Role.MEMBER)),
                List.of());
        AccountId second = new AccountId("administrator-2");

        refused(() -> administration.reset("administrator", second, false, clock.instant()), Reason.NO_GRANTS);
        refused(() -> administration.reset("administrator-2", second, false, clock.instant()), Reason.OWN_RESET);
        assertThat(accounts.find(second).orElseThrow().oneTime()).isFalse();
        assertThat(administration.reset("administrator", new AccountId("member"), false, clock.instant()))
                .as("without a right to approve")
                .isPresent();
    }
}
