package vn.soto.ledgerwriter.mongo;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database whose answers get lost: an insert's, once, before or after it was carried out, and those to questions. */
final class Disturbance {

    /** Of the next insert, this many documents reach the server, and nobody is told. */
    volatile int persisted = Integer.MAX_VALUE;

    /** Whether the next insert fails as {@link #persisted} says. */
    volatile boolean insertFails;

    /** Nothing about commits reaches the server. */
    volatile boolean silent;

    /** Done when the next insert has failed. */
    @Nullable
    volatile Runnable then;

    void clear() {
        insertFails = false;
        silent = false;
        persisted = Integer.MAX_VALUE;
    }

    MongoDatabase over(MongoDatabase real) {
        return proxy(MongoDatabase.class, real);
    }

    private <T> T proxy(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean commits = real instanceof MongoCollection<?> c
                            && c.getNamespace().getCollectionName().equals("commits");
                    if (commits && method.getName().equals("insertMany") && insertFails) {
                        insertFails = false;
                        insert((MongoCollection<?>) real, (List<?>) arguments[0]);
                    }
                    if (commits && silent && List.of("find", "insertMany").contains(method.getName())) {
                        throw unanswered();
                    }
                    return wrapped(invoke(real, method, arguments));
                }));
    }

    private static @Nullable Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private <T> void insert(MongoCollection<T> real, List<?> documents) {
        List<T> some = (List<T>) documents.subList(0, Math.min(persisted, documents.size()));
        if (!some.isEmpty()) {
            real.insertMany(some);
        }
        Runnable next = then;
        if (next != null) {
            then = null;
            next.run();
        }
        throw unanswered();
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        return switch (result) {
            case MongoDatabase database -> proxy(MongoDatabase.class, database);
            case MongoCollection<?> collection -> proxy(MongoCollection.class, collection);
            case null, default -> result;
        };
    }

    private static MongoSocketReadException unanswered() {
        return new MongoSocketReadException("the connection broke", new ServerAddress());
    }
}
