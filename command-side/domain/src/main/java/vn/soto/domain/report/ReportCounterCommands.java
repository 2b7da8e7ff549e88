package vn.soto.domain.report;

import static vn.soto.domain.plan.PlanRule.EVENT_IS_NOT_FINAL;

import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of a report. */
public final class ReportCounterCommands {

    private ReportCounterCommands() {}

    public static CounterCommand of(ReportEvent event, EarlierEvents earlier) {
        return switch (event) {
            case HouseholdTotalStated stated -> {
                Optional<Integer> before = earlier.last(known -> known instanceof HouseholdTotalStated last
                                ? Stream.of(Optional.ofNullable(last.households()))
                                : Stream.<Optional<Integer>>empty())
                        .flatMap(households -> households);
                yield CounterCommand.of(new StateHouseholdTotal(
                        stated.team(), stated.quarter(), before.isPresent() ? before.get() : null));
            }
            case QuarterlyReportSubmitted _ -> CounterCommand.refusedBy(EVENT_IS_NOT_FINAL);
        };
    }
}
