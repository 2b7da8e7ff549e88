package vn.soto.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.soto.contracts.shared.DomainEvent;

/** The documents one batch of events reads and changes: read together, folded in memory, written once each. */
public final class Batch {

    private final Documents documents;
    private final Map<Kind<?>, Map<String, Optional<ReadModel>>> known = new HashMap<>();
    private final Map<Kind<?>, Map<String, ReadModel>> changed = new HashMap<>();

    Batch(Documents documents) {
        this.documents = documents;
    }

    void read(Projector projector, Collection<DomainEvent> events) {
        read(needs -> events.forEach(event -> projector.needs(event, needs)));
        read(needs -> events.forEach(event -> projector.needsThen(event, this, needs)));
    }

    private void read(Consumer<Projector.Needs> naming) {
        Map<Kind<?>, Set<String>> wanted = new HashMap<>();
        naming.accept((kind, id) -> {
            if (!of(kind).containsKey(id)) {
                wanted.computeIfAbsent(kind, k -> new HashSet<>()).add(id);
            }
        });
        wanted.forEach((kind, ids) -> {
            Map<String, ? extends ReadModel> found = documents.find(kind, ids);
            ids.forEach(id -> of(kind).put(id, Optional.ofNullable(found.get(id))));
        });
    }

    public <T extends ReadModel> Optional<T> find(Kind<T> kind, String id) {
        return of(kind).computeIfAbsent(id, i -> documents.find(kind, i).map(ReadModel.class::cast))
                .map(kind.type()::cast);
    }

    public <T extends ReadModel> void put(Kind<T> kind, T document) {
        of(kind).put(document.id(), Optional.of(document));
        changed.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(document.id(), document);
    }

    void write(List<Kind<?>> order) {
        order.forEach(this::write);
    }

    private <T extends ReadModel> void write(Kind<T> kind) {
        Map<String, ReadModel> documentsOfKind = changed.getOrDefault(kind, Map.of());
        if (!documentsOfKind.isEmpty()) {
            documents.write(
                    kind,
                    documentsOfKind.values().stream().map(kind.type()::cast).toList());
        }
    }

    private Map<String, Optional<ReadModel>> of(Kind<?> kind) {
        return known.computeIfAbsent(kind, k -> new HashMap<>());
    }
}
