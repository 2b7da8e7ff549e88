package vn.soto.query.http;

import java.util.Locale;

/** For whom an answer is worded: the account that the register of reads names, and the language. */
public record Audience(Viewer viewer, Locale language) {

    public boolean isEnglish() {
        return language.getLanguage().equals("en");
    }
}
