package vn.soto.edge.start;

import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.web.AnswerType;

/** The types of the endpoints' answers. Their serialisers are made here, and not by the first answer of each type. */
final class AnswerTypes {

    private AnswerTypes() {}

    /** Returns their number. */
    static int prepare(List<RequestMappingInfoHandlerMapping> mappings, JsonMapper json) {
        Set<Type> types = new LinkedHashSet<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods()
                .values()
                .forEach(handler ->
                        types.add(AnswerType.sent(handler.getMethod()).getType())));
        types.forEach(type -> json.writerFor(json.constructType(type)));
        return types.size();
    }
}
