package vn.soto.edge;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/**
 * Serves the description of the whole API, on either side: OpenAPI 3.1, generated from the code by the module
 * soto-openapi.
 */
@RestController
final class OpenApiEndpoint {

    private final Mono<byte[]> document = Mono.fromCallable(
                    () -> new ClassPathResource("vn/soto/openapi/openapi.json").getContentAsByteArray())
            .cache();

    /** Bytes, because Spring answers requests for ranges of a resource, and a wrong one without a problem. */
    @Requires(EndpointRight.OWN_ACCOUNT)
    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> document() {
        return document;
    }
}
