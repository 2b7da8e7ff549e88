package vn.soto.query.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.EventType;

/** Events in the form in which the dry run of a command answers them, and a preview takes them. */
public final class DryRunEvents {

    private static final JsonMapper JSON = new JsonMapper();
    private static final EventCodec CODEC = EventCodec.product();

    private DryRunEvents() {}

    public static Map<String, @Nullable Object> of(DomainEvent event) {
        EventType type = CODEC.typeOf(event.getClass());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", type.name());
        fields.put("revision", type.revision());
        fields.put("content", JSON.readTree(CODEC.encode(event).bytes()));
        return fields;
    }
}
