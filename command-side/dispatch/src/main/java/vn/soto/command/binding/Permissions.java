package vn.soto.command.binding;

import java.util.Set;
import vn.soto.contracts.access.Role;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandRights;

/** Roles and the commands they may issue; an administrator may issue all, an auditor none. */
public final class Permissions {

    private Permissions() {}

    public static boolean may(Set<Role> roles, Class<? extends Command> command) {
        return CommandRights.mayIssue(roles, command);
    }

    /** The same for a command sent by itself, which is refused later unless it is about a record of the sender's own. */
    public static boolean mayAboutOwn(Set<Role> roles, Class<? extends Command> command) {
        return CommandRights.mayIssueAboutOwn(roles, command);
    }
}
