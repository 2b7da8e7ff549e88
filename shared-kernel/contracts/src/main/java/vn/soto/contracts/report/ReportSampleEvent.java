package vn.soto.contracts.report;

import java.util.Comparator;
import java.util.List;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.OfUnit;
import vn.soto.contracts.unit.UnitId;

/** Events of a sample of reports that somebody is to read before accepting all of them together. */
public sealed interface ReportSampleEvent extends ProductEvent, OfUnit {

    /** Reports in a sample; fewer if there are fewer. */
    int SIZE = 3;

    ReportSampleId sample();

    /**
     * @param reports    versions to be accepted together
     * @param drawn      those to read, {@link #draw} of the reports
     * @param seed       chain hash of the last commit before, which nobody could choose; 64 hexadecimal digits
     * @param seedCommit number of that commit
     */
    @StoredAs("report-sample.drawn.v1")
    record ReportSampleDrawn(
            ReportSampleId sample,
            UnitId unit,
            Quarter quarter,
            List<NamedContent> reports,
            List<Reporter> drawn,
            String seed,
            long seedCommit)
            implements ReportSampleEvent {

        public ReportSampleDrawn {
            reports = List.copyOf(reports);
            drawn = List.copyOf(drawn);
        }
    }

    /**
     * Somebody opened a report of the sample; its version was the latest then.
     *
     * @param by account
     */
    @StoredAs("report-sample.report-opened.v1")
    record SampledReportOpened(ReportSampleId sample, UnitId unit, NamedContent report, String by)
            implements ReportSampleEvent {}

    /** The {@link #SIZE} reports whose hash with the seed is smallest: everybody who has the seed draws the same. */
    static List<Reporter> draw(String seed, List<NamedContent> reports) {
        return reports.stream()
                .sorted(Comparator.comparing((NamedContent report) -> lot(seed, report))
                        .thenComparing(report -> report.reporter().id()))
                .limit(SIZE)
                .map(NamedContent::reporter)
                .toList();
    }

    private static String lot(String seed, NamedContent report) {
        return new CanonicalContent("soto/report-sample/v1")
                .text(seed)
                .text(report.reporter().level().name())
                .text(report.reporter().id())
                .text(report.content())
                .hash();
    }
}
