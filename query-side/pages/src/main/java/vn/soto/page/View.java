package vn.soto.page;

import gg.jte.Content;
import java.util.Map;

/**
 * The content of a page inside the frame that all pages have.
 *
 * @param title    heading, its subject first
 * @param template name of the template, such as {@code team/card.jte}
 * @param values   values of the template's parameters, beside its {@code page}
 * @param form     whether its print is a form, which has the title below the names of who issues it
 */
public record View(String title, String template, Map<String, Object> values, boolean form) {

    public View(String title, String template, Map<String, Object> values) {
        this(title, template, values, false);
    }

    public static View form(String title, String template, Map<String, Object> values) {
        return new View(title, template, values, true);
    }

    /** @param content output of the template */
    record Written(String title, Content content) {}
}
