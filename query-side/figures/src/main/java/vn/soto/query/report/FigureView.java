package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Indicators.Counted;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.FigureEvidence;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A figure and the events behind it.
 *
 * @param value   value in the report as the ledger gave it, with amounts carried into the period; null if people state
 *     it and nobody did. It is 0 for a service that the version has no line for, because help with it was recorded
 *     later
 * @param counted sum of the amounts of the entries; equal to {@code value} while the report matches the ledger
 * @param entries one entry for each counted unit of the figure, from {@code from} on; without events of damaged commits
 * @param amounts amount that each entry adds to the figure; negative for something taken back after an earlier period
 *     was closed
 * @param next    {@code from} of the next page; absent on the last
 * @param name    in the reader's language, like {@code unit}, what is counted, and {@code definition}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureView(
        @IdOf(IdKind.FIGURE) String code,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long value,
        long counted,
        ReportView.Pin pin,
        List<List<FigureEvidence>> entries,
        List<Long> amounts,
        @Nullable Integer next,
        String name,
        String unit,
        String definition) {

    static List<FigureEvidence> entry(Counted counted, Map<Long, Body> bodies, Map<Long, String> sentences) {
        return FigureEvidence.at(counted.positions(), bodies, sentences);
    }
}
