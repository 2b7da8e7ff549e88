package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * The events recorded for a period of a team while the period was closed. Each event counts in exactly one period.
 *
 * @param lateCounts period in which such events count by the policy of the period; absent while nobody has opened or
 *     closed it
 * @param events     number of all of them
 * @param entries    those from {@code from} on, oldest first; without events of damaged commits
 * @param next       {@code from} of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LateView(
        TeamId team,
        String quarter,
        @Nullable LateCounting lateCounts,
        int events,
        List<Entry> entries,
        @Nullable Integer next) {

    /**
     * @param countsIn quarter in which the event counts
     * @param lines    the figures that it changes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            long position,
            @IdOf(IdKind.COMMIT) long commit,
            String event,
            String name,
            Instant recorded,
            @Doer String who,
            @JsonUnwrapped CommitReasons.Shown reason,
            String countsIn,
            List<Line> lines) {}

    /** @param change amount that the event adds to the figure; negative if it takes something back */
    record Line(@IdOf(IdKind.FIGURE) String code, long change) {}
}
