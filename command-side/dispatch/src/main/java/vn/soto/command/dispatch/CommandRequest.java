package vn.soto.command.dispatch;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.CommandContext;
import vn.soto.contracts.access.Role;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.HasReason;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;

/**
 * The sender and the id of a command: one record from the HTTP request to the header of the commit.
 *
 * @param id          chosen by the client (header {@code Idempotency-Key}); sending the same again is safe
 * @param actor       name of the authenticated principal, never taken from the content of a request
 * @param roles       of the actor, for {@link vn.soto.command.binding.Permissions}; none for internal senders
 * @param correlation shared by all commands of one undertaking (header {@code Correlation-Id}, at most 64 characters); the
 *                    command's id when it stands alone
 * @param causation   id of the command that caused this one; the command's own id when a person did
 * @param capture     place and time of entry, as far as the client states them
 * @param approved    whether it is a step of a plan that a second person approved; never taken from a request
 * @param approver    account of the second person; absent if nobody approved
 * @param sender      on whose right the command rests; never taken from a request
 * @param proven      when the person last showed who it is; absent if the product itself sends it
 */
public record CommandRequest(
        UUID id,
        String actor,
        Set<Role> roles,
        String correlation,
        String causation,
        CaptureMetadata capture,
        boolean approved,
        @Nullable String approver,
        CommandSender sender,
        @Nullable Instant proven) {

    /** Without roles it is sent by the product itself. */
    public CommandRequest(
            UUID id,
            String actor,
            Set<Role> roles,
            String correlation,
            String causation,
            CaptureMetadata capture,
            boolean approved) {
        this(
                id,
                actor,
                roles,
                correlation,
                causation,
                capture,
                approved,
                null,
                roles.isEmpty() ? CommandSender.PRODUCT : new CommandSender.Person(roles),
                null);
    }

    /** Sent by a person, who may have no role. */
    public CommandRequest(UUID id, String actor, Set<Role> roles, String correlation) {
        this(id, actor, roles, correlation, null);
    }

    /** The same of somebody who last showed then who it is. */
    public CommandRequest(UUID id, String actor, Set<Role> roles, String correlation, @Nullable Instant proven) {
        this(
                id,
                actor,
                roles,
                correlation,
                id.toString(),
                CaptureMetadata.none(),
                false,
                null,
                new CommandSender.Person(roles),
                proven);
    }

    /** Sent by the product on behalf of the actor, whose right was checked before. */
    public CommandRequest(UUID id, String actor, String correlation) {
        this(id, actor, Set.of(), correlation, id.toString(), CaptureMetadata.none(), false);
    }

    /** The same for a command that stands alone. */
    public CommandRequest(UUID id, String actor) {
        this(id, actor, id.toString());
    }

    /** The same sender's request for another command, in the same undertaking if this request belongs to one. */
    public CommandRequest with(UUID other, CaptureMetadata captured) {
        boolean alone = correlation.equals(id.toString());
        return new CommandRequest(
                other,
                actor,
                roles,
                alone ? other.toString() : correlation,
                other.toString(),
                captured,
                false,
                null,
                sender,
                proven);
    }

    /** @param content digest of the command's non-personal content */
    CommandContext context(Command command, Hash content) {
        return new CommandContext(
                new Origin.Command(id, Command.nameOf(command.getClass()), content),
                actor,
                command instanceof HasReason reasoned ? reasoned.reason() : null,
                correlation,
                causation,
                capture.notes(),
                beside());
    }

    private Map<String, Object> beside() {
        Map<String, Object> beside = new HashMap<>();
        if (approved) {
            beside.put(CommandMetadata.APPROVED, true);
        }
        if (approver != null) {
            beside.put(CommandMetadata.APPROVER, approver);
        }
        if (proven != null) {
            beside.put(CommandMetadata.PROVEN, proven);
        }
        if (!roles.isEmpty()) {
            beside.put(CommandMetadata.ROLES, roles);
        }
        if (!(sender instanceof CommandSender.Person)) {
            beside.put(CommandSender.KEY, sender);
        }
        return beside;
    }
}
