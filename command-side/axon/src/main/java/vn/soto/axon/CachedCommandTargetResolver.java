package vn.soto.axon;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Finds the target of a command: the result of its one method with {@link TargetAggregateIdentifier}. Like Axon's own
 * resolver, but the annotations of a class are inspected once instead of once per command.
 */
final class CachedCommandTargetResolver implements CommandTargetResolver {

    private final ClassValue<Method> accessors = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> command) {
            List<Method> found = Arrays.stream(command.getMethods())
                    .filter(method -> method.isAnnotationPresent(TargetAggregateIdentifier.class))
                    .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                    .toList();
            if (found.size() != 1) {
                throw new IllegalArgumentException(command + " does not say which aggregate it is for");
            }
            Method accessor = found.getFirst();
            accessor.setAccessible(true);
            return accessor;
        }
    };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        try {
            Object id = accessors.get(command.getPayloadType()).invoke(command.getPayload());
            return new VersionedAggregateIdentifier(Objects.requireNonNull(id), null);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalArgumentException("the target of " + command.getPayloadType() + " cannot be told", e);
        }
    }
}
