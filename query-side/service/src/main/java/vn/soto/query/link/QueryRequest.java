package vn.soto.query.link;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A query as it was asked.
 *
 * @param template   address with its variables in braces
 * @param variables  values of those variables
 * @param parameters values of the parameters given
 * @param roles      roles of the reader, such as {@code OFFICER}
 */
public record QueryRequest(
        String template,
        Map<String, String> variables,
        Map<String, String> parameters,
        Set<String> roles,
        Locale language) {}
