package vn.soto.domain.shared;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles of accounts; an account has one or more. Authority names are {@code ROLE_<name>}. */
public enum Role {
    /** thành viên tổ: records help */
    MEMBER,
    /** tổ trưởng: runs a team */
    LEADER,
    /** cán bộ xã, phường: forms teams, registers households */
    OFFICER,
    /** quản trị: establishes units, issues every corrective command */
    ADMINISTRATOR,
    /** kiểm tra viên: reads everything, writes nothing */
    AUDITOR;

    /** Whether a person with these roles may issue the command; an administrator may issue all, an auditor none. */
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
        return Stream.of(values())
                .filter(role -> commands.stream().allMatch(command -> mayIssue(Set.of(role), command)))
                .filter(role -> role != AUDITOR)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
