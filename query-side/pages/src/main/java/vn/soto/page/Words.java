package vn.soto.page;

import java.util.Locale;
import vn.soto.web.Vocabulary;

/** What components and values of answers are called: by the words of pages, then by those of the whole product. */
final class Words {

    private Words() {}

    static String field(String name, Locale language) {
        Texts texts = Texts.in(language);
        String key = "field." + name;
        if (texts.has(key)) {
            return texts.text(key);
        }
        String word = Vocabulary.field(name, language);
        return word.equals(name) ? apart(name) : word;
    }

    /** What a value that is a name of the API is called; the value itself if it is none. */
    static String value(String field, String value, Locale language) {
        Texts texts = Texts.in(language);
        for (String key : new String[] {"value." + field + "." + value, "value." + value}) {
            if (texts.has(key)) {
                return texts.text(key);
            }
        }
        return value;
    }

    /** {@code lagSeconds} as {@code lag seconds}. */
    private static String apart(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
