package vn.soto.command.dispatch;

import java.util.UUID;
import vn.soto.domain.shared.Command;

/**
 * A command as it arrives.
 *
 * @param id          chosen by the client; sending the same again is safe
 * @param actor       name of the authenticated principal, never taken from the request's content
 * @param correlation shared by all commands of one undertaking; the command's own id when it stands alone
 * @param capture     where and when it was entered, as far as the client says so
 * @param causation   id of the command that caused this one; its own id when a person did
 * @param approved    whether it is a step of a plan that a second person approved; never taken from a request
 */
public record Submission(
        UUID id,
        Command command,
        String actor,
        String correlation,
        CaptureMetadata capture,
        String causation,
        boolean approved) {

    public Submission(UUID id, Command command, String actor, String correlation, CaptureMetadata capture) {
        this(id, command, actor, correlation, capture, id.toString(), false);
    }

    public Submission(UUID id, Command command, String actor, String correlation) {
        this(id, command, actor, correlation, CaptureMetadata.none());
    }

    public Submission(UUID id, Command command, String actor) {
        this(id, command, actor, id.toString());
    }
}
