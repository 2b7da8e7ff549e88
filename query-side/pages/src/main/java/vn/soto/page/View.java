package vn.soto.page;

import gg.jte.Content;
import java.util.Map;

/**
 * The content of a page inside the frame that all pages have.
 *
 * @param title    heading, its subject first
 * @param template name of the template, such as {@code team/card.jte}
 * @param values   values of the template's parameters, beside its {@code page}
 */
public record View(String title, String template, Map<String, Object> values) {

    /** @param content output of the template */
    record Written(String title, Content content) {}
}
