package vn.soto.edge.start;

import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The types of the endpoints' answers. Their serialisers are made here, and not by the first answer of each type. */
final class AnswerTypes {

    private AnswerTypes() {}

    /** Returns their number. */
    static int prepare(List<RequestMappingInfoHandlerMapping> mappings, JsonMapper json) {
        Set<Type> types = new LinkedHashSet<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods()
                .values()
                .forEach(handler -> types.add(body(ResolvableType.forMethodReturnType(handler.getMethod()))
                        .getType())));
        types.forEach(type -> json.writerFor(json.constructType(type)));
        return types.size();
    }

    private static ResolvableType body(ResolvableType answer) {
        Class<?> type = answer.toClass();
        return Publisher.class.isAssignableFrom(type) || HttpEntity.class.isAssignableFrom(type)
                ? body(answer.getGeneric())
                : answer;
    }
}
