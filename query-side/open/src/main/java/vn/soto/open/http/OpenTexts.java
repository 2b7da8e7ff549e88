package vn.soto.open.http;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.soto.contracts.shared.Quarter;
import vn.soto.web.Language;

/** The texts of open pages in one language. */
public record OpenTexts(Locale language) {

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    static final String BUNDLE = "vn.soto.open.open";

    public String t(String key, Object... arguments) {
        return new MessageFormat(Language.texts(BUNDLE, language).getString(key), language).format(arguments);
    }

    public String quarter(Quarter quarter) {
        String number =
                Language.isEnglish(language) ? Integer.toString(quarter.number()) : ROMAN.get(quarter.number() - 1);
        return t("quarter", number, Integer.toString(quarter.year()));
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    static Set<String> keys(Locale language) {
        return Language.texts(BUNDLE, language).keySet();
    }
}
