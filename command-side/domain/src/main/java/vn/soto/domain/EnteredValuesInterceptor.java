package vn.soto.domain;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.LegalDocuments;
import vn.soto.domain.unit.UnitCommand;

/**
 * Checks what a command brings and no state decides: its reason, its legal documents, and each day and instant in it. Lists and
 * records in it are looked through, too. So no handler repeats these checks.
 */
public record EnteredValuesInterceptor(Clock clock) implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final ClassValue<List<Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof Command command) {
            if (command instanceof HasReason stating && stating.reason() != null) {
                FreeText.checkReason(stating.reason());
            }
            check(command, command instanceof UnitCommand);
        }
        return chain.proceed();
    }

    /** @param ofUnit whether days are those of a unit, which may be older than any supported quarter */
    private void check(@Nullable Object value, boolean ofUnit) {
        switch (value) {
            case LocalDate day when ofUnit -> Days.checkLegal(day);
            case LocalDate day -> Days.check(day);
            case Instant time -> Days.check(time);
            case Instrument document -> LegalDocuments.check(document, clock);
            case Collection<?> several -> several.forEach(each -> check(each, ofUnit));
            case Record record
            when !(record instanceof Id) ->
                COMPONENTS.get(record.getClass()).forEach(component -> check(value(component, record), ofUnit));
            case null, default -> {
                // nothing that is checked here
            }
        }
    }

    /** The methods by which commands of a class are checked here. */
    static Set<Method> checksOf(Class<? extends Command> command) {
        Set<Method> checks = new LinkedHashSet<>();
        if (HasReason.class.isAssignableFrom(command)) {
            checks.add(method(FreeText.class, "checkReason", String.class));
        }
        collect(command, UnitCommand.class.isAssignableFrom(command), checks);
        return checks;
    }

    private static void collect(Type type, boolean ofUnit, Set<Method> checks) {
        if (type == LocalDate.class) {
            checks.add(method(Days.class, ofUnit ? "checkLegal" : "check", LocalDate.class));
        } else if (type == Instant.class) {
            checks.add(method(Days.class, "check", Instant.class));
        } else if (type == Instrument.class) {
            checks.add(method(LegalDocuments.class, "check", Instrument.class, Clock.class));
        } else if (type instanceof ParameterizedType several) {
            Stream.of(several.getActualTypeArguments()).forEach(each -> collect(each, ofUnit, checks));
        } else if (type instanceof Class<?> record && record.isRecord() && !Id.class.isAssignableFrom(record)) {
            Stream.of(record.getRecordComponents()).forEach(part -> collect(part.getGenericType(), ofUnit, checks));
        }
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object value(Method component, Record record) {
        try {
            return component.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a command's components are public", e);
        }
    }
}
