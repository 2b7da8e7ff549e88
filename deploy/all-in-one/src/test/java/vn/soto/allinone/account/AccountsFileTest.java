package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.access.Role;

final class AccountsFileTest {

    @TempDir
    private Path folder;

    @Test
    void holdsAnAccountOfEachRoleAndASecondAdministratorWithPasswordsOfTheirOwn() throws IOException {
        Path file = folder.resolve("accounts");
        AccountsFile.create(file);
        List<AccountsFile.Line> made = AccountsFile.read(file);

        assertThat(made).extracting(AccountsFile.Line::role).contains(Role.values());
        assertThat(made)
                .extracting(AccountsFile.Line::name)
                .contains("member", "leader", "officer", "administrator", "auditor", "administrator-2");
        assertThat(made.getLast().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(made)
                .extracting(AccountsFile.Line::password)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.length() >= 22);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aNameBeginsWithItsRole() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts"), "officer-lan-2:a:b\n");

        assertThat(AccountsFile.read(file))
                .containsExactly(new AccountsFile.Line("officer-lan-2", "a:b", Role.OFFICER));
    }

    @Test
    void aLineThatIsNoAccountStopsTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts"), "officer\n");

        assertThatThrownBy(() -> AccountsFile.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("name:password");
    }
}
