package vn.soto.contracts.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;

/** The content of a version of a report, as it is hashed and as it is read. */
public final class ReportContents {

    private static final String FORMAT = "soto/report-content/v1";

    private ReportContents() {}

    static String hash(QuarterlyReportSubmitted version) {
        return bytes(version).hash();
    }

    static CanonicalContent bytes(QuarterlyReportSubmitted version) {
        return new CanonicalContent(FORMAT)
                .text(version.team().value())
                .text(version.quarter().toString())
                .text(version.calendar().name())
                .text(version.days().firstDay().toString())
                .text(version.days().lastDay().toString())
                .number(version.version())
                .number(version.indicators())
                .number(version.pinnedTo())
                .text(version.pinnedChain())
                .list(version.figures(), ReportContents::figure)
                .optional(version.content(), ReportContents::beside);
    }

    private static void figure(CanonicalContent to, Figure figure) {
        to.text(figure.code()).number(figure.value());
    }

    private static void beside(CanonicalContent to, ReportContent content) {
        to.list(content.carried(), ReportContents::figure)
                .list(
                        content.overrides(),
                        (each, line) -> each.text(line.code()).number(line.value()))
                .list(
                        content.sources(),
                        (each, stated) ->
                                each.text(stated.code()).text(stated.source().name()))
                .optional(content.narrative().difficulties(), CanonicalContent::text)
                .optional(content.narrative().goodModels(), CanonicalContent::text)
                .optional(content.amends(), (each, number) -> each.number(number));
    }

    static List<Figure> reported(QuarterlyReportSubmitted version) {
        return reported(version.figures(), version.content());
    }

    /**
     * The lines as the team reports them: the figures with what is carried into the period, or what overrides them. In the order of
     * the figures; lines that only the content has come after them.
     */
    public static List<Figure> reported(List<Figure> figures, @Nullable ReportContent content) {
        return content == null ? figures : overridden(sum(figures, content.carried()), content.overrides());
    }

    /** The figures with what is carried into their period. */
    public static List<Figure> sum(List<Figure> figures, List<Figure> carried) {
        SequencedMap<String, Long> values = values(figures);
        carried.forEach(figure -> values.merge(figure.code(), figure.value(), Long::sum));
        return lines(values);
    }

    /** The lines with other values in the place of those that are overridden. */
    public static List<Figure> overridden(List<Figure> figures, List<LineOverride> overrides) {
        SequencedMap<String, Long> values = values(figures);
        overrides.forEach(line -> values.put(line.code(), line.value()));
        return lines(values);
    }

    private static SequencedMap<String, Long> values(List<Figure> figures) {
        SequencedMap<String, Long> values = new LinkedHashMap<>();
        figures.forEach(figure -> values.put(figure.code(), figure.value()));
        return values;
    }

    private static List<Figure> lines(SequencedMap<String, Long> values) {
        return values.entrySet().stream()
                .map(line -> new Figure(line.getKey(), line.getValue()))
                .toList();
    }
}
