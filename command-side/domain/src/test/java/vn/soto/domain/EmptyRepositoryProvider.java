package vn.soto.domain;

import java.lang.reflect.Proxy;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;

/** Repositories without any aggregate, for fixtures that test one aggregate type alone. */
public final class EmptyRepositoryProvider implements RepositoryProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> Repository<T> repositoryFor(Class<T> aggregate) {
        return (Repository<T>) Proxy.newProxyInstance(
                Repository.class.getClassLoader(), new Class<?>[] {Repository.class}, (self, method, arguments) -> {
                    throw new AggregateNotFoundException(
                            String.valueOf(arguments[0]), aggregate.getSimpleName() + " does not exist");
                });
    }
}
