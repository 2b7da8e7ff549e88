package vn.soto.query.report;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.ledger.Micros;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Projector;
import vn.soto.projection.source.EventContext;

@Component
final class ReportProjector implements Projector {

    @EventHandler
    void on(QuarterlyReportSubmitted event, EventContext at, Batch batch) {
        String id = id(event);
        Report report = batch.find(Report.KIND, id).orElseGet(() -> new Report(id, List.of()));
        batch.put(
                Report.KIND,
                report.with(new Report.Version(
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
                        event.late())));
    }

    private static String id(ReportEvent event) {
        return new ReportId(event.team(), event.quarter()).toString();
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return List.of(Report.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof ReportEvent of ? id(of) : "other";
    }

    @Override
    public void keysOf(DomainEvent event, DocumentKeys needs) {
        if (event instanceof ReportEvent of) {
            needs.document(Report.KIND, id(of));
        }
    }
}
