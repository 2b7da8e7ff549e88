package vn.soto.query.commit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.EventPart;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.timeline.CorrectedBy;

/**
 * One event of the ledger.
 *
 * @param position    position in the ledger, dense from 0
 * @param chain       chain hash of its commit, which covers it
 * @param event       its id
 * @param name        stored name, such as {@code assistance.recorded.v3}
 * @param title       name of such an event in the reader's language
 * @param sentence    sentence about the event; absent, like {@code fields}, if it cannot be decoded
 * @param aggregate   id of what it happened to; absent if it belongs to nothing
 * @param sequence    its number among the events of the aggregate, from 0
 * @param about       subjects of the event, such as {@code household:<id>}
 * @param body        body as stored, byte for byte, with sealed texts sealed. If a household or business is out of
 *                    reach, it lacks that place, like {@code about} and {@code fields}
 * @param at          time of recording
 * @param who         account that sent the command
 * @param command     name of the command; absent for a task of the system
 * @param commandId   id of the command as its sender chose it
 * @param task        name of the task of the system; absent for a command
 * @param device      device on which it was captured, as its sender named it; absent if none was named
 * @param entered     time of its entry as the device claims it; absent if it claimed none
 * @param correlation id that all commits of one work share
 * @param causation   id of what caused the command
 * @param corrects    event that it corrects
 * @param correctedBy events that corrected it since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        long position,
        @IdOf(IdKind.COMMIT) long commit,
        String chain,
        String event,
        String name,
        String title,
        @Nullable String sentence,
        @Nullable String aggregate,
        @Nullable Long sequence,
        List<String> about,
        @Nullable List<EventField> fields,
        @JsonRawValue String body,
        Instant at,
        @Doer String who,
        @Nullable String command,
        @Nullable UUID commandId,
        @Nullable String task,
        @Nullable String device,
        @Nullable String entered,
        @JsonUnwrapped CommitReasons.Shown reason,
        @IdOf(IdKind.CORRELATION) String correlation,
        String causation,
        @Nullable CorrectedBy corrects,
        List<CorrectedBy> correctedBy)
        implements EventPart {}
