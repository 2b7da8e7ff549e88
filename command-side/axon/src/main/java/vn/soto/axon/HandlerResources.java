package vn.soto.axon;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The parameters that handlers of one command side may declare, by type; each unit of work carries them. */
final class HandlerResources {

    private static final String KEY = "soto.resources";

    private final List<Object> resources;
    private final Map<Class<?>, Object> byType = new ConcurrentHashMap<>();

    HandlerResources(List<Object> resources) {
        this.resources = List.copyOf(resources);
    }

    static HandlerResources in(UnitOfWork<?> unitOfWork) {
        return (HandlerResources) Objects.requireNonNull(unitOfWork.resources().get(KEY));
    }

    void addTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.resources().put(KEY, this);
    }

    Object get(Class<?> type) {
        return byType.computeIfAbsent(type, this::find);
    }

    /** @throws IllegalArgumentException there is no resource of one of these types */
    void checkAll(Collection<Class<?>> types) {
        types.forEach(this::get);
    }

    private Object find(Class<?> type) {
        return resources.stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no resource of type " + type.getName()));
    }
}
