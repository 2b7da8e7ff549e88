package vn.soto.domain.report;

import static vn.soto.domain.report.ReportRule.REPORT_TEXT_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.report.ReportRule.REPORT_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Narrative;
import vn.soto.domain.shared.FreeText;

/** Checks of what reports say beside their lines. */
final class NarrativeTexts {

    private NarrativeTexts() {}

    static Narrative checked(@Nullable String difficulties, @Nullable String goodModels) {
        check(difficulties);
        check(goodModels);
        return new Narrative(difficulties, goodModels);
    }

    private static void check(@Nullable String text) {
        if (text != null) {
            REPORT_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG.require(
                    !text.isEmpty() && text.length() <= QuarterlyReport.LONGEST_TEXT, QuarterlyReport.LONGEST_TEXT);
            FreeText.checkCharacters(text);
            REPORT_TEXT_HOLDS_NO_PERSONAL_NUMBER.require(FreeText.holdsNoPersonalNumber(text));
        }
    }
}
