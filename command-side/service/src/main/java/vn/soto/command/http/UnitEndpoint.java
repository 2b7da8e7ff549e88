package vn.soto.command.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.command.desk.Outcome;
import vn.soto.command.unit.UnitCommand.EstablishUnit;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/** Establishes units, one by one or from a file. */
@RestController
@RequestMapping(path = "/api/units", produces = MediaType.APPLICATION_JSON_VALUE)
final class UnitEndpoint {

    private final CommandEntry commands;
    private final UnitImport imports;

    UnitEndpoint(CommandEntry commands, UnitImport imports) {
        this.commands = commands;
        this.imports = imports;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Outcome>> establish(CommandRequest request, @RequestBody Establishment body) {
        return commands.submit(request, body::command);
    }

    /** A CSV file, see {@link vn.soto.command.imports.UnitFile}; each row is a command of its own under one correlation. Safe to send again. */
    @PostMapping(consumes = "text/csv")
    Mono<UnitImport.Result> establishAll(CommandRequest request, @RequestBody String csv, ServerWebExchange exchange) {
        return imports.run(request, csv, ProblemAdvice.locale(exchange));
    }

    record Establishment(
            @Nullable UnitId unit,
            @Nullable UnitKind kind,
            @Nullable String name,
            @Nullable String officialCode,
            @Nullable UnitId parent,
            @Nullable Instrument instrument,
            @Nullable LocalDate effectiveFrom) {

        EstablishUnit command() {
            return new EstablishUnit(
                    Required.field("unit", unit),
                    Required.field("kind", kind),
                    Required.field("name", name),
                    officialCode,
                    parent,
                    Required.field("instrument", instrument),
                    Required.field("effectiveFrom", effectiveFrom));
        }
    }
}
