package vn.soto.query.http;

import java.util.Locale;
import vn.soto.web.Language;

/** For whom an answer is worded: the account that the register of reads names, and the language. */
public record Audience(Viewer viewer, Locale language) {

    public boolean isEnglish() {
        return Language.isEnglish(language);
    }
}
