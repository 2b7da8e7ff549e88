package vn.soto.query.report;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportEvent.Judged;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportId;
import vn.soto.ledger.Micros;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.report.Report.Judgment;
import vn.soto.query.report.Report.Version;

/** Projects submissions of reports, their returns and their acceptances. */
@Component
final class ReportProjector extends EventProjector<ReportEvent> {

    ReportProjector() {
        super(
                "reports",
                List.of(QuarterlyReportSubmitted.class, Judged.class),
                ReportProjector::id,
                List.of(Report.VERSIONS.documents(), Report.JUDGMENTS.documents()));
    }

    private static String id(ReportEvent event) {
        return new ReportId(event.team(), event.quarter()).toString();
    }

    @Override
    protected void fold(ReportEvent event, EventContext at, Batch batch) {
        if (event instanceof QuarterlyReportSubmitted submitted) {
            Report.VERSIONS.put(id(event), version(submitted, at), batch);
        } else if (event instanceof Judged judged) {
            Report.JUDGMENTS.put(id(event), judgment(judged, at), batch);
        }
    }

    private static Version version(QuarterlyReportSubmitted event, EventContext at) {
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
                event.late(),
                event.dueOn(),
                event.content(),
                event.recipient(),
                event.hash());
    }

    private static Judgment judgment(Judged event, EventContext at) {
        return new Judgment(
                at.position(),
                at.commit(),
                event.version(),
                event instanceof ReportAccepted,
                Micros.of(at.at()),
                at.actor(),
                null);
    }
}
