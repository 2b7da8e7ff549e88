package vn.soto.command.desk;

import java.util.UUID;
import vn.soto.command.shared.Command;

/**
 * A command as it arrives.
 *
 * @param id          chosen by the client; sending the same again is safe
 * @param actor       name of the authenticated principal, never taken from the request's content
 * @param correlation shared by all commands of one undertaking; the command's own id when it stands alone
 * @param capture     where and when it was entered, as far as the client says so
 */
public record Submission(UUID id, Command command, String actor, String correlation, Capture capture) {

    public Submission(UUID id, Command command, String actor, String correlation) {
        this(id, command, actor, correlation, Capture.none());
    }

    public Submission(UUID id, Command command, String actor) {
        this(id, command, actor, id.toString());
    }
}
