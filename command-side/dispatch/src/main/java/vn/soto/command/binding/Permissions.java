package vn.soto.command.binding;

import java.util.Set;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Role;

/** Roles and the commands they may issue; an administrator may issue all, an auditor none. */
public final class Permissions {

    private Permissions() {}

    public static boolean may(Set<Role> roles, Class<? extends Command> command) {
        return Role.mayIssue(roles, command);
    }
}
