package vn.soto.query.link;

import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.UriUtils;
import vn.soto.query.reading.Requirement;

/**
 * The address of a query.
 *
 * @param template   path with variables in braces
 * @param variables  names of the variables, in order
 * @param required   parameters without which it does not answer
 * @param parameters all its own parameters
 * @param requirement right that it requires of the asker
 */
record QueryAddress(
        String template,
        List<String> variables,
        List<String> required,
        List<String> parameters,
        Requirement requirement) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    static QueryAddress of(String template, HandlerMethod method) {
        List<Parameter> declared = Arrays.stream(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .toList();
        return new QueryAddress(
                template,
                variables(template),
                declared.stream()
                        .filter(parameter -> parameter.getType() != Optional.class)
                        .map(Parameter::getName)
                        .toList(),
                declared.stream().map(Parameter::getName).toList(),
                Requirement.of(method));
    }

    static List<String> variables(String template) {
        return VARIABLE.matcher(template).results().map(found -> found.group(1)).toList();
    }

    /** The path with those variables replaced that have a value. */
    static String path(String template, Map<String, String> values) {
        StringBuilder path = new StringBuilder(2 * template.length());
        int done = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
            int end = template.indexOf('}', open) + 1;
            String value = values.get(template.substring(open + 1, end - 1));
            path.append(template, done, open);
            if (value == null) {
                path.append(template, open, end);
            } else {
                path.append(isPlain(value) ? value : UriUtils.encodePathSegment(value, StandardCharsets.UTF_8));
            }
            done = end;
        }
        return path.append(template, done, template.length()).toString();
    }

    private static String encoded(String value) {
        return isPlain(value) ? value : UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    /** Whether nothing of it is encoded, as of nearly all ids: an answer has dozens of addresses with the same few. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            if (!((at >= 'a' && at <= 'z') || (at >= '0' && at <= '9') || (at >= 'A' && at <= 'Z') || at == '-')) {
                return false;
            }
        }
        return true;
    }

    /** The whole address, its parameters by name. */
    static String href(String template, Map<String, String> variableValues, Map<String, String> parameterValues) {
        String path = path(template, variableValues);
        if (parameterValues.isEmpty()) {
            return path;
        }
        StringBuilder href = new StringBuilder(path);
        new TreeMap<>(parameterValues)
                .forEach((name, value) -> href.append(href.length() == path.length() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(encoded(value)));
        return href.toString();
    }

    /** The whole address; a required parameter without a value becomes an expression of the template. */
    String href(Map<String, String> variableValues, Map<String, String> parameterValues) {
        if (required.isEmpty()) {
            return href(template, variableValues, parameterValues);
        }
        String lacking = required.stream()
                .filter(name -> !parameterValues.containsKey(name))
                .collect(Collectors.joining(","));
        String expression = lacking.isEmpty() ? "" : (parameterValues.isEmpty() ? "{?" : "{&") + lacking + "}";
        return href(template, variableValues, parameterValues) + expression;
    }

    /** Whether the address goes on from another one. */
    boolean below(String other) {
        return template.startsWith(other + "/");
    }

    /** The last word of the address. */
    String word() {
        return Stream.of(template.split("/", -1))
                .filter(part -> !part.startsWith("{"))
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
