package vn.soto.query.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters about time that go along from a query to those it links to: the moment is part of every address. */
record Travel(QueryRequest asked) {

    static final String AS_OF = "asOf";
    private static final List<String> ALONG = List.of("on", "quarter", "boundaries", "days");

    /** Those that the other query takes. */
    Map<String, String> to(QueryAddress query) {
        Map<String, String> along = new TreeMap<>();
        given(AS_OF).ifPresent(value -> along.put(AS_OF, value));
        ALONG.stream()
                .filter(query.parameters()::contains)
                .forEach(name -> given(name).ifPresent(value -> along.put(name, value)));
        return along;
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(asked.parameters().get(name));
    }
}
