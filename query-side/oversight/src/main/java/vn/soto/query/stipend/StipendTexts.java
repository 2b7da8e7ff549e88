package vn.soto.query.stipend;

import java.util.Locale;
import vn.soto.contracts.stipend.StipendFindingKind;
import vn.soto.web.Language;

/** Findings of stipend statements as sentences in both languages. */
final class StipendTexts {

    private static final String BUNDLE = "vn.soto.query.stipend.texts";

    private StipendTexts() {}

    /** A finding, as a sentence. */
    static String of(StipendFindingKind kind, Locale language) {
        return Language.texts(BUNDLE, language).getString("finding." + kind.name());
    }
}
