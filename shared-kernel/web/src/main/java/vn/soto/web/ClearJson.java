package vn.soto.web;

import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in which personal texts stand in the clear. The buffers of its parsers and generators are used once. Pooled ones
 * keep their content until a longer text overwrites it, which may be long after the person was erased.
 */
public final class ClearJson {

    private ClearJson() {}

    public static void unpooled(JsonFactoryBuilder json) {
        json.recyclerPool(JsonRecyclerPools.nonRecyclingPool());
    }

    public static JsonMapper mapper() {
        JsonFactoryBuilder json = new JsonFactoryBuilder();
        unpooled(json);
        return new JsonMapper(json.build());
    }
}
