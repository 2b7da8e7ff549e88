package vn.soto.query.link;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters about time that go along from a query to those it links to: the moment is part of every address.
 *
 * @param given those of the query, but the moment
 */
record Travel(QueryRequest asked, List<String> given) {

    static final String AS_OF = "asOf";
    private static final List<String> ALONG = List.of("on", "quarter", "boundaries", "days");

    static Travel of(QueryRequest asked) {
        return new Travel(
                asked, ALONG.stream().filter(asked.parameters()::containsKey).toList());
    }

    /** Those that the other query takes, in a map to which others may be added. */
    Map<String, String> to(QueryAddress query) {
        Map<String, String> along = new TreeMap<>();
        add(AS_OF, along);
        for (String name : given) {
            if (query.parameters().contains(name)) {
                add(name, along);
            }
        }
        return along;
    }

    private void add(String name, Map<String, String> along) {
        String value = asked.parameters().get(name);
        if (value != null) {
            along.put(name, value);
        }
    }
}
