package vn.soto.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Follows the links of answers, from one to the next. Of the many answers of one shape, such as those about a household, it asks for
 * a number of the first; with {@code -Dsoto.long=true} for all.
 */
public final class LinkCrawl {

    private static final int OF_EACH_SHAPE = Boolean.getBoolean("soto.long") ? Integer.MAX_VALUE : 5;
    private static final Pattern EXPRESSION = Pattern.compile("\\{([?&])([a-z]+)}");

    private final int ofEachShape;
    private final Function<String, Map<?, ?>> ask;
    private final Map<String, String> values;
    private final Map<String, Integer> asked = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * @param ask    returns the body of the answer at an address; fails if there is none
     * @param values for the variables of addresses that are templates
     */
    public LinkCrawl(Function<String, Map<?, ?>> ask, Map<String, String> values) {
        this(ask, values, OF_EACH_SHAPE);
    }

    /** @param ofEachShape number of answers of one shape that are asked for */
    public LinkCrawl(Function<String, Map<?, ?>> ask, Map<String, String> values, int ofEachShape) {
        this.ofEachShape = ofEachShape;
        this.ask = ask;
        this.values = values;
    }

    public LinkCrawl from(String address) {
        add(address);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (asked.merge(shape(next), 1, Integer::sum) <= ofEachShape) {
                Map<?, ?> body = ask.apply(next);
                if (!(body.get("links") instanceof Map<?, ?> links) || links.get("self") == null) {
                    throw new AssertionError(next + " has no links");
                }
                links.forEach((name, link) -> {
                    if (!name.equals("commands")) {
                        collect(link);
                    }
                });
            }
        }
        return this;
    }

    private void collect(Object part) {
        if (part instanceof Map<?, ?> map) {
            if (map.get("href") instanceof String href) {
                add(href);
            } else {
                map.values().forEach(this::collect);
            }
        }
    }

    private void add(String href) {
        String address = EXPRESSION
                .matcher(href)
                .replaceAll(found -> found.group(1) + found.group(2) + "=" + values.getOrDefault(found.group(2), ""));
        if (seen.add(address)) {
            open.add(address);
        }
    }

    /** The address with its ids and values replaced: in a path every second word is one, but for what is about who asks. */
    private static String shape(String address) {
        String[] halves = address.split("\\?", 2);
        String[] path = halves[0].split("/", -1);
        boolean ofWhoAsks = path.length > 2 && path[2].equals("me");
        for (int i = 3; i < path.length && !ofWhoAsks; i += 2) {
            path[i] = "*";
        }
        String parameters = halves.length == 1 ? "" : "?" + halves[1].replaceAll("=[^&]*", "");
        return String.join("/", path) + parameters;
    }

    /** How many different addresses were found of each shape of path. */
    public Map<String, Integer> paths() {
        Map<String, Integer> paths = new TreeMap<>();
        asked.forEach((shape, times) -> paths.merge(shape.replaceFirst("\\?.*", ""), times, Integer::sum));
        return paths;
    }
}
