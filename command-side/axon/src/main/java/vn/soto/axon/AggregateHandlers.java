package vn.soto.axon;

import java.util.Set;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * The handlers of an aggregate as Axon found them in its class. Found once per process, because that looks for every
 * annotation on every member; resources of a command side are not part of it.
 *
 * @param resources types that its handlers declare as parameters besides the message
 */
record AggregateHandlers<T>(AggregateModel<T> model, Set<Class<?>> resources) {

    private static final ClassValue<AggregateHandlers<?>> FOUND = new ClassValue<>() {
        @Override
        protected AggregateHandlers<?> computeValue(Class<?> aggregate) {
            return find(aggregate);
        }
    };

    @SuppressWarnings("unchecked") // the value of a class is made from that class
    static <T> AggregateHandlers<T> of(Class<T> aggregate) {
        return (AggregateHandlers<T>) FOUND.get(aggregate);
    }

    private static <T> AggregateHandlers<T> find(Class<T> aggregate) {
        HandlerParameters parameters = new HandlerParameters();
        return new AggregateHandlers<>(
                AnnotatedAggregateMetaModelFactory.inspectAggregate(aggregate, parameters), parameters.resources());
    }
}
