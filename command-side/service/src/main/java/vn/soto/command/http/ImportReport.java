package vn.soto.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.plans.imports.DryRunReport;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ReorganisationEffects;
import vn.soto.plans.imports.table.Finding;
import vn.soto.web.ProblemTexts;

/**
 * A dry run in the reader's language.
 *
 * @param repeatedRows   numbers of the first rows that are recorded already
 * @param ignoredColumns titles of columns that mean nothing, and letters of columns without a title
 * @param more           whether the list of faults is cut; the annotated file has all of them
 * @param warnings       warnings about records that the rows would leave behind; absent if there are none
 * @param reorganisation effects of a reorganisation; absent for other kinds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReport(
        String kind,
        int rows,
        int ready,
        int repeated,
        List<Integer> repeatedRows,
        int wrong,
        List<String> ignoredColumns,
        List<Fault> faults,
        boolean more,
        @Nullable List<WarningAnswer> warnings,
        @Nullable ReorganisationEffects reorganisation) {

    /**
     * A finding in the reader's language.
     *
     * @param column name of the column
     * @param title  its title in the file
     * @param cause the fault and its remedy
     * @param fix   the probable intended value of the cell
     * @param about id of the record that the row is like
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            int row,
            @Nullable String column,
            @Nullable String title,
            String problem,
            String cause,
            @Nullable String fix,
            @Nullable String about) {

        static Fault of(Finding finding, Map<String, String> titles, ProblemTexts texts, Locale language) {
            return new Fault(
                    finding.row(),
                    finding.column(),
                    finding.column() == null ? null : titles.get(finding.column()),
                    finding.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                    texts.text(finding.code(), language, finding.arguments().toArray()),
                    finding.suggestion(),
                    finding.code().equals("help-like-earlier")
                            ? finding.arguments().getFirst().toString()
                            : null);
        }
    }

    static ImportReport of(DryRunReport report, ProblemTexts texts, Locale language) {
        return new ImportReport(
                name(report.kind()),
                report.rows(),
                report.ready(),
                report.repeated(),
                report.repeatedRows(),
                report.wrong(),
                report.ignored(),
                report.findings().stream()
                        .map(finding -> Fault.of(finding, report.titles(), texts, language))
                        .toList(),
                report.more(),
                report.warnings().isEmpty() ? null : WarningAnswer.of(report.warnings(), texts, language),
                report.effects());
    }

    static String name(ImportKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
