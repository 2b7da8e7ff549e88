package vn.soto.query.http;

import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Registers {@link QuestionMapping} as the mapping of all endpoints. */
@Component
record QuestionRegistrations() implements WebFluxRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new QuestionMapping();
    }
}
