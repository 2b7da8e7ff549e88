package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventNames;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * The figures of a submitted version as they derive at a later commit, by the version's definitions and calendar. So
 * every difference is due to events.
 *
 * @param pin   state of the ledger they derive from
 * @param lines one for each figure of either side, in the order of the definitions; H03, which no report
 *     stores, is the last
 */
record PresentFigures(ReportView.Pin pin, List<Line> lines) {

    /**
     * @param reported   value in the version; absent, like {@code present}, if people state the figure and nobody had
     * @param difference {@code present - reported}; absent if one of them is
     * @param events     number of events since the version that changed the figure
     * @param changes    the first of them, up to {@code limit}; the drill-down of the figure pages through all
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            @IdOf(IdKind.FIGURE) String code,
            @Nullable Long reported,
            @Nullable Long present,
            @Nullable Long difference,
            int events,
            List<Change> changes) {}

    /**
     * An event that changed a figure.
     *
     * @param before  the figure without it; absent, like {@code after}, if people state the figure and nobody had. The
     *     steps of {@code before} to {@code after} add up to the line's difference
     * @param lateFor earlier quarter for which it arrived after that was closed; absent if it is of this one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            @Nullable Long before,
            @Nullable Long after,
            long position,
            @IdOf(IdKind.COMMIT) long commit,
            String event,
            String name,
            Instant recorded,
            @Doer String who,
            @JsonUnwrapped CommitReasons.Shown reason,
            @Nullable String lateFor) {

        static Change of(FigureStep step, Body body, CommitReasons.Shown reason) {
            return new Change(
                    step.before(),
                    step.after(),
                    body.position(),
                    body.commit().number(),
                    body.event().id(),
                    EventNames.of(body.event().type()),
                    body.commit().at(),
                    body.commit().actor(),
                    reason,
                    step.lateFor() == null ? null : step.lateFor().toString());
        }
    }

    /**
     * The events since a version that changed one of its figures.
     *
     * @param changes those from {@code from} on, oldest first; without events of damaged commits
     * @param next    {@code from} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            @IdOf(IdKind.FIGURE) String code,
            @Nullable Long reported,
            @Nullable Long present,
            @Nullable Long difference,
            ReportView.Pin pin,
            List<Change> changes,
            @Nullable Integer next) {}
}
