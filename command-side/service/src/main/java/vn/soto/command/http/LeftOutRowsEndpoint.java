package vn.soto.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.binding.CommandService;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.LeftOutRows;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Gives the rows that files left out back to whoever sent the files. */
@RestController
final class LeftOutRowsEndpoint {

    private final LeftOutRows leftOut;
    private final CommandService commands;
    private final Scheduler scheduler;

    LeftOutRowsEndpoint(LeftOutRows leftOut, CommandService commands, ExecutorService commandExecutor) {
        this.leftOut = leftOut;
        this.commands = commands;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /**
     * A file of which rows were left out.
     *
     * @param file      id of the plan of the others
     * @param keptUntil last day on which they are there
     */
    record LeftOutFile(UUID file, int rows, LocalDate keptUntil) {}

    /** @param rows those of the file asked for, with their titles, as text; absent if it has none any more */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeftOut(List<LeftOutFile> files, @Nullable String rows) {}

    /**
     * The files of the sender; nobody else's. Sent as a command is, because the command side has them.
     *
     * @param file    the one whose rows are wanted
     * @param discard whether its rows are removed instead
     */
    @Requires(EndpointRight.COMMANDS)
    @PostMapping(path = "/api/imports/{kind}/left-out", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<LeftOut> leftOut(
            CommandRequest request,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable UUID file,
            @RequestParam(defaultValue = "false") boolean discard) {
        ImportKind wanted = ImportEndpoint.kind(kind);
        ImportEndpoint.check(commands, request, wanted);
        return Mono.fromCallable(() -> answer(request.actor(), wanted, file, discard))
                .subscribeOn(scheduler);
    }

    private LeftOut answer(String owner, ImportKind kind, @Nullable UUID file, boolean discard) {
        String rows = null;
        if (file != null && discard) {
            leftOut.discard(file, owner);
        } else if (file != null) {
            rows = leftOut.rows(file, kind, owner).orElse("");
        }
        List<LeftOutFile> files = leftOut.of(owner, kind).stream()
                .map(each -> new LeftOutFile(each.file(), each.rows(), VietnamTime.day(each.until())))
                .toList();
        return new LeftOut(files, rows);
    }
}
