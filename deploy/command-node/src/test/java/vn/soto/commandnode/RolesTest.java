package vn.soto.commandnode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.Role;
import vn.soto.edge.TokenRoles;

final class RolesTest {

    /** The edge depends on neither side, so its list of roles duplicates the command side's. */
    @Test
    void tokensNameTheRolesOfTheCommandSide() {
        assertThat(TokenRoles.ROLES)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values())
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
