package vn.soto.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of a question has its address without {@code /api}, with the same parameters. */
public final class Addresses {

    private static final String API = "/api";

    private Addresses() {}

    /** The page of a question's address; where the API begins, people do. */
    public static String page(String question) {
        if (question.split("\\?", 2)[0].equals(API)) {
            return "/" + question.substring(API.length());
        }
        return question.startsWith(API + "/") ? question.substring(API.length()) : question;
    }

    /** Whether a question can be asked in the boundaries of another day: the figures and targets of units. */
    static boolean takesBoundaries(String question) {
        return question.startsWith(API + "/dashboards") || question.startsWith(API + "/units/{unit}/targets");
    }

    static String question(String path) {
        return API + path;
    }

    /** An address with a parameter set to another value; with an empty value without it. Parameters are sorted. */
    public static String with(String address, String name, String value) {
        String[] halves = address.split("\\?", 2);
        MultiValueMap<String, String> present =
                UriComponentsBuilder.fromUriString(address).build().getQueryParams();
        Map<String, String> parameters = new TreeMap<>(present.toSingleValueMap());
        if (value.isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, encoded(value));
        }
        StringBuilder text = new StringBuilder(halves[0]);
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            text.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
            separator = '&';
        }
        return text.toString();
    }

    /** The value of a parameter; empty if the address has none. */
    public static String parameter(String address, String name) {
        String value = UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst(name);
        return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    static List<Map.Entry<String, String>> parameters(String address) {
        return UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .map(each -> Map.entry(each.getKey(), parameter(address, each.getKey())))
                .toList();
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
