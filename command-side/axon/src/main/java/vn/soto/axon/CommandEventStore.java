package vn.soto.axon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Axon's event store, with the events that a unit of work has published listed by aggregate. At every load of an
 * aggregate Axon copies all of them and compares each with each. A command that writes thousands of aggregates so took
 * time with the cube of their number: 20 seconds for 1,900.
 */
final class CommandEventStore extends EmbeddedEventStore {

    private static final String PUBLISHED = CommandEventStore.class.getName();

    CommandEventStore(EventStorageEngine engine) {
        super(builder().storageEngine(engine));
    }

    private static Map<String, List<DomainEventMessage<?>>> published() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(PUBLISHED, key -> new HashMap<>());
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        super.publish(events);
        if (CurrentUnitOfWork.isStarted()) {
            events.forEach(event -> {
                if (event instanceof DomainEventMessage<?> of) {
                    published()
                            .computeIfAbsent(of.getAggregateIdentifier(), aggregate -> new ArrayList<>())
                            .add(of);
                }
            });
        }
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregate) {
        return CurrentUnitOfWork.isStarted()
                ? List.copyOf(published().getOrDefault(aggregate, List.of())).stream()
                : Stream.empty();
    }
}
