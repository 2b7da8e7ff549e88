package vn.soto.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.binding.CommandRequest;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.binding.Permissions;
import vn.soto.plans.imports.AnnotatedFile;
import vn.soto.plans.imports.DryRunReport;
import vn.soto.plans.imports.Finding;
import vn.soto.plans.imports.Format;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ImportService;
import vn.soto.plans.imports.InvalidRowsException;
import vn.soto.plans.imports.Upload;
import vn.soto.web.Language;
import vn.soto.web.ProblemTexts;

/**
 * Takes files of units, teams, members and households: tried out first, with a report on every wrong row, then carried out as a
 * plan. A file is held in memory and never written to disk.
 */
@RestController
final class ImportEndpoint {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportService imports;
    private final ProblemTexts texts;
    private final Scheduler scheduler;

    ImportEndpoint(ImportService imports, ProblemTexts texts, ExecutorService commandExecutor) {
        this.imports = imports;
        this.texts = texts;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /**
     * A finding in words.
     *
     * @param cause what is wrong and what to do
     * @param fix   what the cell may have been meant to say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            int row,
            @Nullable String column,
            String problem,
            String cause,
            @Nullable String fix) {}

    /** @param more whether there are more faults than are listed; all of them are in the file that can be had instead */
    record Report(
            String kind,
            int rows,
            int ready,
            int repeated,
            int wrong,
            List<String> ignoredColumns,
            List<Fault> faults,
            boolean more) {}

    /** @param wrong rows left out */
    record Accepted(String plan, long commit, int steps, int rows, int wrong, boolean repeat) {}

    /** With {@code dryRun}: a report, or the file itself with a column more, whichever is accepted. Else 202 and the plan. */
    @PostMapping(
            path = "/api/imports/{kind}",
            consumes = {CSV, XLSX})
    Mono<ResponseEntity<Object>> take(
            CommandRequest request,
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean leaveOutWrong,
            ServerWebExchange exchange) {
        ImportKind wanted = ImportKind.named(kind).orElseThrow(() -> new InvalidFieldException("kind", "malformed"));
        check(request, wanted);
        Locale language = Language.of(exchange);
        return body(exchange.getRequest())
                .publishOn(scheduler)
                .map(file -> new Upload(wanted, format(exchange.getRequest()), file, request.actor()))
                .map(upload -> dryRun
                        ? report(upload, language, exchange.getRequest())
                        : carryOut(upload, leaveOutWrong, language));
    }

    private static void check(CommandRequest request, ImportKind kind) {
        if (!kind.commands().stream().allMatch(command -> Permissions.may(request.roles(), command))) {
            throw new NotAllowedException();
        }
    }

    private static Format format(ServerHttpRequest request) {
        return is(request.getHeaders().getContentType(), CSV) ? Format.CSV : Format.XLSX;
    }

    private static boolean is(@Nullable MediaType type, String wanted) {
        return type != null && MediaType.parseMediaType(wanted).isCompatibleWith(type);
    }

    private static Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), Format.MOST_BYTES)
                .map(ImportEndpoint::bytes)
                .onErrorMap(DataBufferLimitException.class, e -> new FileTooLargeException())
                .switchIfEmpty(Mono.fromSupplier(() -> new byte[0]));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private ResponseEntity<Object> report(Upload upload, Locale language, ServerHttpRequest request) {
        MediaType accepted = request.getHeaders().getAccept().stream()
                .filter(MediaType::isConcrete)
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
        if (is(accepted, CSV) || is(accepted, XLSX)) {
            Format format = is(accepted, CSV) ? Format.CSV : Format.XLSX;
            return sentBack(upload, format, accepted, language);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(report(imports.tryOut(upload, new Nobody()), language));
    }

    private ResponseEntity<Object> sentBack(Upload upload, Format format, MediaType type, Locale language) {
        Function<Finding, String> words = finding -> {
            Fault fault = fault(finding, language);
            return fault.fix() == null
                    ? fault.cause()
                    : fault.cause() + " " + texts.text("suggestion", language, fault.fix());
        };
        try (AnnotatedFile back = new AnnotatedFile(format, words)) {
            imports.tryOut(upload, back);
            return ResponseEntity.ok()
                    .contentType(type)
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"" + name(upload.kind()) + "."
                                    + format.name().toLowerCase(Locale.ROOT) + "\"")
                    .body(back.file());
        }
    }

    private ResponseEntity<Object> carryOut(Upload upload, boolean leaveOutWrong, Locale language) {
        try {
            ImportService.Accepted accepted = imports.carryOut(upload, leaveOutWrong);
            return PlanAccepted.answer(accepted.plan())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Accepted(
                            accepted.plan().plan().value(),
                            accepted.plan().commit(),
                            accepted.plan().steps(),
                            accepted.rows(),
                            accepted.wrong(),
                            accepted.plan().repeat()));
        } catch (InvalidRowsException e) {
            return ResponseEntity.unprocessableContent()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(report(e.trial(), language));
        }
    }

    private Report report(DryRunReport trial, Locale language) {
        return new Report(
                name(trial.kind()),
                trial.rows(),
                trial.ready(),
                trial.repeated(),
                trial.wrong(),
                trial.ignored(),
                trial.findings().stream()
                        .map(finding -> fault(finding, language))
                        .toList(),
                trial.wrong() > trial.findings().size());
    }

    private Fault fault(Finding finding, Locale language) {
        return new Fault(
                finding.row(),
                finding.column(),
                finding.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                texts.text(finding.code(), language, finding.arguments().toArray()),
                finding.suggestion());
    }

    private static String name(ImportKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Nobody wants the file back. */
    private static final class Nobody implements ImportService.Reading {

        @Override
        public void header(List<String> titles) {}

        @Override
        public void row(List<String> cells, List<Finding> findings) {}
    }
}
