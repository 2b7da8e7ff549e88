package vn.soto.plans;

import static vn.soto.domain.report.ReportSampleRule.ACCEPTOR_HAS_OPENED_THE_SAMPLE;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.report.NamedContent;
import vn.soto.contracts.report.ReportSampleEvent;
import vn.soto.contracts.report.ReportSampleEvent.ReportSampleDrawn;
import vn.soto.contracts.report.ReportSampleEvent.SampledReportOpened;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.reach.OutOfReachException;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.UnitReportCommand.AcceptUnitReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.plans.PlanService.Submitted;

/** Plans the acceptance of reports of which a sample was read: a step for each, which names the content accepted. Blocking. */
public record AcceptancePlanner(PlanService plans, LedgerReader ledger, EventCodec codec) {

    /** Any team: the right to accept what a sample stands for is that in its unit. */
    private static final TeamId ANY = new TeamId("any");

    /**
     * Returns when the plan is durable. The same sample accepted again by the same person is the same plan.
     *
     * @throws RuntimeException as {@link PlanService#submit}; also if there is no such sample, or the actor has not opened all of it
     */
    public Submitted submit(ReportSampleId sample, String actor) {
        List<ReportSampleEvent> events = ledger.aggregate(sample.value(), 0, Integer.MAX_VALUE).stream()
                .map(codec::decode)
                .filter(ReportSampleEvent.class::isInstance)
                .map(ReportSampleEvent.class::cast)
                .toList();
        ReportSampleDrawn drawn = events.stream()
                .filter(ReportSampleDrawn.class::isInstance)
                .map(ReportSampleDrawn.class::cast)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("report-sample", sample.value()));
        requireRight(drawn, actor);
        checkOpened(drawn, events, actor);
        return plans.submitOnce(
                PlanKind.ACCEPTANCE, String.join("\n", sample.value(), actor), () -> steps(drawn), actor);
    }

    /** A sample drawn elsewhere is answered as one that nobody has drawn. */
    private void requireRight(ReportSampleDrawn drawn, String actor) {
        AcceptReport any = new AcceptReport(ANY, drawn.quarter(), "");
        try {
            plans.requireRight(actor, any, new CommandPlace.InUnit(drawn.unit()));
        } catch (RuleViolatedException e) {
            throw new OutOfReachException(
                    new NotFoundException("report-sample", drawn.sample().value()), e);
        }
    }

    private static void checkOpened(ReportSampleDrawn drawn, List<ReportSampleEvent> events, String actor) {
        Set<Reporter> opened = events.stream()
                .filter(event ->
                        event instanceof SampledReportOpened by && by.by().equals(actor))
                .map(event -> ((SampledReportOpened) event).report().reporter())
                .collect(Collectors.toSet());
        String left = drawn.drawn().stream()
                .filter(reporter -> !opened.contains(reporter))
                .map(Reporter::id)
                .collect(Collectors.joining(", "));
        ACCEPTOR_HAS_OPENED_THE_SAMPLE.require(left.isEmpty(), left);
    }

    private static Iterator<Step> steps(ReportSampleDrawn drawn) {
        return drawn.reports().stream()
                .<Step>map(report -> new Step.Ready(0, acceptance(report, drawn.quarter())))
                .iterator();
    }

    private static Command acceptance(NamedContent report, Quarter quarter) {
        return switch (report.reporter().level()) {
            case TEAM -> new AcceptReport(report.reporter().team().orElseThrow(), quarter, report.content());
            case UNIT -> new AcceptUnitReport(report.reporter().unit().orElseThrow(), quarter, report.content());
        };
    }
}
