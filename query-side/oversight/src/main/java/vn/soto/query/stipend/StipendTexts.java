package vn.soto.query.stipend;

import java.util.Locale;
import vn.soto.contracts.stipend.StipendFindingKind;
import vn.soto.web.Language;

/** Texts of stipend statements in both languages. */
final class StipendTexts {

    private static final String BUNDLE = "vn.soto.query.stipend.texts";

    private StipendTexts() {}

    /** A finding, as a sentence. */
    static String of(StipendFindingKind kind, Locale language) {
        return of("finding." + kind.name(), language);
    }

    static String of(StatementState state, Locale language) {
        return of("state." + state.name(), language);
    }

    /** The heading of a column or a line. */
    static String of(String heading, Locale language) {
        return Language.texts(BUNDLE, language).getString(heading);
    }
}
