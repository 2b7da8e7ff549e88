package vn.soto.axon;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.DefaultParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Resolves parameters of handlers: the message, its payload and metadata, and every other one as a resource of the unit
 * of work. The other parameters that Axon offers are left out.
 */
final class HandlerParameters implements ParameterResolverFactory {

    private final ParameterResolverFactory message = new DefaultParameterResolverFactory();
    private final Set<Class<?>> resources = new HashSet<>();

    /** The types of resources that were declared so far. */
    Set<Class<?>> resources() {
        return Set.copyOf(resources);
    }

    @Override
    public ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
        @Nullable ParameterResolver<?> found = message.createInstance(handler, parameters, index);
        if (found != null) {
            return found;
        }
        Class<?> type = parameters[index].getType();
        resources.add(type);
        return new ResourceResolver(type);
    }

    private record ResourceResolver(Class<?> type) implements ParameterResolver<Object> {

        @Override
        public Object resolveParameterValue(Message<?> handled) {
            return HandlerResources.in(CurrentUnitOfWork.get()).get(type);
        }

        @Override
        public boolean matches(Message<?> handled) {
            return true;
        }
    }
}
