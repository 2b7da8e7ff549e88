package vn.soto.page;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The addresses that an open page rests on, as {@code /api/live} names them: without {@code /api/}. A touched address
 * makes the page outdated if it equals one of these, extends one, or is extended by one.
 */
final class Touches {

    /** A list of more names is outdated whenever its own address is touched. */
    private static final int MOST_NAMED = 40;

    private static final String API = "/api/";
    private static final String UNIT = "unit";

    private Touches() {}

    /** Separated by blanks; empty for what never changes. */
    static String of(ApiAnswer answer, PageContext page) {
        if (answer.question().isEmpty()
                || answer.isProblem()
                || page.isPast()
                || !answer.freshness().exists()) {
            return "";
        }
        Map<String, String> variables = answer.variables();
        Set<String> touches = new TreeSet<>();
        String quarter = answer.answer().get("quarter").text();
        String path = answer.address().split("\\?", 2)[0].substring(API.length());
        if (!variables.containsKey(UNIT) || !path.startsWith("dashboards/")) {
            touches.add(path);
        }
        if (variables.containsKey(UNIT)) {
            // Whatever happens in a unit or below it is told as its figures.
            String figures = "dashboards/" + Addresses.encoded(variables.get(UNIT));
            touches.add(quarter.isEmpty() ? figures : figures + "/" + quarter);
        }
        if (variables.isEmpty()) {
            answer.links().get("ids").fields().stream()
                    .flatMap(kind -> kind.getValue().fields().stream())
                    .limit(MOST_NAMED)
                    .map(named -> named.getValue().get("href").text())
                    .filter(href -> href.startsWith(API))
                    .forEach(href -> touches.add(href.substring(API.length())));
        }
        return String.join(" ", touches);
    }
}
