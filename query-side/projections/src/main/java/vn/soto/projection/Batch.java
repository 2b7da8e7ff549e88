package vn.soto.projection;

import com.mongodb.MongoException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.contracts.shared.DomainEvent;

/**
 * The documents one batch of events reads and changes: read together, folded in memory, written once each. What an event
 * changes counts once its handler has succeeded.
 */
public final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Documents documents;
    private final Map<DocumentType<?>, Map<String, Optional<ReadModel>>> known = new HashMap<>();
    private final Map<DocumentType<?>, Map<String, ReadModel>> changed = new HashMap<>();

    /** By the event being handled. */
    private final Map<DocumentType<?>, Map<String, ReadModel>> pending = new LinkedHashMap<>();

    Batch(Documents documents) {
        this.documents = documents;
    }

    void read(Projector projector, Collection<DomainEvent> events) {
        read(needs -> events.forEach(event -> prefetch(() -> projector.keysOf(event, needs))));
        read(needs -> events.forEach(event -> prefetch(() -> projector.keysAfterLoad(event, this, needs))));
    }

    /** Only saves reading one by one: an event whose needs cannot be told fails in its own handler, if at all. */
    private static void prefetch(Runnable naming) {
        try {
            naming.run();
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("the needs of an event cannot be told", e);
        }
    }

    private void read(Consumer<Projector.DocumentKeys> naming) {
        Map<DocumentType<?>, Set<String>> wanted = new HashMap<>();
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

    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        ReadModel mine = pending.getOrDefault(kind, Map.of()).get(id);
        if (mine != null) {
            return Optional.of(kind.type().cast(mine));
        }
        return of(kind).computeIfAbsent(id, i -> documents.find(kind, i).map(ReadModel.class::cast))
                .map(kind.type()::cast);
    }

    public <T extends ReadModel> void put(DocumentType<T> kind, T document) {
        pending.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(document.id(), document);
    }

    /** The event being handled is folded: the batch takes its changes. */
    void commitEvent() {
        pending.forEach((kind, documentsOfKind) -> documentsOfKind.forEach((id, document) -> {
            of(kind).put(id, Optional.of(document));
            changed.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(id, document);
        }));
        pending.clear();
    }

    /** What is not adopted is as if it had never been. */
    void rollbackEvent() {
        pending.clear();
    }

    void write(List<DocumentType<?>> order) {
        order.forEach(this::write);
    }

    private <T extends ReadModel> void write(DocumentType<T> kind) {
        Map<String, ReadModel> documentsOfKind = changed.getOrDefault(kind, Map.of());
        if (!documentsOfKind.isEmpty()) {
            documents.write(
                    kind,
                    documentsOfKind.values().stream().map(kind.type()::cast).toList());
        }
    }

    private Map<String, Optional<ReadModel>> of(DocumentType<?> kind) {
        return known.computeIfAbsent(kind, k -> new HashMap<>());
    }
}
