package vn.soto.projection.log;

import java.util.List;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.PlainProjector;
import vn.soto.projection.Stamped;
import vn.soto.projection.source.EventContext;

/** Appends each event, which is an entry, to one log. */
public record Appender<E extends Stamped, S>(LogType<E, S> type, Class<E> entry, String id) implements PlainProjector {

    @Override
    public void on(Object event, EventContext at, Batch batch) {
        type.append(id, entry.cast(event), batch);
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return type.documentTypes();
    }

    @Override
    public boolean handles(Class<?> event) {
        return entry.isAssignableFrom(event);
    }
}
