package vn.soto.command.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.DeviceId;

/**
 * One line of a batch, as sent.
 *
 * @param id         id of the command; sending the same id again is safe
 * @param name       name of the command, such as {@code record-assistance}
 * @param payload    all components of the command, including those that are path variables of its resource; absent if
 *                   there are none
 * @param occurredAt time of entry by the device's clock
 * @param device     the device of entry
 */
public record Envelope(
        UUID id,
        String name,
        @Nullable ObjectNode payload,
        @Nullable Instant occurredAt,
        @Nullable DeviceId device) {}
