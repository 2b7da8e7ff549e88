package vn.soto.domain.person;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DataSubject;
import vn.soto.domain.shared.ReadOnlyAggregates;

/**
 * Refuses every command that brings personal data about a subject whose processing is restricted. It reads the subject's
 * personal data within the command's unit of work, so the commit depends on what was read. A command without such data goes
 * on: the authority's own records of what it did hold codes and counts only.
 */
public record RestrictionInterceptor(ReadOnlyAggregates consulted, Clock clock)
        implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final ClassValue<Parts> PARTS = new ClassValue<>() {
        @Override
        protected Parts computeValue(Class<?> type) {
            return Parts.of(type);
        }
    };

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof Command command && command instanceof Record record) {
            subjects(record)
                    .forEach(subject ->
                            PersonalData.requireUnrestricted(subject, VietnamTime.day(clock.instant()), consulted));
        }
        return chain.proceed();
    }

    /** Those about whom the record brings personal data itself, or in a list of somebody each. */
    private static Stream<Subject> subjects(Record record) {
        Parts parts = PARTS.get(record.getClass());
        Stream<Subject> own = holdsSealed(record) ? subject(record, parts).stream() : Stream.empty();
        return parts.lists.isEmpty()
                ? own
                : Stream.concat(
                        own,
                        parts.lists.stream()
                                .map(list -> value(list, record))
                                .flatMap(list -> list instanceof List<?> items ? items.stream() : Stream.empty())
                                .filter(item -> item instanceof Record && !(item instanceof Id))
                                .flatMap(item -> subjects((Record) item)));
    }

    /** The first marked component that is present, as where the texts are sealed. */
    private static Optional<Subject> subject(Record command, Parts parts) {
        return parts.subjects.stream()
                .map(marked -> value(marked, command))
                .filter(Objects::nonNull)
                .map(marked -> Subject.of((Id) marked))
                .findFirst();
    }

    private static boolean holdsSealed(Record record) {
        for (Method part : PARTS.get(record.getClass()).holding) {
            Object value = value(part, record);
            if (value instanceof Sealed || (value instanceof Record inner && holdsSealed(inner))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHold(Class<?> type) {
        return type == Sealed.class || (type.isRecord() && !Id.class.isAssignableFrom(type));
    }

    private static @Nullable Object value(Method component, Record record) {
        try {
            return component.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a command's components are public", e);
        }
    }

    /**
     * The components of a class of records that matter here, which the JDK looks up anew each time.
     *
     * @param holding  those that are sealed, or records that may hold what is
     * @param subjects those marked with whom the record is about
     */
    private record Parts(List<Method> holding, List<Method> lists, List<Method> subjects) {

        static Parts of(Class<?> type) {
            return new Parts(
                    those(type, component -> mayHold(component.getType())),
                    those(type, component -> component.getType() == List.class),
                    those(type, component -> component.isAnnotationPresent(DataSubject.class)));
        }

        private static List<Method> those(Class<?> type, Predicate<RecordComponent> wanted) {
            return Stream.of(type.getRecordComponents())
                    .filter(wanted)
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    }
}
