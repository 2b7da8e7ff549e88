package vn.soto.events;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/** All upcasters of a registry; each is checked to lead to a known event. */
final class UpcasterChain {

    private final EventRegistry registry;
    private final Map<EventType, Upcaster> steps = new HashMap<>();

    UpcasterChain(EventRegistry registry, List<Upcaster> upcasters) {
        this.registry = registry;
        for (Upcaster upcaster : upcasters) {
            if (registry.find(upcaster.from()) != null || steps.putIfAbsent(upcaster.from(), upcaster) != null) {
                throw new IllegalArgumentException(EventRegistry.text(upcaster.from()) + " can be read in two ways");
            }
        }
        steps.keySet().forEach(this::target);
    }

    /** The known type to which the upcasters convert {@code stored}; absent if none starts from it. */
    @Nullable
    EventType target(EventType stored) {
        SequencedMap<EventType, Upcaster> seen = new LinkedHashMap<>();
        EventType type = stored;
        Upcaster step = steps.get(type);
        while (step != null) {
            if (seen.put(type, step) != null) {
                throw new IllegalArgumentException("upcasters run in a circle: " + seen.keySet());
            }
            type = step.to();
            step = steps.get(type);
        }
        if (seen.isEmpty()) {
            return null;
        }
        if (registry.find(type) == null) {
            throw new IllegalArgumentException("upcasters lead to no known event: " + seen.keySet() + " to " + type);
        }
        return type;
    }

    ObjectNode upcast(EventType stored, ObjectNode body) {
        ObjectNode result = body;
        Upcaster step = steps.get(stored);
        while (step != null) {
            result = step.change().apply(result);
            step = steps.get(step.to());
        }
        return result;
    }
}
