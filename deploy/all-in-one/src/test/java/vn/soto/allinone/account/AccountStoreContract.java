package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.web.DeviceContacts;
import vn.soto.web.DeviceContacts.Contact;

/** The behaviour of every store of accounts. */
abstract class AccountStoreContract {

    static final AccountId LAN = new AccountId("0199a000-0000-7000-8000-000000000001");
    static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    abstract AccountStore store();

    static LocalAccount lan() {
        return LocalAccount.fresh(LAN, "lan", "{hash}");
    }

    static AccountChange entry(Action action) {
        return new AccountChange(MORNING, "administrator", action, LAN);
    }

    private void added() {
        assertThat(store().add(List.of(lan()), List.of(entry(Action.CREATED)))).isTrue();
    }

    @Test
    void anAccountIsFoundByItsIdAndByItsLoginName() {
        added();

        assertThat(store().find(LAN)).contains(lan());
        assertThat(store().byLogin("lan")).contains(lan());
        assertThat(store().byLogin("Lan")).isEmpty();
        assertThat(store().find(new AccountId("lan"))).isEmpty();
        assertThat(store().all()).containsExactly(lan());
    }

    @Test
    void neitherAnIdNorALoginNameIsGivenTwice() {
        added();
        LocalAccount sameLogin = LocalAccount.fresh(new AccountId("other"), "lan", "{hash}");
        LocalAccount sameId = LocalAccount.fresh(LAN, "lan2", "{hash}");
        LocalAccount fine = LocalAccount.takenOver("officer", "{hash}", Role.OFFICER);

        for (LocalAccount taken : List.of(sameLogin, sameId)) {
            assertThat(store().add(List.of(fine, taken), List.of())).isFalse();
        }
        assertThat(store().add(List.of(fine, fine), List.of())).isFalse();
        assertThat(store().all()).containsExactly(lan());
    }

    @Test
    void aChangeIsSeenAndEnteredInTheHistory() {
        added();

        assertThat(store().change(LAN, account -> account.withLock(true), entry(Action.LOCKED)))
                .contains(lan().withLock(true));

        assertThat(store().find(LAN)).contains(lan().withLock(true));
        assertThat(store().history(LAN, 10)).containsExactly(entry(Action.LOCKED), entry(Action.CREATED));
        assertThat(store().history(LAN, 1)).containsExactly(entry(Action.LOCKED));
        assertThat(store().history(new AccountId("other"), 10)).isEmpty();
        assertThat(store().history(LAN, Set.of(Action.CREATED, Action.PIN_SET), 1))
                .containsExactly(entry(Action.CREATED));
        assertThat(store().changedAfter(MORNING.minusSeconds(1), Set.of(Action.LOCKED, Action.CREATED)))
                .containsExactly(LAN);
        assertThat(store().changedAfter(MORNING.minusSeconds(1), Set.of(Action.PIN_SET)))
                .isEmpty();
        assertThat(store().changedAfter(MORNING.plusSeconds(9), Set.of(Action.LOCKED)))
                .isEmpty();
    }

    @Test
    void whatChangesNothingIsNotEntered() {
        added();

        assertThat(store().change(LAN, account -> account, entry(Action.LOCKED)))
                .contains(lan());
        assertThat(store().history(LAN, 10)).containsExactly(entry(Action.CREATED));
        assertThat(store().change(new AccountId("nobody"), account -> account.withLock(true)))
                .isEmpty();
    }

    @Test
    void aRefusedChangeChangesNothing() {
        added();

        assertThatThrownBy(() -> store().change(
                                LAN,
                                account -> {
                                    throw new IllegalStateException("refused");
                                },
                                entry(Action.LOCKED)))
                .hasMessage("refused");
        assertThat(store().find(LAN)).contains(lan());
        assertThat(store().history(LAN, 10)).containsExactly(entry(Action.CREATED));
    }

    @Test
    void changesAtTheSameTimeLoseNothing() {
        added();

        IntStream.range(0, 200).parallel().forEach(each -> store().change(LAN, LocalAccount::signedOutEverywhere));

        assertThat(store().find(LAN).orElseThrow().epoch()).isEqualTo(200);
    }

    @Test
    void aSecondFactorIsKeptAsItIs() {
        added();
        SecondFactor factor =
                SecondFactor.begun(new SecondFactor.SealedSecret("AQID")).confirmed(7, List.of("a", "b"));
        store().change(LAN, account -> account.withFactor(factor));

        SecondFactor kept = store().find(LAN).orElseThrow().confirmedFactor().orElseThrow();
        assertThat(kept.secret().bytes()).containsExactly(1, 2, 3);
        assertThat(kept.lastStep()).isEqualTo(7);
        assertThat(kept.recovery()).containsExactly("a", "b");
    }

    @Test
    void aDeviceKnowsAccountsAndTheirPins() {
        KnownDevice phone = KnownDevice.provenAt(MORNING, "phone", LAN);
        store().put(phone);
        assertThat(store().withPin("phone")).isEmpty();

        assertThat(store().changeDevice("phone", LAN, known -> known.withPin("{pin}", 3)))
                .contains(phone.withPin("{pin}", 3));

        assertThat(store().device("phone", LAN)).contains(phone.withPin("{pin}", 3));
        assertThat(store().withPin("phone")).containsExactly(LAN);
        assertThat(store().device("other", LAN)).isEmpty();
        assertThat(store().withPin("other")).isEmpty();
        assertThat(store().changeDevice("other", LAN, known -> known.withWrong(1), entry(Action.PIN_SET)))
                .isEmpty();
        assertThat(store().history(LAN, 9)).isEmpty();
        store().changeDevice("phone", LAN, known -> known.toldUntil(MORNING.plusSeconds(9)), entry(Action.PIN_CHANGED));
        assertThat(store().device("phone", LAN).orElseThrow().told()).isEqualTo(MORNING.plusSeconds(9));
        assertThat(store().history(LAN, 9)).containsExactly(entry(Action.PIN_CHANGED));
    }

    @Test
    void aSessionThatSignedOutIsKnownUntilItIsOver() {
        AccountId other = new AccountId("other");
        store().signOut(new SignedOutSession(LAN, "s1", MORNING.plusSeconds(60)), MORNING);
        store().signOut(new SignedOutSession(LAN, "s2", MORNING.plusSeconds(90)), MORNING.plusSeconds(30));
        store().signOut(new SignedOutSession(LAN, "s2", MORNING.plusSeconds(90)), MORNING.plusSeconds(30));

        assertThat(store().signedOut(LAN)).containsExactlyInAnyOrder("s1", "s2");
        assertThat(store().signedOut(other)).isEmpty();

        store().signOut(new SignedOutSession(other, "s3", MORNING.plusSeconds(180)), MORNING.plusSeconds(120));
        assertThat(store().signedOut(LAN)).isEmpty();
        assertThat(store().signedOut(other)).containsExactly("s3");
    }

    @Test
    void theOldestDevicesAreForgotten() {
        IntStream.rangeClosed(0, KnownDevice.MOST)
                .forEach(day -> store().put(KnownDevice.provenAt(MORNING.plusSeconds(day), "phone-" + day, LAN)));

        assertThat(store().device("phone-0", LAN)).isEmpty();
        assertThat(store().device("phone-1", LAN)).isPresent();
        assertThat(store().device("phone-" + KnownDevice.MOST, LAN)).isPresent();
    }

    @Test
    void theLastContactOfEachDeviceIsKeptAndTheMostSilentForgotten() {
        Contact first = new Contact("phone-0", 12, MORNING);
        store().tell("lan", first);
        store().tell("chi", first);
        assertThat(store().of("lan")).containsExactly(first);

        for (int phone = 1; phone < DeviceContacts.MOST; phone++) {
            store().tell("lan", new Contact("phone-" + phone, 0, MORNING.plusSeconds(phone)));
        }
        Contact later = new Contact("phone-0", 3, MORNING.plusSeconds(100));
        store().tell("lan", later);
        store().tell("lan", new Contact("another", 0, MORNING.plusSeconds(101)));

        assertThat(store().of("lan"))
                .hasSize(DeviceContacts.MOST)
                .contains(later)
                .noneMatch(contact -> contact.device().equals("phone-1"));
        assertThat(store().of("chi")).containsExactly(first);
        assertThat(store().of("nobody")).isEmpty();
    }
}
