package vn.soto.contracts.report;

import static vn.soto.contracts.shared.Flag.Code.REPORT_IS_LATE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.TeamId;

/** Events of a team's report for a quarter: what is stated for it, and its submissions. */
public sealed interface ReportEvent extends ProductEvent {

    TeamId team();

    Quarter quarter();

    @Override
    default Set<String> tags() {
        return Set.of("team:" + team());
    }

    /**
     * The number of households in the team's area, which no event of the ledger gives; the last statement for a quarter counts.
     *
     * @param households 0 is a number; absent if the number is not known (any more)
     */
    @StoredAs("report.household-total-stated.v1")
    record HouseholdTotalStated(
            TeamId team, Quarter quarter, @Nullable Integer households) implements ReportEvent {}

    /**
     * @param version          1 for the first submission; each further one has the next number; earlier versions never
     *     change
     * @param indicators       version of the definitions, {@link Indicators#VERSION} at the time of submission
     * @param figures          derived from the ledger, in the order of the definitions; without those that nobody stated
     * @param pinnedTo         number of the last ledger commit that was read
     * @param pinnedChain      chain hash of that commit, 64 hexadecimal digits
     * @param late             whether version 1 was submitted after its due day; further versions repeat it, so a report
     *     submitted in time stays in time however often it is corrected
     * @param dueOn            that day; absent in version 1 of the event
     */
    @StoredAs("report.submitted.v2")
    record QuarterlyReportSubmitted(
            TeamId team,
            Quarter quarter,
            QuarterCalendar calendar,
            int version,
            int indicators,
            List<Figure> figures,
            long pinnedTo,
            String pinnedChain,
            boolean late,
            @Nullable LocalDate dueOn)
            implements ReportEvent, Correcting, Flagging {

        public QuarterlyReportSubmitted {
            figures = List.copyOf(figures);
        }

        @Override
        public Optional<Flag> flag() {
            if (!late) {
                return Optional.empty();
            }
            return dueOn == null ? REPORT_IS_LATE.with() : REPORT_IS_LATE.with(dueOn);
        }

        /** Each further version replaces the one before. */
        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof QuarterlyReportSubmitted;
        }
    }
}
