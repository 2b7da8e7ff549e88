package vn.soto.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.soto.domain.shared.Warning;
import vn.soto.plans.imports.DryRunReport;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ReorganisationEffects;
import vn.soto.plans.imports.table.Finding;
import vn.soto.web.ProblemTexts;

/**
 * A dry run in the reader's language.
 *
 * @param more           whether the list of faults is cut; the annotated file has all of them
 * @param warnings       what the rows would leave behind; absent if nothing
 * @param reorganisation effects of a reorganisation; absent for other kinds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReport(
        String kind,
        int rows,
        int ready,
        int repeated,
        int wrong,
        List<String> ignoredColumns,
        List<Fault> faults,
        boolean more,
        @Nullable List<Warning> warnings,
        @Nullable ReorganisationEffects reorganisation) {

    /**
     * A finding in the reader's language.
     *
     * @param cause the fault and its remedy
     * @param fix   the probable intended value of the cell
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            int row,
            @Nullable String column,
            String problem,
            String cause,
            @Nullable String fix) {

        static Fault of(Finding finding, ProblemTexts texts, Locale language) {
            return new Fault(
                    finding.row(),
                    finding.column(),
                    finding.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                    texts.text(finding.code(), language, finding.arguments().toArray()),
                    finding.suggestion());
        }
    }

    static ImportReport of(DryRunReport report, ProblemTexts texts, Locale language) {
        return new ImportReport(
                name(report.kind()),
                report.rows(),
                report.ready(),
                report.repeated(),
                report.wrong(),
                report.ignored(),
                report.findings().stream()
                        .map(finding -> Fault.of(finding, texts, language))
                        .toList(),
                report.wrong() > report.findings().size(),
                report.warnings().isEmpty() ? null : report.warnings(),
                report.effects());
    }

    static String name(ImportKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
