package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.access.Role;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.plan.RightHolders;

final class AccountsIT {

    @TempDir
    private Path folder;

    @Test
    void areMadeOnceOneForEachRoleAndASecondAdministratorWithPasswordsOfTheirOwn() {
        Path file = folder.resolve("accounts");

        List<Accounts.Account> made = Accounts.readOrCreate(file);

        assertThat(made)
                .extracting(Accounts.Account::name)
                .containsExactly("member", "leader", "officer", "administrator", "auditor", "administrator-2");
        assertThat(made).extracting(Accounts.Account::role).contains(Role.values());
        assertThat(made.getLast().role()).isEqualTo(Role.ADMINISTRATOR);
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
    void aNameBeginsWithItsRole() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts"), "officer-lan-2:a:b\n");

        assertThat(Accounts.readOrCreate(file))
                .containsExactly(new Accounts.Account("officer-lan-2", "a:b", Role.OFFICER));
    }

    @Test
    void whoHoldsARightIsKnownByTheAccounts() {
        RightHolders holders = new SecurityConfiguration()
                .rightHolders(List.of(
                        new Accounts.Account("administrator", "a", Role.ADMINISTRATOR),
                        new Accounts.Account("officer", "b", Role.OFFICER)));

        assertThat(holders.anyBeside("officer", List.of(ApprovePlan.class))).isTrue();
        assertThat(holders.anyBeside("administrator", List.of(ApprovePlan.class)))
                .isTrue();
        assertThat(holders.anyBeside("administrator", List.of(ApprovePlan.class, EraseMemberData.class)))
                .isFalse();
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
