package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a team's timeline.
 *
 * @param position    in the ledger, dense from 0
 * @param commit      number of its commit, dense from 1
 * @param name        stored name, such as {@code assistance.recorded.v1}
 * @param body        as stored, byte for byte
 * @param occurred    when it happened in the world: an instant, or a day
 * @param recorded    when the ledger took it
 * @param who         the account that gave the command
 * @param command     the command's name; absent for a task of the system
 * @param why         the reason given
 * @param corrects    the event its commit corrects
 * @param correctedBy what corrected it since
 * @param voided      the record of help it belongs to counts for nothing any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Entry(
        long position,
        long commit,
        String event,
        String name,
        @JsonRawValue String body,
        @Nullable String occurred,
        Instant recorded,
        String who,
        @Nullable String command,
        @Nullable String why,
        @Nullable Link corrects,
        List<Link> correctedBy,
        boolean voided) {

    /** @param event absent where the position says it all */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(
            @Nullable Long position,
            @Nullable Long commit,
            @Nullable String event) {}
}
