package vn.soto.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.ledger.Commit;

/**
 * One dispatch of a command: carries its context into the unit of work, and the commit out of it. Confined to the thread that
 * dispatches.
 */
final class Execution implements CommandCallback<Object, Object> {

    private static final String KEY = "soto.command";

    private final CommandContext context;
    private @Nullable Object returned;
    private @Nullable Throwable failure;
    private @Nullable Commit commit;
    private List<DomainEvent> events = List.of();

    Execution(CommandContext context) {
        this.context = context;
    }

    /** The execution a message belongs to; absent if it is no command of {@link AxonCommandSide#dispatch}. */
    static @Nullable Execution of(Message<?> message) {
        return (Execution) message.getMetaData().get(KEY);
    }

    CommandContext context() {
        return context;
    }

    Map<String, Object> metadata() {
        Map<String, Object> metadata = new HashMap<>(context.metadata());
        metadata.put(KEY, this);
        return metadata;
    }

    void committed(Commit made, List<DomainEvent> decided) {
        commit = made;
        events = decided;
    }

    @Override
    public void onResult(CommandMessage<?> command, CommandResultMessage<?> message) {
        if (message.isExceptional()) {
            failure = message.exceptionResult();
        } else {
            returned = message.getPayload();
        }
    }

    CommandResult result() {
        return switch (failure) {
            case null -> new CommandResult(returned, commit, events);
            case LockAcquisitionFailedException e -> throw new ConcurrencyException(e.getMessage(), e);
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException("a handler threw a checked exception", failure);
        };
    }
}
