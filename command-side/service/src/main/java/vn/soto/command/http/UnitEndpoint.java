package vn.soto.command.http;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.command.binding.CommandRequest;
import vn.soto.plans.imports.UnitFile;
import vn.soto.web.Language;

/** Establishes the units of a file. */
@RestController
final class UnitEndpoint {

    private final UnitImport imports;

    UnitEndpoint(UnitImport imports) {
        this.imports = imports;
    }

    /** A CSV file, see {@link UnitFile}; each row is a command of its own under one correlation. Safe to send again. */
    @PostMapping(path = "/api/units", consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<UnitImport.Result> establishAll(CommandRequest request, @RequestBody String csv, ServerWebExchange exchange) {
        return imports.run(request, csv, Language.of(exchange));
    }
}
