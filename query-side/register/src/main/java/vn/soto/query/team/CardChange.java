package vn.soto.query.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A field of a team's card that differs between two commits.
 *
 * @param field    as in the answer about a team; of a membership {@code from}, {@code until}, {@code organisation}, {@code suspended}
 * @param member   whose membership it is; absent if it is the team's field
 * @param old      values before; none if it had none
 * @param now      values after; none if it has none any more
 * @param members  members among the values, with their addresses in the links
 * @param coverage units among the values
 * @param last     the event that changed it last
 * @param times    how often it changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardChange(
        String field,
        @Nullable MemberId member,
        List<String> old,
        List<String> now,
        List<MemberId> members,
        List<UnitId> coverage,
        Cause last,
        int times) {

    /** An event with who and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cause(
            long position,
            @IdOf(IdKind.COMMIT) long commit,
            String event,
            String name,
            Instant recorded,
            @Doer String who,
            @Nullable String command,
            @JsonUnwrapped CommitReasons.Shown reason) {}
}
