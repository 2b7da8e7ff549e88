package vn.soto.query.report;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.UnitReportEvent;
import vn.soto.contracts.report.UnitReportEvent.UnitReportJudged;
import vn.soto.contracts.report.UnitReportEvent.UnitReportNoted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportReturned;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.ledger.Micros;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.report.Report.Judgment;

/** Projects submissions of units' reports, their returns and their acceptances. */
@Component
final class ConsolidatedReportProjector extends EventProjector<UnitReportEvent> {

    ConsolidatedReportProjector() {
        super(
                "unit-reports",
                List.of(UnitReportSubmitted.class, UnitReportJudged.class),
                ConsolidatedReportProjector::id,
                List.of(ConsolidatedReport.VERSIONS.documents(), ConsolidatedReport.JUDGMENTS.documents()));
    }

    private static String id(UnitReportEvent event) {
        return new UnitReportId(event.unit(), event.quarter()).toString();
    }

    @Override
    protected void fold(UnitReportEvent event, EventContext at, Batch batch) {
        if (event instanceof UnitReportSubmitted submitted) {
            ConsolidatedReport.VERSIONS.put(id(event), version(submitted, at), batch);
        } else if (event instanceof UnitReportJudged judged) {
            Judgment judgment = new Judgment(
                    at.position(),
                    at.commit(),
                    judged.version(),
                    !(judged instanceof UnitReportReturned),
                    Micros.of(at.at()),
                    at.actor(),
                    judged instanceof UnitReportNoted noted ? noted.instrument() : null);
            ConsolidatedReport.JUDGMENTS.put(id(event), judgment, batch);
        }
    }

    private static ConsolidatedReport.Version version(UnitReportSubmitted event, EventContext at) {
        return new ConsolidatedReport.Version(
                event.version(),
                at.position(),
                at.commit(),
                Micros.of(at.at()),
                at.actor(),
                event.content(),
                event.pinnedTo(),
                event.pinnedChain(),
                event.late(),
                event.dueOn(),
                event.recipient(),
                event.hash());
    }
}
