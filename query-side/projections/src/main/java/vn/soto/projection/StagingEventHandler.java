package vn.soto.projection;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;

/** Handles events as the other handler does; the batch takes what an event changes only when that succeeded. */
record StagingEventHandler(EventMessageHandler handler) implements EventMessageHandler {

    @Override
    public @Nullable Object handle(EventMessage<?> message) throws Exception {
        try {
            Object result = handler.handle(message);
            Batches.opened().ifPresent(Batch::commitEvent);
            return result;
        } finally {
            Batches.opened().ifPresent(Batch::rollbackEvent);
        }
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return handler.canHandle(message);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handler.canHandleType(payloadType);
    }

    @Override
    public Class<?> getTargetType() {
        return handler.getTargetType();
    }

    @Override
    public void prepareReset() {
        handler.prepareReset();
    }

    @Override
    public <R> void prepareReset(@Nullable R resetContext) {
        handler.prepareReset(resetContext);
    }

    @Override
    public boolean supportsReset() {
        return handler.supportsReset();
    }
}
