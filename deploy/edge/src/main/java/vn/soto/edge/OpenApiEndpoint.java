package vn.soto.edge;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Describes the whole API, whichever side this process is: OpenAPI 3.1, made from the code and kept beside this class. */
@RestController
final class OpenApiEndpoint {

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Resource> document() {
        return Mono.just(new ClassPathResource("openapi.json", OpenApiEndpoint.class));
    }
}
