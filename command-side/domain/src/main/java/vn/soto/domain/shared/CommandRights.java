package vn.soto.domain.shared;

import static vn.soto.contracts.access.Role.ADMINISTRATOR;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.access.Role;

/** The roles that may issue each command, as {@link ClientCommand} declares. */
public final class CommandRights {

    private CommandRights() {}

    /**
     * Whether a person with these roles may issue the command; an administrator may issue all, an auditor, a viewer or an
     * operator none.
     */
    public static boolean mayIssue(Set<Role> roles, Class<? extends Command> command) {
        return roles.contains(ADMINISTRATOR)
                || Stream.of(Command.issued(command).by()).anyMatch(roles::contains);
    }

    /** The same, if the command is about a record of the person's own. */
    public static boolean mayIssueAboutOwn(Set<Role> roles, Class<? extends Command> command) {
        return mayIssue(roles, command)
                || Stream.of(Command.issued(command).own()).anyMatch(roles::contains);
    }

    /** The roles that may each issue all of the commands. */
    public static Set<Role> thatMayIssue(Collection<Class<? extends Command>> commands) {
        return Stream.of(Role.values())
                .filter(role -> commands.stream().allMatch(command -> mayIssue(Set.of(role), command)))
                .filter(Role::mayWrite)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
