package vn.soto.query.report;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportId;
import vn.soto.ledger.Micros;
import vn.soto.projection.VersionedProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.report.Report.Version;

@Component
final class ReportProjector extends VersionedProjector<QuarterlyReportSubmitted, Version, Report> {

    ReportProjector() {
        super("reports", 1, QuarterlyReportSubmitted.class, ReportProjector::id, Report.KIND, List.of(Report.KIND));
    }

    private static String id(ReportEvent event) {
        return new ReportId(event.team(), event.quarter()).toString();
    }

    @Override
    protected Report begin(QuarterlyReportSubmitted event, EventContext at) {
        return new Report(id(event), List.of());
    }

    @Override
    protected Version after(QuarterlyReportSubmitted event, Optional<Version> before, EventContext at) {
        return new Version(
                event.version(),
                at.position(),
                at.commit(),
                Micros.of(at.at()),
                at.actor(),
                event.calendar(),
                event.indicators(),
                event.figures(),
                event.pinnedTo(),
                event.pinnedChain(),
                event.late());
    }
}
