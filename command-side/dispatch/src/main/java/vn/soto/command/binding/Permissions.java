package vn.soto.command.binding;

import java.util.Set;
import java.util.stream.Stream;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Role;

/** Roles and the commands they may issue; an administrator may issue all, an auditor none. */
public final class Permissions {

    private Permissions() {}

    public static boolean may(Set<Role> roles, Class<? extends Command> command) {
        return roles.contains(Role.ADMINISTRATOR)
                || Stream.of(Command.issued(command).by()).anyMatch(roles::contains);
    }
}
