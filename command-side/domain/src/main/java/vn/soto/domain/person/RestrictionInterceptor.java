package vn.soto.domain.person;

import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
public final class RestrictionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final ReadOnlyAggregates consulted;
    private final Clock clock;

    public RestrictionInterceptor(ReadOnlyAggregates consulted, Clock clock) {
        this.consulted = consulted;
        this.clock = clock;
    }

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
        Stream<Subject> own = holdsSealed(record) ? subject(record).stream() : Stream.empty();
        return Stream.concat(
                own,
                Stream.of(record.getClass().getRecordComponents())
                        .filter(component -> component.getType() == List.class)
                        .map(component -> value(component, record))
                        .flatMap(list -> list instanceof List<?> items ? items.stream() : Stream.empty())
                        .filter(item -> item instanceof Record && !(item instanceof Id))
                        .flatMap(item -> subjects((Record) item)));
    }

    /** The first marked component that is present, as where the texts are sealed. */
    private static Optional<Subject> subject(Record command) {
        return Stream.of(command.getClass().getRecordComponents())
                .filter(component -> component.isAnnotationPresent(DataSubject.class))
                .map(component -> value(component, command))
                .filter(Objects::nonNull)
                .map(marked -> Subject.of((Id) marked))
                .findFirst();
    }

    private static boolean holdsSealed(Record record) {
        return Stream.of(record.getClass().getRecordComponents())
                .filter(component -> mayHold(component.getType()))
                .map(component -> value(component, record))
                .anyMatch(value -> value instanceof Sealed || (value instanceof Record part && holdsSealed(part)));
    }

    private static boolean mayHold(Class<?> type) {
        return type == Sealed.class || (type.isRecord() && !Id.class.isAssignableFrom(type));
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a command's components are public", e);
        }
    }
}
