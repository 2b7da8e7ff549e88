package vn.soto.command.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.DeviceId;

/**
 * One line of a batch, as it is sent.
 *
 * @param id         of the command; sending the same again is safe
 * @param name       of the command, such as {@code record-assistance}
 * @param payload    all its components, those of the path of its own resource among them; may be absent if none is needed
 * @param occurredAt when it was entered, by the device's clock
 * @param device     where it was entered
 */
public record Envelope(
        UUID id,
        String name,
        @Nullable ObjectNode payload,
        @Nullable Instant occurredAt,
        @Nullable DeviceId device) {}
