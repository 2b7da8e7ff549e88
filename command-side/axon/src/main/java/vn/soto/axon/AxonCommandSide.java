package vn.soto.axon;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.RepositoryProvider;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;

/**
 * Handles commands against aggregates whose events are in a ledger: a command bus, an event store and two repositories per
 * aggregate. All of them are constructed here, so no part of Axon runs that this class does not name. Thread-safe; a command
 * is handled on its caller's thread.
 */
public final class AxonCommandSide implements AutoCloseable {

    /** Ids of aggregates whose last event is their whole state. */
    private static final List<String> TALLIES = List.of("caseload:", "plans:");

    private final CommandEventStore events;
    private final CommandBus bus;
    private final Function<String, List<PastEvent>> past;

    private AxonCommandSide(CommandEventStore events, CommandBus bus, Function<String, List<PastEvent>> past) {
        this.past = past;
        this.events = events;
        this.bus = bus;
    }

    /**
     * @param aggregates           annotated classes, with command handlers on constructors and methods
     * @param handlersAndResources makes, from the locking and the read-only repositories, the resources that handlers
     *                             may declare as parameters. A resource with {@link CommandHandler} methods handles
     *                             commands too. A {@link MessageHandlerInterceptor} runs before every handler, in its
     *                             unit of work. The repositories can be used once {@code start} has returned
     */
    public static AxonCommandSide start(
            LedgerReader reader,
            LedgerAppender appender,
            EventCodec codec,
            List<Class<?>> aggregates,
            BiFunction<RepositoryProvider, RepositoryProvider, List<Object>> handlersAndResources) {
        LedgerEventStorageEngine engine = LedgerEventStorageEngine.builder(
                        reader, appender, new EventSerializer(codec), UuidV7.system())
                .tallies(aggregate -> TALLIES.stream().anyMatch(aggregate::startsWith))
                .build();
        return over(engine, engine::past, aggregates, handlersAndResources);
    }

    /** The same over another engine, for measuring it with the same aggregates; its results have no commit. */
    public static AxonCommandSide over(
            EventStorageEngine engine,
            List<Class<?>> aggregates,
            BiFunction<RepositoryProvider, RepositoryProvider, List<Object>> handlersAndResources) {
        return over(engine, aggregate -> List.of(), aggregates, handlersAndResources);
    }

    private static AxonCommandSide over(
            EventStorageEngine engine,
            Function<String, List<PastEvent>> past,
            List<Class<?>> aggregates,
            BiFunction<RepositoryProvider, RepositoryProvider, List<Object>> handlersAndResources) {
        CommandEventStore events = new CommandEventStore(engine);
        CommandBus bus = SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .build();
        Repositories repositories = new Repositories(events);
        List<Object> given = handlersAndResources.apply(repositories.writing(), repositories.consulted());
        HandlerResources resources = new HandlerResources(given);
        bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            resources.addTo(unitOfWork);
            return chain.proceed();
        });
        for (Class<?> aggregate : aggregates) {
            repositories.add(aggregate).subscribe(bus);
            resources.checkAll(AggregateHandlers.of(aggregate).resources());
        }
        HandlerParameters parameters = new HandlerParameters();
        given.stream()
                .filter(resource -> handlesCommands(resource, parameters))
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler, parameters).subscribe(bus));
        resources.checkAll(parameters.resources());
        given.stream()
                .filter(MessageHandlerInterceptor.class::isInstance)
                .forEach(interceptor -> bus.registerHandlerInterceptor(before(interceptor)));
        return new AxonCommandSide(events, bus, past);
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
     * Handles a command; its commit is durable when this returns. A handler that wants another command handled does not send
     * it from here: it would become part of the same commit.
     *
     * @throws ConcurrencyException             an aggregate has changed meanwhile; nothing was written, try again
     * @throws AggregateStreamCreationException an aggregate of that id exists; nothing was written
     * @throws AggregateNotFoundException       the aggregate the command is for does not exist
     * @throws LedgerException                  the ledger could not take the commit; its type names the consequence
     * @throws RuntimeException                 whatever a handler threw, as it was thrown; nothing was written
     */
    public CommandResult dispatch(Object command, CommandContext context) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("a command is sent from outside any unit of work, to have one of its own");
        }
        Execution execution = new Execution(context);
        bus.dispatch(new GenericCommandMessage<>(command, execution.metadata()), execution);
        return execution.result();
    }

    /**
     * All events of an aggregate so far, in order, from the streams that commands have read; guarded by nothing.
     *
     * @throws LedgerException  if they cannot be read
     * @throws RuntimeException if one of them cannot be decoded
     */
    public List<PastEvent> past(String aggregate) {
        return past.apply(aggregate);
    }

    /**
     * Reads aggregates through the read-only repositories outside any command. Nothing is appended, so what was read is
     * guarded by nothing: whoever acts on the answer asks again.
     */
    public <T> T read(Supplier<T> reading) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("a command reads in its own unit of work");
        }
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("read"));
        try {
            return reading.get();
        } finally {
            unitOfWork.rollback();
        }
    }

    /** The same for a check, which throws or answers nothing. */
    public void read(Runnable check) {
        var _ = read(() -> {
            check.run();
            return true;
        });
    }

    @Override
    public void close() {
        events.shutDown();
    }
}
