package vn.soto.ledgerwriter.axon;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.RepositoryProvider;
import org.jspecify.annotations.Nullable;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;

/**
 * Handles commands against aggregates whose events are in a ledger: a command bus, an event store and two repositories
 * per aggregate, put together here part by part so that nothing of Axon runs that is not named. Safe for any number of
 * threads; a command is handled on its caller's.
 */
public final class AxonCommandSide implements AutoCloseable {

    /** Ids of aggregates whose last event is their whole state. */
    private static final List<String> TALLIES = List.of("caseload:", "plans:");

    private final EmbeddedEventStore events;
    private final CommandBus bus;

    private AxonCommandSide(EmbeddedEventStore events, CommandBus bus) {
        this.events = events;
        this.bus = bus;
    }

    /**
     * @param aggregates           annotated classes, with command handlers on constructors and methods
     * @param handlersAndResources makes, from the locking and the consulted repositories, what handlers may name as
     *                             parameters; those with {@link CommandHandler} methods handle commands too, and each
     *                             {@link MessageHandlerInterceptor} stands before all handlers, in their unit of work.
     *                             The repositories can be used once {@code start} has returned
     */
    public static AxonCommandSide start(
            LedgerReader reader,
            LedgerAppender appender,
            EventCodec codec,
            List<Class<?>> aggregates,
            BiFunction<RepositoryProvider, RepositoryProvider, List<Object>> handlersAndResources) {
        return over(
                LedgerEventStorageEngine.builder(reader, appender, new EventSerializer(codec), UuidV7.system())
                        .tallies(aggregate -> TALLIES.stream().anyMatch(aggregate::startsWith))
                        .build(),
                aggregates,
                handlersAndResources);
    }

    /** The same over another engine, for measuring it with the same aggregates; there contexts get no commit. */
    public static AxonCommandSide over(
            EventStorageEngine engine,
            List<Class<?>> aggregates,
            BiFunction<RepositoryProvider, RepositoryProvider, List<Object>> handlersAndResources) {
        EmbeddedEventStore events =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        CommandBus bus = SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .build();
        Repositories repositories = new Repositories(events);
        List<Object> resources = handlersAndResources.apply(repositories.locking(), repositories.consulted());
        ParameterResolverFactory parameters = ResourceParameters.of(resources);
        aggregates.forEach(aggregate -> repositories.add(aggregate, parameters).subscribe(bus));
        resources.stream()
                .filter(resource -> handlesCommands(resource, parameters))
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler, parameters).subscribe(bus));
        resources.stream()
                .filter(MessageHandlerInterceptor.class::isInstance)
                .forEach(interceptor -> bus.registerHandlerInterceptor(before(interceptor)));
        return new AxonCommandSide(events, bus);
    }

    @SuppressWarnings("unchecked") // it stands before commands, because it is among their handlers' resources
    private static MessageHandlerInterceptor<CommandMessage<?>> before(Object interceptor) {
        return (MessageHandlerInterceptor<CommandMessage<?>>) interceptor;
    }

    private static boolean handlesCommands(Object resource, ParameterResolverFactory parameters) {
        return AnnotatedHandlerInspector.inspectType(resource.getClass(), parameters)
                .getHandlers(resource.getClass())
                .findAny()
                .isPresent();
    }

    /**
     * Handles a command; what it decided is durable when this returns, and {@code context} holds the commit. A handler
     * that wants another command handled does not send it from here: it would become part of the same commit.
     *
     * @return what the handler returned, or the id of the aggregate it created
     * @throws ConcurrencyException             an aggregate has changed meanwhile; nothing was written, try again
     * @throws AggregateStreamCreationException an aggregate of that id exists; nothing was written
     * @throws AggregateNotFoundException       the aggregate the command is for does not exist
     * @throws LedgerException                  the ledger could not take the commit; its type names the consequence
     * @throws RuntimeException                 whatever a handler threw, as it was thrown; nothing was written
     */
    public @Nullable Object dispatch(Object command, CommandContext context) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("a command is sent from outside any unit of work, to have one of its own");
        }
        Outcome outcome = new Outcome();
        bus.dispatch(new GenericCommandMessage<>(command, context.asMetaData()), outcome);
        return outcome.get();
    }

    @Override
    public void close() {
        events.shutDown();
    }

    private static final class Outcome implements CommandCallback<Object, Object> {

        private @Nullable Object result;
        private @Nullable Throwable failure;

        @Override
        public void onResult(CommandMessage<?> command, CommandResultMessage<?> message) {
            if (message.isExceptional()) {
                failure = message.exceptionResult();
            } else {
                result = message.getPayload();
            }
        }

        @Nullable
        Object get() {
            return switch (failure) {
                case null -> result;
                case LockAcquisitionFailedException e -> throw new ConcurrencyException(e.getMessage(), e);
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException("a handler threw a checked exception", failure);
            };
        }
    }
}
