package vn.soto.command.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.access.DeviceId;

/**
 * One line of a batch, as sent.
 *
 * @param id         id of the command; sending the same id again is safe
 * @param name       name of the command, such as {@code record-assistance}
 * @param payload    all components of the command, including those that are path variables of its resource; absent if
 *                   there are none
 * @param occurredAt time of entry by the device's clock
 * @param device     the device of entry
 * @param schema     version of what the phone writes, from 1; absent of a sender that says none
 */
public record Envelope(
        UUID id,
        String name,
        @Nullable ObjectNode payload,
        @Nullable Instant occurredAt,
        @Nullable DeviceId device,
        @Nullable Integer schema) {

    /** The newest that this program knows. Earlier ones are taken for as long as phones may hold them. */
    static final int NEWEST_SCHEMA = 1;
}
