package vn.soto.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/** The links and names of the ids in an answer, by id: a page asks for hundreds. Thread-safe. */
public final class NamedIds {

    private final SingletonSupplier<Known> known;

    NamedIds(JsonNode body) {
        this.known = SingletonSupplier.of(() -> Known.of(new Part("", body).get("links")));
    }

    /** @param names names of ids, also of those without a link */
    private record Known(Map<String, Part> links, Map<String, String> names) {

        static Known of(Part links) {
            Known known = new Known(new HashMap<>(), new HashMap<>());
            links.get("ids")
                    .fields()
                    .forEach(kind -> kind.getValue().fields().forEach(link -> {
                        if (link.getValue().exists()) {
                            known.links.putIfAbsent(link.getKey(), link.getValue());
                        }
                    }));
            known.links.forEach((id, link) -> link.get("name").optional().ifPresent(name -> known.names.put(id, name)));
            links.get("names")
                    .fields()
                    .forEach(kind -> kind.getValue()
                            .fields()
                            .forEach(name -> name.getValue()
                                    .optional()
                                    .ifPresent(text -> known.names.putIfAbsent(name.getKey(), text))));
            return known;
        }
    }

    Optional<Part> link(String id) {
        return Optional.ofNullable(known.obtain().links.get(id));
    }

    Optional<String> called(String id) {
        return Optional.ofNullable(known.obtain().names.get(id));
    }
}
