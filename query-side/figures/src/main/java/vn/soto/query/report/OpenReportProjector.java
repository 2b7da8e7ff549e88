package vn.soto.query.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportEvent.Judged;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.UnitReportEvent.UnitReportJudged;
import vn.soto.contracts.report.UnitReportEvent.UnitReportReturned;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.VersionedRows;
import vn.soto.projection.source.EventContext;
import vn.soto.query.report.OpenReports.OpenRow;

/** Projects at which units reports are open. One sequence: an acceptance does not name the unit at which it closes the report. */
@Component
final class OpenReportProjector extends EventProjector<ProductEvent> {

    private static final String NAME = "open-reports";

    OpenReportProjector() {
        super(
                NAME,
                List.of(
                        QuarterlyReportSubmitted.class,
                        Judged.class,
                        UnitReportSubmitted.class,
                        UnitReportJudged.class),
                event -> NAME,
                List.of(OpenReports.ROWS.documents()));
    }

    /** @param through unit that reports; absent for the report of a team */
    private record Of(
            String report, Quarter quarter, @Nullable UnitId through) {}

    @Override
    protected void fold(ProductEvent event, EventContext at, Batch batch) {
        switch (event) {
            case QuarterlyReportSubmitted sent -> {
                Of of = new Of(new ReportId(sent.team(), sent.quarter()).toString(), sent.quarter(), null);
                open(of, Optional.ofNullable(sent.recipient()).map(Recipient::unit), at, batch);
            }
            case UnitReportSubmitted sent -> {
                Of of = new Of(new UnitReportId(sent.unit(), sent.quarter()).toString(), sent.quarter(), sent.unit());
                open(of, Optional.ofNullable(sent.recipient()), at, batch);
            }
            case ReportAccepted judged ->
                close(
                        new Of(new ReportId(judged.team(), judged.quarter()).toString(), judged.quarter(), null),
                        at,
                        batch);
            case UnitReportJudged judged
            when !(judged instanceof UnitReportReturned) ->
                close(
                        new Of(
                                new UnitReportId(judged.unit(), judged.quarter()).toString(),
                                judged.quarter(),
                                judged.unit()),
                        at,
                        batch);
            default -> {
                // one that was returned stays open
            }
        }
    }

    private static void open(Of of, Optional<UnitId> recipient, EventContext at, Batch batch) {
        Optional<String> to = recipient.map(UnitId::value);
        earlier(of, at, batch)
                .filter(before -> !to.equals(Optional.of(before)))
                .ifPresent(before -> put(before, of, to, false, at, batch));
        put(of.report, of, to, true, at, batch);
        places(of, to).forEach(unit -> put(unit, of, to, true, at, batch));
    }

    private static void close(Of of, EventContext at, Batch batch) {
        Optional<String> to = earlier(of, at, batch);
        places(of, to).forEach(unit -> put(unit, of, to, false, at, batch));
    }

    private static Stream<String> places(Of of, Optional<String> recipient) {
        return Stream.concat(recipient.stream(), Stream.ofNullable(of.through).map(UnitId::value));
    }

    /** The unit to which the version before was submitted. */
    private static Optional<String> earlier(Of of, EventContext at, Batch batch) {
        return VersionedRows.before(OpenReports.ROWS.find(of.report, batch), at.position())
                .flatMap(row -> Optional.ofNullable(row.recipient()));
    }

    private static void put(String id, Of of, Optional<String> recipient, boolean open, EventContext at, Batch batch) {
        OpenRow row = new OpenRow(
                of.report,
                of.quarter.toString(),
                recipient.isPresent() ? recipient.get() : null,
                open,
                at.position(),
                at.commit());
        OpenReports.ROWS.put(id, row, batch);
    }
}
