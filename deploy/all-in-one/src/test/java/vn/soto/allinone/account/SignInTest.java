package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.allinone.account.SignInOutcome.CodeNeeded;
import vn.soto.allinone.account.SignInOutcome.NotAccepted;
import vn.soto.allinone.account.SignInOutcome.SignedIn;
import vn.soto.allinone.account.SignInOutcome.TooOften;
import vn.soto.contracts.access.AccountId;
import vn.soto.privacy.MasterKey;
import vn.soto.testkit.SettableClock;

final class SignInTest {

    private static final AccountId LAN = AccountStoreContract.LAN;
    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
    private static final String RIGHT = "cánh đồng lúa chín";
    private static final String HOME = "192.0.2.1";

    private final SettableClock clock = new SettableClock(MORNING);
    private final MemoryAccountStore accounts = new MemoryAccountStore();
    private final CountedPasswords counted = new CountedPasswords();
    private final Passwords passwords = counted.passwords();
    private final AtomicInteger hashed = counted.hashed();

    private final SecondFactors factors = new SecondFactors(MasterKey.parse(MasterKey.freshText(), "test"), clock);
    private final SignIn signIn = new SignIn(accounts, passwords, factors, new SimpleMeterRegistry(), clock);

    @BeforeEach
    void addLan() {
        accounts.add(
                List.of(LocalAccount.fresh(LAN, "lan", passwords.hash(RIGHT))
                        .withPassword(passwords.hash(RIGHT), false)),
                List.of());
        hashed.set(0);
    }

    private LocalAccount lan() {
        return accounts.find(LAN).orElseThrow();
    }

    private static SignIn.Attempt attempt(String login, String password, String client, String device) {
        return new SignIn.Attempt(login, password, null, client, device);
    }

    private SignInOutcome at(String client, String password) {
        return signIn.withPassword(attempt("lan", password, client, ""));
    }

    private static String address(int number) {
        return "198.51.100." + number;
    }

    @Nested
    final class Wrongly {

        @Test
        void anUnknownOrLockedAccountCostsAsMuchAsAWrongPassword() {
            assertThat(at(HOME, "wrong")).isInstanceOf(NotAccepted.class);
            assertThat(hashed.getAndSet(0)).isEqualTo(1);

            assertThat(signIn.withPassword(attempt("nobody", "wrong", HOME, "")))
                    .isInstanceOf(NotAccepted.class);
            assertThat(hashed.getAndSet(0)).isEqualTo(1);

            accounts.change(LAN, account -> account.withLock(true));
            assertThat(at(HOME, RIGHT)).as("locked").isInstanceOf(NotAccepted.class);
            assertThat(hashed.getAndSet(0)).isEqualTo(1);
        }

        @Test
        void tenAtOnceThenOneAMinuteWhetherThereIsSuchAnAccountOrNot() {
            for (String login : List.of("lan", "nobody")) {
                for (int i = 0; i < 10; i++) {
                    assertThat(signIn.withPassword(attempt(login, "wrong", HOME, "")))
                            .isInstanceOf(NotAccepted.class);
                }
                hashed.set(0);
                assertThat(signIn.withPassword(attempt(login, RIGHT, HOME, "")))
                        .isEqualTo(new TooOften(Duration.ofMinutes(1)));
                assertThat(hashed).as("nothing is looked at").hasValue(0);
            }
            clock.advance(Duration.ofMinutes(1));

            assertThat(at(HOME, RIGHT)).isInstanceOf(SignedIn.class);
            assertThat(at(HOME, "wrong")).as("all ten again").isInstanceOf(NotAccepted.class);
            assertThat(at(HOME, RIGHT)).isInstanceOf(SignedIn.class);
        }

        @Test
        void capitalLettersGiveNoFurtherAttempts() {
            for (int i = 0; i < 10; i++) {
                signIn.withPassword(attempt(i % 2 == 0 ? "LAN" : " Lan ", "wrong", HOME, ""));
            }
            assertThat(at(HOME, RIGHT)).isInstanceOf(TooOften.class);
        }

        @Test
        void anAddressThatTriesManyAccountsIsSlowedDown() {
            for (int i = 0; i < 100; i++) {
                assertThat(signIn.withPassword(attempt("guess" + i, "wrong", HOME, "")))
                        .isInstanceOf(NotAccepted.class);
            }
            assertThat(signIn.withPassword(attempt("guess100", "wrong", HOME, "")))
                    .isInstanceOf(TooOften.class);
            assertThat(at(address(1), RIGHT)).as("another address").isInstanceOf(SignedIn.class);
        }

        @Test
        void manyAddressesThatTryOneAccountAreSlowedDownTogether() {
            for (int i = 0; i < 100; i++) {
                assertThat(at(address(i), "wrong")).isInstanceOf(NotAccepted.class);
            }
            assertThat(at(address(100), "wrong")).isEqualTo(new TooOften(Duration.ofSeconds(30)));
        }

        @Test
        void attemptsAtTheSameTimeAreCountedToo() {
            long looked = IntStream.range(0, 200)
                    .parallel()
                    .mapToObj(each -> at(HOME, "wrong"))
                    .filter(NotAccepted.class::isInstance)
                    .count();

            assertThat(looked).isEqualTo(10);
        }
    }

    @Nested
    final class LockedOutByNobody {

        private void strangersTry() {
            for (int i = 0; i < 1_000; i++) {
                at(address(i % 250), "wrong");
            }
            assertThat(at("203.0.113.9", RIGHT)).isInstanceOf(TooOften.class);
        }

        @Test
        void theOwnerSignsInOnAKnownDeviceWhileStrangersTryTheAccount() {
            assertThat(signIn.withPassword(attempt("lan", RIGHT, HOME, "phone")))
                    .isInstanceOf(SignedIn.class);
            strangersTry();

            assertThat(signIn.withPassword(attempt("lan", RIGHT, address(3), "phone")))
                    .as("even from an address of theirs")
                    .isInstanceOf(SignedIn.class);
        }

        @Test
        void theOwnerSignsInFromAKnownAddressWhileStrangersTryTheAccount() {
            assertThat(at(HOME, RIGHT)).isInstanceOf(SignedIn.class);
            strangersTry();

            assertThat(at(HOME, RIGHT)).isInstanceOf(SignedIn.class);
        }

        @Test
        void anOfficeBehindOneAddressGoesOnWhileSomebodyThereTriesOtherAccounts() {
            assertThat(at(HOME, RIGHT)).isInstanceOf(SignedIn.class);
            for (int i = 0; i < 200; i++) {
                signIn.withPassword(attempt("guess" + i, "wrong", HOME, ""));
            }
            assertThat(signIn.withPassword(attempt("guess", "wrong", HOME, ""))).isInstanceOf(TooOften.class);

            assertThat(at(HOME, RIGHT)).isInstanceOf(SignedIn.class);
        }

        @Test
        void aProgramWithoutACookieIsNoKnownDevice() {
            assertThat(at(HOME, RIGHT)).isInstanceOf(SignedIn.class);
            for (int i = 0; i < 10; i++) {
                at(address(1), "wrong");
            }
            assertThat(at(address(1), RIGHT)).isInstanceOf(TooOften.class);
        }

        @Test
        void aStolenPhoneIsSlowedDownByItself() {
            signIn.withPassword(attempt("lan", RIGHT, HOME, "phone"));
            for (int i = 0; i < 10; i++) {
                signIn.withPassword(attempt("lan", "wrong", address(i), "phone"));
            }

            assertThat(signIn.withPassword(attempt("lan", RIGHT, address(99), "phone")))
                    .isInstanceOf(TooOften.class);
            assertThat(at(HOME, RIGHT)).isInstanceOf(SignedIn.class);
        }

        @Test
        void aDeviceOfOneAccountIsUnknownToAnother() {
            AccountId hue = new AccountId("hue");
            accounts.add(List.of(LocalAccount.fresh(hue, "hue", passwords.hash("mùa gặt tháng mười"))), List.of());
            signIn.withPassword(attempt("lan", RIGHT, HOME, "phone"));
            for (int i = 0; i < 10; i++) {
                signIn.withPassword(attempt("hue", "wrong", address(1), "phone"));
            }

            assertThat(signIn.withPassword(attempt("hue", "mùa gặt tháng mười", address(1), "other")))
                    .as("counted by address, not by device")
                    .isInstanceOf(TooOften.class);
        }
    }

    @Test
    void aFullDiskKeepsNobodyOut() {
        accounts.fill();

        assertThat(signIn.withPassword(attempt("lan", RIGHT, HOME, "phone"))).isInstanceOf(SignedIn.class);
        assertThat(signIn.withEveryRequest(attempt("lan", RIGHT, HOME, ""))).isInstanceOf(SignedIn.class);
    }

    @Nested
    final class WithEveryRequest {

        private SignInOutcome request(String password) {
            return signIn.remembered("lan", password)
                    .<SignInOutcome>map(SignedIn::new)
                    .orElseGet(() -> signIn.withEveryRequest(attempt("lan", password, HOME, "")));
        }

        @Test
        void aPasswordIsHashedOnceInAWhile() {
            for (int i = 0; i < 1_000; i++) {
                assertThat(request(RIGHT)).isInstanceOf(SignedIn.class);
            }
            assertThat(hashed).hasValue(1);

            clock.advance(VerifiedCredentials.LIFE);
            request(RIGHT);
            assertThat(hashed).hasValue(2);
        }

        @Test
        void aProgramWithManyConnectionsIsLetInOnAllOfThem() {
            long in = IntStream.range(0, 200)
                    .parallel()
                    .mapToObj(each -> request(RIGHT))
                    .filter(SignedIn.class::isInstance)
                    .count();

            assertThat(in).isEqualTo(200);
            assertThat(hashed).hasValue(1);
        }

        @Test
        void aWrongPasswordIsNotRemembered() {
            assertThat(request("wrong")).isInstanceOf(NotAccepted.class);
            assertThat(request("wrong")).isInstanceOf(NotAccepted.class);
            assertThat(hashed).hasValue(2);
        }

        @Test
        void aNewPasswordALockAndSigningOutEverywhereForgetIt() {
            request(RIGHT);
            accounts.change(LAN, LocalAccount::signedOutEverywhere);
            assertThat(signIn.remembered("lan", RIGHT)).isEmpty();

            request(RIGHT);
            accounts.change(LAN, account -> account.withLock(true));
            assertThat(signIn.remembered("lan", RIGHT)).isEmpty();
            accounts.change(LAN, account -> account.withLock(false));

            request(RIGHT);
            accounts.change(LAN, account -> account.withPassword(passwords.hash("một câu khác hẳn"), false));
            assertThat(request(RIGHT)).isInstanceOf(NotAccepted.class);
        }

        @Test
        void noMoreThanAThousandAreRemembered() {
            VerifiedCredentials verified = new VerifiedCredentials(clock);
            for (int i = 0; i < 2 * VerifiedCredentials.MOST; i++) {
                verified.put("lan", "password " + i, lan());
            }

            assertThat(verified.size()).isEqualTo(VerifiedCredentials.MOST);
            assertThat(verified.find("lan", "password 0", accounts)).isEmpty();
            assertThat(verified.find("lan", "password " + (2 * VerifiedCredentials.MOST - 1), accounts))
                    .isPresent();
        }

        @Test
        void nameAndPasswordAreNotRunTogether() {
            VerifiedCredentials verified = new VerifiedCredentials(clock);
            verified.put("lan", "2 secret", lan());

            assertThat(verified.find("lan2", " secret", accounts)).isEmpty();
            assertThat(verified.find("lan", "2 secret", accounts)).isPresent();
        }
    }

    @Nested
    final class ByPin {

        private static final String PIN = "270613";

        @BeforeEach
        void setPin() {
            signIn.withPassword(attempt("lan", RIGHT, HOME, "phone"));
            accounts.changeDevice(
                    SignIn.deviceHash("phone"),
                    LAN,
                    known -> known.withPin(passwords.hash(SignIn.pinText(lan(), PIN)), lan().epoch()));
        }

        @Test
        void aFullDiskKeepsNobodyOutAndWrongPinsAreCountedAllTheSame() {
            accounts.fill();

            assertThat(signIn.withPin("lan", PIN, "phone")).isInstanceOf(SignedIn.class);
            for (int i = 0; i < SignIn.MOST_WRONG_PINS; i++) {
                assertThat(signIn.withPin("lan", "000111", "phone")).isInstanceOf(NotAccepted.class);
            }
            assertThat(signIn.withPin("lan", PIN, "phone")).isInstanceOf(NotAccepted.class);
        }

        @Test
        void signsInOnTheDeviceWhereItWasSetAlone() {
            assertThat(signIn.withPin("Lan", PIN, "phone")).isInstanceOf(SignedIn.class);
            assertThat(signIn.withPin("lan", PIN, "other")).isInstanceOf(NotAccepted.class);
            assertThat(signIn.withPin("lan", PIN, "")).isInstanceOf(NotAccepted.class);
            assertThat(signIn.withPin("nobody", PIN, "phone")).isInstanceOf(NotAccepted.class);
        }

        @Test
        void afterFiveWrongOnesThePasswordIsNeeded() {
            for (int i = 0; i < SignIn.MOST_WRONG_PINS; i++) {
                assertThat(signIn.withPin("lan", "000111", "phone")).isInstanceOf(NotAccepted.class);
            }
            hashed.set(0);
            assertThat(signIn.withPin("lan", PIN, "phone")).isInstanceOf(NotAccepted.class);
            clock.advance(Duration.ofDays(1));
            assertThat(signIn.withPin("lan", PIN, "phone"))
                    .as("time alone opens nothing")
                    .isInstanceOf(NotAccepted.class);
            assertThat(hashed).hasValue(0);

            assertThat(signIn.withPassword(attempt("lan", RIGHT, HOME, "phone")))
                    .isInstanceOf(SignedIn.class);
            assertThat(signIn.withPin("lan", PIN, "phone")).isInstanceOf(SignedIn.class);
        }

        @Test
        void aRightOneBetweenForgivesTheWrongOnes() {
            for (int i = 0; i < 20; i++) {
                signIn.withPin("lan", i % 4 == 3 ? PIN : "000111", "phone");
            }
            assertThat(signIn.withPin("lan", PIN, "phone")).isInstanceOf(SignedIn.class);
        }

        @Test
        void guessesAtTheSameTimeAreCountedBeforeTheyAreLookedAt() {
            hashed.set(0);
            IntStream.range(0, 200).parallel().forEach(each -> signIn.withPin("lan", "000111", "phone"));

            assertThat(hashed).hasValue(SignIn.MOST_WRONG_PINS);
        }

        @Test
        void aNewPasswordALockAndSigningOutEverywhereEndIt() {
            accounts.change(LAN, LocalAccount::signedOutEverywhere);

            assertThat(signIn.withPin("lan", PIN, "phone")).isInstanceOf(NotAccepted.class);
        }
    }

    @Nested
    final class WithASecondFactor {

        private final String recovery = factors.recoveryCodes().getFirst();

        @BeforeEach
        void setUp() {
            SecondFactor begun = factors.begin(lan()).factor();
            accounts.change(
                    LAN,
                    account -> account.withFactor(begun.confirmed(-1, List.of(SecondFactors.recoveryHash(recovery)))));
            secret = factors.secret(LAN, begun);
        }

        private byte[] secret = {};

        private String code() {
            return OneTimeCodes.code(secret, clock.instant().getEpochSecond() / 30, 6);
        }

        private SignInOutcome with(String code) {
            return signIn.withPassword(new SignIn.Attempt("lan", RIGHT, code, HOME, "phone"));
        }

        @Test
        void thePasswordAloneIsNotEnough() {
            assertThat(with("")).isInstanceOf(CodeNeeded.class);
            assertThat(with("000000")).isInstanceOf(NotAccepted.class);
            assertThat(with(code())).isInstanceOf(SignedIn.class);
        }

        @Test
        void aCodeThatSomebodySawTypedIsUsed() {
            String code = code();
            assertThat(with(code)).isInstanceOf(SignedIn.class);

            assertThat(with(code)).isInstanceOf(NotAccepted.class);
            clock.advance(Duration.ofSeconds(30));
            assertThat(with(code())).isInstanceOf(SignedIn.class);
        }

        @Test
        void ofOneCodeSentTwiceAtTheSameTimeOneSignsIn() {
            String code = code();

            long in = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(each -> with(code))
                    .filter(SignedIn.class::isInstance)
                    .count();

            assertThat(in).isEqualTo(1);
        }

        @Test
        void whileNothingCanBeWrittenACodeOfTheAppSignsInOnceAndARecoveryCodeNotAtAll() {
            accounts.fill();
            String code = code();

            assertThat(with(code)).isInstanceOf(SignedIn.class);
            assertThat(with(code)).isInstanceOf(NotAccepted.class);
            assertThatThrownBy(() -> with(recovery)).isInstanceOf(AccountsUnwritableException.class);
        }

        @Test
        void aRecoveryCodeSignsInOnceHoweverItIsTyped() {
            assertThat(with(recovery.toUpperCase(java.util.Locale.ROOT).replace("-", " ")))
                    .isInstanceOf(SignedIn.class);
            assertThat(with(recovery)).isInstanceOf(NotAccepted.class);
            assertThat(accounts.history(LAN, 1))
                    .extracting(AccountChange::action)
                    .containsExactly(AccountChange.Action.RECOVERY_CODE_USED);
        }

        @Test
        void whoHasThePasswordGuessesCodesSlowlyFromWhereverItIs() {
            int looked = 0;
            for (int i = 0; i < 200; i++) {
                SignInOutcome outcome =
                        signIn.withPassword(new SignIn.Attempt("lan", RIGHT, "000000", address(i), "device" + i));
                looked += outcome instanceof NotAccepted ? 1 : 0;
            }
            assertThat(looked).isEqualTo(10);
        }

        @Test
        void aPasswordWithEveryRequestIsNotEnoughAndNotRemembered() {
            assertThat(signIn.withEveryRequest(attempt("lan", RIGHT, HOME, ""))).isInstanceOf(CodeNeeded.class);
            assertThat(signIn.remembered("lan", RIGHT)).isEmpty();
        }
    }
}
