package vn.soto.domain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import vn.soto.domain.team.Team;

/** A deliberate bug: every boolean read from a consulted team is true. */
final class PermissiveTeams {

    private PermissiveTeams() {}

    static RepositoryProvider among(RepositoryProvider real) {
        return new RepositoryProvider() {
            @Override
            public <T> Repository<T> repositoryFor(Class<T> type) {
                Repository<T> repository = real.repositoryFor(type);
                return type == Team.class ? agreeing(repository) : repository;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> Repository<T> agreeing(Repository<T> real) {
        return (Repository<T>) proxy(Repository.class, real);
    }

    private static Object proxy(Class<?> type, Object real) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            Object result;
            try {
                result = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            return switch (result) {
                case Aggregate<?> aggregate -> proxy(Aggregate.class, aggregate);
                case Boolean answer when arguments != null && arguments[0] instanceof Function -> true;
                case null, default -> result;
            };
        });
    }
}
