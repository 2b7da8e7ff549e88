package vn.soto.open.http;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import vn.soto.contracts.shared.Quarter;
import vn.soto.page.Formats;
import vn.soto.web.Language;

/** The texts of open pages in one language. */
public record OpenTexts(Locale language) {

    static final String BUNDLE = "vn.soto.open.open";

    public String t(String key, Object... arguments) {
        return new MessageFormat(Language.texts(BUNDLE, language).getString(key), language).format(arguments);
    }

    public String quarter(Quarter quarter) {
        return period(quarter.toString());
    }

    /** Of a quarter, a month or a year. */
    public String period(String period) {
        return Formats.in(language).text(period);
    }

    public String day(LocalDate day) {
        return Formats.in(language).text(day.toString());
    }

    static Set<String> keys(Locale language) {
        return Language.texts(BUNDLE, language).keySet();
    }
}
