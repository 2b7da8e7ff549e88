package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.allinone.account.AccountRefusedException.Reason;

final class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void areHashedByArgon2idWithASaltOfTheirOwn() {
        String hash = passwords.hash("cánh đồng lúa chín");

        assertThat(hash).startsWith("$argon2id$v=19$m=12288,t=3,p=1$");
        assertThat(passwords.hash("cánh đồng lúa chín")).isNotEqualTo(hash);
        assertThat(passwords.matches("cánh đồng lúa chín", hash)).isTrue();
        assertThat(passwords.matches("cánh đồng lúa chin", hash)).isFalse();
        assertThat(passwords.isOutdated(hash)).isFalse();
        assertThat(passwords.isOutdated(hash.replace("m=12288", "m=4096"))).isTrue();
    }

    /** Otherwise the encoder would answer without hashing, and tell which names have an account. */
    @Test
    void theHashOfNobodyCostsAsMuchAsThatOfAnAccount() {
        String nobodys = passwords.nobodys();

        assertThat(nobodys).hasSameSizeAs(passwords.hash("cánh đồng lúa chín"));
        assertThat(passwords.isOutdated(nobodys)).isFalse();
        assertThat(passwords.matches("cánh đồng lúa chín", nobodys)).isFalse();
    }

    @Test
    void aKeyboardThatComposesLettersOtherwiseTypesTheSamePassword() {
        String hash = passwords.hash(Normalizer.normalize("cánh đồng lúa chín", Normalizer.Form.NFC));

        assertThat(passwords.matches(Normalizer.normalize("cánh đồng lúa chín", Normalizer.Form.NFD), hash))
                .isTrue();
    }

    @Test
    void aOneTimePasswordCanBeReadAloudAndIsAcceptedByNoChance() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String password = passwords.oneTime();
            assertThat(password).matches("[a-km-np-z2-9]{5}(-[a-km-np-z2-9]{5}){3}");
            assertThat(seen.add(password)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ngắn, PASSWORD_TOO_SHORT",
        "123456789, PASSWORD_TOO_SHORT",
        "1234567890, PASSWORD_TOO_EASY",
        "MatKhau1234, PASSWORD_TOO_EASY",
        "aaaaaaaaaaaa, PASSWORD_TOO_EASY",
        "to.lan là tôi đây, PASSWORD_TOO_EASY"
    })
    void whatIsGuessedFirstIsNoPassword(String password, Reason reason) {
        assertThat(Passwords.fault(password, "to.lan")).contains(reason);
    }

    @Test
    void aSentenceIsAGoodPasswordAndABookIsNot() {
        assertThat(Passwords.fault("cánh đồng lúa chín", "to.lan")).isEmpty();
        assertThat(Passwords.fault("cánh đồng lúa chín ".repeat(30), "to.lan")).contains(Reason.PASSWORD_TOO_LONG);
        assertThat(passwords.matches("x".repeat(1_000_000), passwords.hash("x")))
                .isFalse();
    }
}
