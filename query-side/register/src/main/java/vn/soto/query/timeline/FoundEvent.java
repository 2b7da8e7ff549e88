package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.EventPart;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * An event that was searched for.
 *
 * @param name     stored name of the event
 * @param sentence sentence about it in the reader's language
 * @param about    its subjects, such as {@code household:<id>}
 * @param corrects event that it corrects; absent if there is none, or it is unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundEvent(
        long position,
        @IdOf(IdKind.COMMIT) long commit,
        String event,
        String name,
        @Nullable String sentence,
        List<String> about,
        Instant recorded,
        @Doer String who,
        @Nullable String command,
        @JsonUnwrapped CommitReasons.Shown reason,
        @Nullable CorrectedBy corrects)
        implements EventPart {}
