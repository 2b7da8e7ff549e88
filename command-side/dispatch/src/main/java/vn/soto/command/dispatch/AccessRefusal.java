package vn.soto.command.dispatch;

import java.time.Instant;
import java.util.List;

/**
 * A command that was refused because its sender has no right to it. The ledger has no trace of it.
 *
 * @param account   name of the authenticated principal
 * @param command   public name of the command, such as {@code void-assistance}
 * @param rule      name of the rule of rights that it violates; {@value #ROLE} if no role of the sender may issue it at all
 * @param arguments arguments of the rule's text, with names of units, teams and organisations but of no person
 * @param planStep  whether it was a step of a plan, which nobody waits for at the HTTP edge
 */
public record AccessRefusal(
        Instant at, String account, String command, String rule, List<Object> arguments, boolean planStep) {

    /** No role of the sender may issue the command. */
    public static final String ROLE = "ROLE_MAY_ISSUE_THE_COMMAND";

    public AccessRefusal {
        arguments = List.copyOf(arguments);
    }
}
