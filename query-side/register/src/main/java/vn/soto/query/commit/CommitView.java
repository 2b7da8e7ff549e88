package vn.soto.query.commit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.query.event.EventNames;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.EventPart;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A commit of the ledger: what one command decided, with who, why and when.
 *
 * @param commit      number, dense from 1
 * @param at          time of recording
 * @param chain       its chain hash, which covers all commits up to it
 * @param previous    chain hash of the commit before it
 * @param who         account that sent the command
 * @param command     name of the command; absent for a task of the system
 * @param commandId   id of the command as its sender chose it
 * @param task        name of the task of the system; absent for a command
 * @param corrects    id of the event that it corrects
 * @param correlation id that all commits of one work share, such as those of a plan
 * @param causation   id of what caused the command
 * @param events      those that the reader may see
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommitView(
        @IdOf(IdKind.COMMIT) long commit,
        Instant at,
        String chain,
        String previous,
        @Doer String who,
        @Nullable String command,
        @Nullable UUID commandId,
        @Nullable String task,
        @JsonUnwrapped CommitReasons.Shown reason,
        @Nullable String corrects,
        @IdOf(IdKind.CORRELATION) String correlation,
        String causation,
        List<CommitEvent> events) {

    /**
     * An event of the commit.
     *
     * @param position  position in the ledger, dense from 0
     * @param name      stored name, such as {@code assistance.recorded.v1}
     * @param aggregate id of what it happened to; absent if it belongs to nothing
     * @param sequence  its number among the events of the aggregate, from 0
     * @param body      body as stored, byte for byte; of a household or business out of reach without where it is
     * @param sentence  sentence about it in the reader's language; absent if it cannot be decoded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommitEvent(
            @IdOf(IdKind.EVENT) long position,
            String event,
            String name,
            @Nullable String aggregate,
            @Nullable Long sequence,
            @JsonRawValue String body,
            @Nullable String sentence)
            implements EventPart {

        static CommitEvent of(StoredEvent stored, @Nullable String sentence) {
            StreamPosition place = stored.event().aggregate();
            return new CommitEvent(
                    stored.position(),
                    stored.event().id(),
                    EventNames.of(stored.event().type()),
                    place == null ? null : place.id(),
                    place == null ? null : place.sequence(),
                    SeenEvent.of(stored.event()).body(),
                    sentence);
        }
    }

    /** @param seen which of its events the reader may see */
    static CommitView of(
            Commit commit, CommitReasons.Shown reason, Predicate<RecordedEvent> seen, Map<Long, String> sentences) {
        Origin.Command command = commit.origin() instanceof Origin.Command sent ? sent : null;
        return new CommitView(
                commit.number(),
                commit.at(),
                commit.chain().toString(),
                commit.previous().toString(),
                commit.actor(),
                command == null ? null : command.name(),
                command == null ? null : command.id(),
                commit.origin() instanceof Origin.SystemTask task ? task.name() : null,
                reason,
                commit.corrects(),
                commit.correlation(),
                commit.causation(),
                commit.stored().stream()
                        .filter(stored -> seen.test(stored.event()))
                        .map(stored -> CommitEvent.of(stored, sentences.get(stored.position())))
                        .toList());
    }
}
