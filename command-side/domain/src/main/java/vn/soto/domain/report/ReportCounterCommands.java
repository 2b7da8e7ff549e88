package vn.soto.domain.report;

import static vn.soto.domain.plan.PlanRule.EVENT_IS_NOT_FINAL;

import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportEvent.LineOverridden;
import vn.soto.contracts.report.ReportEvent.OverrideWithdrawn;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportEvent.ReportAnnotated;
import vn.soto.contracts.report.ReportEvent.ReportReturned;
import vn.soto.contracts.report.UnitReportEvent;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAccepted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAnnotated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportReturned;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.report.ReportCommand.AnnotateReport;
import vn.soto.domain.report.ReportCommand.OverrideReportLine;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.report.ReportCommand.WithdrawOverride;
import vn.soto.domain.report.UnitReportCommand.AnnotateUnitReport;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of reports of teams and units. */
public final class ReportCounterCommands {

    private ReportCounterCommands() {}

    public static CounterCommand of(ReportEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case HouseholdTotalStated stated -> CounterCommand.of(total(stated, earlier));
            case ReportAnnotated written -> CounterCommand.of(narrative(written, earlier));
            case LineOverridden of ->
                override(of.team(), of.quarter(), of.line().code(), earlier, reason);
            case OverrideWithdrawn of -> override(of.team(), of.quarter(), of.code(), earlier, reason);
            case QuarterlyReportSubmitted _, ReportReturned _, ReportAccepted _ ->
                CounterCommand.refusedBy(EVENT_IS_NOT_FINAL);
        };
    }

    public static CounterCommand of(UnitReportEvent event, EarlierEvents earlier) {
        return switch (event) {
            case UnitReportAnnotated written -> {
                Narrative before = earlier.last(known -> known instanceof UnitReportAnnotated last
                                ? Stream.of(last.narrative())
                                : Stream.empty())
                        .orElse(Narrative.NONE);
                yield CounterCommand.of(new AnnotateUnitReport(
                        written.unit(), written.quarter(), before.difficulties(), before.goodModels()));
            }
            case UnitReportSubmitted _, UnitReportReturned _, UnitReportAccepted _ ->
                CounterCommand.refusedBy(EVENT_IS_NOT_FINAL);
        };
    }

    private static StateHouseholdTotal total(HouseholdTotalStated stated, EarlierEvents earlier) {
        return earlier.last(known -> known instanceof HouseholdTotalStated last ? Stream.of(last) : Stream.empty())
                .map(last -> new StateHouseholdTotal(stated.team(), stated.quarter(), last.households(), last.source()))
                .orElseGet(() -> new StateHouseholdTotal(stated.team(), stated.quarter(), null));
    }

    private static AnnotateReport narrative(ReportAnnotated written, EarlierEvents earlier) {
        Narrative before = earlier.last(
                        known -> known instanceof ReportAnnotated last ? Stream.of(last.narrative()) : Stream.empty())
                .orElse(Narrative.NONE);
        return new AnnotateReport(written.team(), written.quarter(), before.difficulties(), before.goodModels());
    }

    /** What the line was before: another override, or none. */
    private static CounterCommand override(
            TeamId team, Quarter quarter, String code, EarlierEvents earlier, String reason) {
        Optional<Long> before = earlier.last(known -> switch (known) {
                    case LineOverridden of
                    when of.line().code().equals(code) ->
                        Stream.of(Optional.of(of.line().value()));
                    case OverrideWithdrawn of when of.code().equals(code) -> Stream.of(Optional.<Long>empty());
                    default -> Stream.<Optional<Long>>empty();
                })
                .flatMap(value -> value);
        return CounterCommand.of(
                before.isPresent()
                        ? new OverrideReportLine(team, quarter, code, before.get(), reason)
                        : new WithdrawOverride(team, quarter, code));
    }
}
