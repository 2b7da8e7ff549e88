package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.query.event.Lateness;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.EventPart;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * One event of a team's timeline.
 *
 * @param position    position in the ledger, dense from 0
 * @param commit      number of its commit, dense from 1
 * @param name        stored name, such as {@code assistance.recorded.v1}
 * @param body        body as stored, byte for byte; of a household or business out of reach without where it is
 * @param occurred    time of the occurrence: an instant or a day
 * @param recorded    time of recording
 * @param who         account that sent the command
 * @param command     name of the command; absent for a task of the system
 * @param corrects    event corrected by its commit
 * @param correctedBy event that corrected it since
 * @param voided      whether its record of help is voided
 * @param late        why it is late; empty if it was recorded in time
 * @param sentence    sentence about it in the reader's language; absent if it cannot be decoded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Entry(
        long position,
        @IdOf(IdKind.COMMIT) long commit,
        String event,
        String name,
        @JsonRawValue String body,
        @Nullable String occurred,
        Instant recorded,
        @Doer String who,
        @Nullable String command,
        @JsonUnwrapped CommitReasons.Shown reason,
        @Nullable Link corrects,
        List<Link> correctedBy,
        boolean voided,
        List<Lateness> late,
        @Nullable String sentence)
        implements EventPart {

    /** @param event id of the event; absent where the position suffices */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Link(
            @Nullable Long position,
            @IdOf(IdKind.COMMIT) @Nullable Long commit,
            @Nullable String event) {}
}
