package vn.soto.query.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.text.PersonalNumbers;

/**
 * An address as the register of reads keeps it for good. It has the names of parameters, and the values that are an id,
 * a number, a day or a word of a list. Any other value may be the name or the number of a person that somebody typed,
 * and is left out.
 */
final class RecordedAddress {

    /** In the place of what is left out. */
    private static final String OMITTED = "…";

    private static final Set<String> IDS_AND_DAYS = Set.of(
            "asOf",
            "atLeast",
            "before",
            "business",
            "code",
            "from",
            "household",
            "limit",
            "member",
            "n",
            "on",
            "organisation",
            "period",
            "plan",
            "quarter",
            "rule",
            "subject",
            "target",
            "team",
            "to",
            "unit",
            "version",
            "year");

    private static final Set<String> WORDS = Set.of(
            "approval",
            "boundaries",
            "command",
            "days",
            "detector",
            "file",
            "helped",
            "kind",
            "kinds",
            "omitted",
            "present",
            "refused",
            "role",
            "state",
            "unassigned",
            "unconfirmed");

    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,32}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_,-]{1,64}");

    /** With a digit: a word alone is no id of this product, and may be somebody's name. */
    private static final Pattern ID = Pattern.compile("(?=.*[0-9])[A-Za-z0-9:._+-]{1,64}");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private RecordedAddress() {}

    /** @param address path and query, encoded as in a request */
    static String of(String address) {
        int query = address.indexOf('?');
        if (query < 0) {
            return path(address);
        }
        return path(address.substring(0, query))
                + Stream.of(address.substring(query + 1).split("&", -1))
                        .map(RecordedAddress::parameter)
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String path(String path) {
        return Stream.of(path.split("/", -1))
                .map(segment ->
                        isNumberOfAPerson(segment) || (segment.indexOf('%') >= 0 && !isId(segment)) ? OMITTED : segment)
                .collect(Collectors.joining("/"));
    }

    private static String parameter(String parameter) {
        int value = parameter.indexOf('=');
        String name = value < 0 ? parameter : parameter.substring(0, value);
        if (!NAME.matcher(name).matches()) {
            return OMITTED;
        }
        return value < 0 || value == parameter.length() - 1 || isKept(name, parameter.substring(value + 1))
                ? parameter
                : name + "=" + OMITTED;
    }

    private static boolean isKept(String name, String encoded) {
        return (WORDS.contains(name) && WORD.matcher(encoded).matches())
                || (IDS_AND_DAYS.contains(name) && isId(encoded));
    }

    private static boolean isId(String encoded) {
        try {
            String value = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            return ID.matcher(value).matches() && !isNumberOfAPerson(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isNumberOfAPerson(String text) {
        return PersonalNumbers.areInDigits(UUID.matcher(text).replaceAll("id"));
    }
}
