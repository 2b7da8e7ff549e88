package vn.soto.query.link;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A query as it was asked.
 *
 * @param template   address with its variables in braces
 * @param variables  values of those variables
 * @param parameters values of the parameters given
 * @param forPage    whether people look at the answer, so that it calls people by their names
 */
public record QueryRequest(
        String template,
        Map<String, String> variables,
        Map<String, String> parameters,
        Locale language,
        boolean forPage) {

    /** Its address, with the parameters given. */
    public String href() {
        return QueryAddress.href(template, variables, parameters);
    }

    /** The value of a variable or parameter, by the rule of {@link #named}; empty without one. */
    String value(String name) {
        return variables.getOrDefault(name, parameters.getOrDefault(name, ""));
    }

    /** The values of variables and parameters; a variable is meant where both have the name. */
    public Map<String, String> named() {
        Map<String, String> named = new HashMap<>(parameters);
        named.putAll(variables);
        return named;
    }
}
