package vn.soto.domain.report;

import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportEvent.LineOverridden;
import vn.soto.contracts.report.ReportEvent.LineStated;
import vn.soto.contracts.report.ReportEvent.OverrideWithdrawn;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportEvent.ReportAnnotated;
import vn.soto.contracts.report.ReportEvent.ReportReturned;
import vn.soto.contracts.report.UnitReportEvent;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAccepted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAnnotated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportNoted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportReturned;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.report.ReportCommand.AnnotateReport;
import vn.soto.domain.report.ReportCommand.OverrideReportLine;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.report.ReportCommand.StateReportLine;
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
            case LineOverridden of -> instead(of, of.line().code(), earlier, reason);
            case LineStated of -> instead(of, of.code(), earlier, reason);
            case OverrideWithdrawn of -> instead(of, of.code(), earlier, reason);
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
            case UnitReportSubmitted _, UnitReportReturned _, UnitReportAccepted _, UnitReportNoted _ ->
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

    /** The earlier value of a line: a statement with its source, an override, or nothing. */
    private record Instead(@Nullable Long value, @Nullable FigureSource source) {

        private static Stream<Instead> of(DomainEvent event, String code) {
            return switch (event) {
                case LineOverridden of
                when of.line().code().equals(code) ->
                    Stream.of(new Instead(of.line().value(), null));
                case LineStated of when of.code().equals(code) -> Stream.of(new Instead(of.value(), of.source()));
                case OverrideWithdrawn of when of.code().equals(code) -> Stream.of(new Instead(null, null));
                default -> Stream.empty();
            };
        }
    }

    private static CounterCommand instead(ReportEvent event, String code, EarlierEvents earlier, String reason) {
        TeamId team = event.team();
        Quarter quarter = event.quarter();
        Instead before = earlier.last(known -> Instead.of(known, code)).orElse(new Instead(null, null));
        Long value = before.value();
        if (value == null) {
            return CounterCommand.of(
                    event instanceof LineStated
                            ? new StateReportLine(team, quarter, code, null, null)
                            : new WithdrawOverride(team, quarter, code));
        }
        return CounterCommand.of(
                before.source() == null
                        ? new OverrideReportLine(team, quarter, code, value, reason)
                        : new StateReportLine(team, quarter, code, value, before.source()));
    }
}
