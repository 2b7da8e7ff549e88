package vn.soto.query.report;

import java.util.Locale;
import java.util.ResourceBundle;
import vn.soto.web.Language;

/**
 * Whether the lines of a report fit together. A check warns, and never stops a report.
 *
 * @param holds whether they do
 * @param value checked value; a share in percent
 * @param bound value to compare it with
 * @param name  in the reader's language, what must hold
 */
record ReportCheck(Requirement check, boolean holds, long value, long bound, String name) {

    private static final String BUNDLE = "vn.soto.query.report.checks";

    enum Requirement {
        RECORDS_COVER_HOUSEHOLDS,
        MODES_ADD_UP,
        HOUSEHOLDS_ARE_WITHIN_THE_TOTAL,
        DONE_ON_BEHALF_IS_NOT_FAR_ABOVE_THE_COMMUNE
    }

    static ReportCheck of(Requirement kind, boolean holds, long value, long bound, Locale language) {
        ResourceBundle texts = Language.texts(BUNDLE, language);
        return new ReportCheck(kind, holds, value, bound, texts.getString(kind.name()));
    }
}
