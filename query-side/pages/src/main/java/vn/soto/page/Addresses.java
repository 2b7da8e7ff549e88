package vn.soto.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The page of a question has its address without {@code /api}, with the same parameters. */
public final class Addresses {

    private static final String API = "/api";
    private static final Set<String> BY_BOUNDARIES =
            Set.of(API + "/units/{unit}/targets", API + "/units/{unit}/outreach", API + "/units/{unit}/trainings");

    private Addresses() {}

    /** The page of a question's address; where the API begins, people do. */
    public static String page(String question) {
        if (question.split("\\?", 2)[0].equals(API)) {
            return "/" + question.substring(API.length());
        }
        return question.startsWith(API + "/") ? question.substring(API.length()) : question;
    }

    /** Whether a question can be asked in the boundaries of another day: the figures, targets, outreach and trainings of units. */
    static boolean takesBoundaries(String question) {
        return question.startsWith(API + "/dashboards") || BY_BOUNDARIES.contains(question);
    }

    /** Whether a question can be asked by other days of its quarter: the figures of units. */
    static boolean takesDays(String question) {
        return question.startsWith(API + "/dashboards");
    }

    static String question(String path) {
        return API + path;
    }

    /** An address with a parameter set to another value; with an empty value without it. Parameters are sorted. */
    public static String with(String address, String name, String value) {
        return with(address, Map.of(name, value));
    }

    /** The same of several parameters. */
    static String with(String address, Map<String, String> values) {
        Map<String, String> parameters = new TreeMap<>(present(address));
        values.forEach((name, value) -> {
            if (value.isEmpty()) {
                parameters.remove(name);
            } else {
                parameters.put(name, encoded(value));
            }
        });
        StringBuilder text = new StringBuilder(path(address));
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            text.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
            separator = '&';
        }
        return text.toString();
    }

    /** The value of a parameter; empty if the address has none. */
    public static String parameter(String address, String name) {
        return decoded(present(address).getOrDefault(name, ""));
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    /**
     * The parameters as they are encoded, by name, in their order; the first of one that is given twice. A page has hundreds of
     * links, for which a general parser of addresses takes most of the page's time.
     */
    private static Map<String, String> present(String address) {
        int begin = address.indexOf('?');
        if (begin < 0) {
            return Map.of();
        }
        Map<String, String> present = new LinkedHashMap<>();
        int end = address.indexOf('#', begin);
        String query = address.substring(begin + 1, end < 0 ? address.length() : end);
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (!parameter.isEmpty()) {
                present.putIfAbsent(
                        equals < 0 ? parameter : parameter.substring(0, equals),
                        equals < 0 ? "" : parameter.substring(equals + 1));
            }
        }
        return present;
    }

    private static String path(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    static List<Map.Entry<String, String>> parameters(String address) {
        return present(address).entrySet().stream()
                .map(parameter -> Map.entry(parameter.getKey(), decoded(parameter.getValue())))
                .toList();
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
