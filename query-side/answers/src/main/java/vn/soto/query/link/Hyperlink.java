package vn.soto.query.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource of this API.
 *
 * @param href      path and query, encoded
 * @param name      name of what it is about on the day of the answer; absent for what has none, and for people
 * @param within    ids of the units that contain it on that day, province first; absent if it lies in none
 * @param templated true if {@code href} is a template (RFC 6570) that lacks a value; otherwise absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hyperlink(
        String href,
        @Nullable String name,
        @Nullable List<String> within,
        @Nullable Boolean templated) {

    static Hyperlink to(String href) {
        return new Hyperlink(href, null, null, null);
    }

    static Hyperlink to(String href, @Nullable String name) {
        return new Hyperlink(href, name, null, href.contains("{") ? true : null);
    }
}
