package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.domain.shared.Role;

final class AccountsIT {

    @TempDir
    private Path folder;

    @Test
    void areMadeOnceOneForEachRoleWithPasswordsOfTheirOwn() {
        Path file = folder.resolve("accounts");

        List<Accounts.Account> made = Accounts.readOrCreate(file);

        assertThat(made).extracting(Accounts.Account::role).containsExactly(Role.values());
        assertThat(made)
                .extracting(Accounts.Account::password)
                .doesNotHaveDuplicates()
                .allMatch(p -> p.length() >= 22);
        assertThat(Accounts.readOrCreate(file)).isEqualTo(made);
        assertThat(Accounts.readOrCreate(folder.resolve("others")))
                .extracting(Accounts.Account::password)
                .doesNotContainAnyElementsOf(
                        made.stream().map(Accounts.Account::password).toList());
    }

    @Test
    void aLineThatIsNoAccountStopsTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts"), "officer\n");

        assertThatThrownBy(() -> Accounts.readOrCreate(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("name:password");
    }

    @Test
    void aPasswordIsKnownByItsHashAlone() {
        RandomPasswordEncoder encoder = new RandomPasswordEncoder();
        String encoded = encoder.encode("secret");

        assertThat(encoded).doesNotContain("secret");
        assertThat(encoder.matches("secret", encoded)).isTrue();
        assertThat(encoder.matches("Secret", encoded)).isFalse();
        assertThat(encoder.matches("secret", null)).isFalse();
    }
}
