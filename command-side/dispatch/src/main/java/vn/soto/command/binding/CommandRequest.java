package vn.soto.command.binding;

import java.util.Set;
import java.util.UUID;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.domain.shared.Role;

/**
 * Who asks, and under which id.
 *
 * @param id          header {@code Idempotency-Key}, a UUID; made here when absent and returned in the answer
 * @param actor       name of the authenticated principal
 * @param correlation header {@code Correlation-Id}, at most 64 characters; the command's id when absent
 * @param capture     where and when it was entered, if the sender says so
 */
public record CommandRequest(UUID id, String actor, Set<Role> roles, String correlation, CaptureMetadata capture) {

    public CommandRequest(UUID id, String actor, Set<Role> roles, String correlation) {
        this(id, actor, roles, correlation, CaptureMetadata.none());
    }

    /** The same sender asks for something else, in the same undertaking if this request belongs to one. */
    public CommandRequest with(UUID other, CaptureMetadata captured) {
        boolean alone = correlation.equals(id.toString());
        return new CommandRequest(other, actor, roles, alone ? other.toString() : correlation, captured);
    }
}
