package vn.soto.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.soto.plans.imports.DryRunReport;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ReorganisationEffects;
import vn.soto.plans.imports.table.Finding;
import vn.soto.web.ProblemTexts;

/**
 * A dry run in words.
 *
 * @param more           whether there are more faults than are listed; all of them are in the file that can be had instead
 * @param reorganisation what a reorganisation would touch; absent for other kinds
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
        @Nullable ReorganisationEffects reorganisation) {

    /**
     * A finding in words.
     *
     * @param cause what is wrong and what to do
     * @param fix   what the cell may have been meant to say
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
                report.effects());
    }

    static String name(ImportKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
