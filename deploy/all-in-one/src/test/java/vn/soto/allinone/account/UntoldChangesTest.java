package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.SettableClock;

/** The changes of their account that a person who signs in is told. */
final class UntoldChangesTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
    private static final AccountId OFFICER = new AccountId("officer");

    private final SettableClock clock = new SettableClock(MORNING);
    private final MemoryAccountStore accounts = new MemoryAccountStore();
    private final UntoldChanges changes = new UntoldChanges(
            accounts, new LedgerRights(new MemoryLedger("test/untold", clock), EventCodec.product(), clock), clock);

    @BeforeEach
    void addAccount() {
        accounts.add(List.of(LocalAccount.takenOver("officer", "{hash}", Role.OFFICER)), List.of());
        known("phone");
        known("office");
    }

    private void known(String device) {
        accounts.put(KnownDevice.provenAt(clock.instant(), SignIn.deviceHash(device), OFFICER));
    }

    private void happened(Action action) {
        clock.advance(Duration.ofMinutes(1));
        accounts.change(
                OFFICER,
                LocalAccount::signedOutEverywhere,
                new AccountChange(clock.instant(), "officer", action, OFFICER));
        clock.advance(Duration.ofMinutes(1));
    }

    private List<Action> told(String device, boolean byPin) {
        Instant since = changes.since(accounts.find(OFFICER), device, byPin);
        List<Action> told = changes.after(since, account(OFFICER)).stream()
                .map(AccountChange::action)
                .toList();
        if (byPin) {
            accounts.changeDevice(SignIn.deviceHash(device), OFFICER, known -> known.provenAgain(clock.instant()));
        } else {
            changes.told(OFFICER, device);
        }
        return told;
    }

    private LocalAccount account(AccountId id) {
        return accounts.find(id).orElseThrow();
    }

    @Test
    void whoeverApprovesIsToldOfTheOthersWhoDo() {
        accounts.add(
                List.of(
                        LocalAccount.takenOver("administrator", "{hash}", Role.ADMINISTRATOR),
                        LocalAccount.takenOver("viewer", "{hash}", Role.VIEWER)),
                List.of());
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        for (Action action : List.of(Action.LOCKED, Action.UNLOCKED, Action.PASSWORD_RESET, Action.PIN_SET)) {
            for (String of : List.of("administrator", "viewer")) {
                AccountId id = new AccountId(of);
                accounts.change(
                        id,
                        LocalAccount::signedOutEverywhere,
                        new AccountChange(clock.instant(), "administrator-2", action, id));
            }
        }

        assertThat(changes.after(before, account(OFFICER)))
                .extracting(AccountChange::account, AccountChange::action)
                .containsExactly(
                        tuple(new AccountId("administrator"), Action.PASSWORD_RESET),
                        tuple(new AccountId("administrator"), Action.UNLOCKED),
                        tuple(new AccountId("administrator"), Action.LOCKED));
        assertThat(changes.after(before, account(new AccountId("viewer"))))
                .as("who approves nothing is told of the own account alone")
                .extracting(AccountChange::account)
                .containsOnly(new AccountId("viewer"));
    }

    /** Locking and unlocking others hides no reset, however often and in whatever turn. */
    @Test
    void noNumberOfLocksHidesAReset() {
        Instant before = clock.instant();
        for (String of : List.of("administrator", "other")) {
            accounts.add(List.of(LocalAccount.takenOver(of, "{hash}", Role.ADMINISTRATOR)), List.of());
        }
        changedBy("attacker", "administrator", Action.PASSWORD_RESET);
        for (int i = 0; i < 60; i++) {
            changedBy("attacker", "other", Action.LOCKED);
            changedBy("attacker", "other", Action.UNLOCKED);
        }
        for (int i = 0; i < 60; i++) {
            changedBy("attacker", "administrator", Action.LOCKED);
        }

        assertThat(changes.after(before, account(OFFICER)))
                .extracting(AccountChange::account, AccountChange::action)
                .containsExactlyInAnyOrder(
                        tuple(new AccountId("administrator"), Action.PASSWORD_RESET),
                        tuple(new AccountId("administrator"), Action.LOCKED),
                        tuple(new AccountId("other"), Action.LOCKED),
                        tuple(new AccountId("other"), Action.UNLOCKED));
    }

    private void changedBy(String by, String account, Action action) {
        AccountId id = new AccountId(account);
        clock.advance(Duration.ofSeconds(1));
        accounts.change(id, LocalAccount::signedOutEverywhere, new AccountChange(clock.instant(), by, action, id));
    }

    @Test
    void aChangeIsToldOnceOnEachDevice() {
        happened(Action.PIN_SET);
        happened(Action.SECOND_FACTOR_REMOVED);

        assertThat(told("phone", false)).containsExactly(Action.SECOND_FACTOR_REMOVED, Action.PIN_SET);
        assertThat(told("phone", false)).isEmpty();
        assertThat(told("office", false)).hasSize(2);
        happened(Action.PIN_REMOVED);
        assertThat(told("phone", false)).containsExactly(Action.PIN_REMOVED);
    }

    /** Signing out takes nothing but a session. */
    @Test
    void noNumberOfOtherChangesHidesOne() {
        happened(Action.PASSWORD_RESET);
        for (int i = 0; i < 60; i++) {
            happened(Action.SIGNED_OUT_EVERYWHERE);
        }

        assertThat(told("phone", false)).containsExactly(Action.PASSWORD_RESET);
    }

    @Test
    void noNumberOfChangesByOneHidesThatOfAnother() {
        Instant before = clock.instant();
        accounts.add(List.of(LocalAccount.takenOver("other", "{hash}", Role.ADMINISTRATOR)), List.of());
        changedBy("chi", "other", Action.UNLOCKED);
        changedBy("chi", OFFICER.value(), Action.SECOND_FACTOR_REMOVED);
        for (int i = 0; i < 60; i++) {
            changedBy("attacker", "other", Action.UNLOCKED);
            changedBy("attacker", OFFICER.value(), Action.SESSIONS_ENDED);
        }

        assertThat(changes.after(before, account(OFFICER)))
                .extracting(AccountChange::by, AccountChange::action)
                .containsExactly(
                        tuple("attacker", Action.SESSIONS_ENDED),
                        tuple("chi", Action.SECOND_FACTOR_REMOVED),
                        tuple("attacker", Action.UNLOCKED),
                        tuple("chi", Action.UNLOCKED));
    }

    @Test
    void whatHappensAfterTheClockWasAheadIsTold() {
        clock.advance(Duration.ofDays(365));
        assertThat(told("phone", false)).isEmpty();
        assertThat(told("office", true)).isEmpty();
        clock.set(MORNING);
        happened(Action.PASSWORD_RESET);

        assertThat(told("phone", false)).containsExactly(Action.PASSWORD_RESET);
        assertThat(told("phone", false)).isEmpty();
        assertThat(told("office", true)).containsExactly(Action.PASSWORD_RESET);
    }

    @Test
    void whoeverSetThePinDoesNotHideItByUsingIt() {
        happened(Action.PIN_SET);

        assertThat(told("phone", true)).containsExactly(Action.PIN_SET);
        assertThat(told("phone", true)).isEmpty();
        assertThat(told("phone", false)).containsExactly(Action.PIN_SET);
    }

    @Test
    void whatWhoSignsInKnowsAnywayIsNotTold() {
        happened(Action.PASSWORD_CHANGED);
        happened(Action.SIGNED_OUT_EVERYWHERE);

        assertThat(told("phone", false)).isEmpty();
    }

    @Test
    void onANewDeviceTheLatestWeekIsTold() {
        happened(Action.PIN_SET);
        clock.advance(Duration.ofDays(7));
        happened(Action.PIN_CHANGED);

        assertThat(changes.after(changes.since(accounts.find(OFFICER), "new", false), account(OFFICER)))
                .extracting(AccountChange::action)
                .containsExactly(Action.PIN_CHANGED);
        assertThat(changes.since(Optional.empty(), "new", false))
                .as("of an account that does not exist, the same is looked for")
                .isEqualTo(clock.instant().minus(Duration.ofDays(7)));
    }
}
