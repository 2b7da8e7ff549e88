package vn.soto.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.plans.imports.DryRunReport;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ImportService;
import vn.soto.plans.imports.LeftOutRows;
import vn.soto.plans.imports.ReorganisationImport;
import vn.soto.plans.imports.ReorganisationImport.Decreed;
import vn.soto.plans.imports.Upload;
import vn.soto.plans.imports.Upload.CellPlace;
import vn.soto.plans.imports.table.AnnotatedFile;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.RowListener;
import vn.soto.web.Approval;
import vn.soto.web.EndpointRight;
import vn.soto.web.HeavyWork;
import vn.soto.web.Language;
import vn.soto.web.Problem;
import vn.soto.web.ProblemException;
import vn.soto.web.ProblemTexts;
import vn.soto.web.Requires;

/**
 * Accepts import files: a dry run reports every faulty row, then a plan records the file. A file is held in memory and
 * never written to disk.
 */
@RestController
final class ImportEndpoint {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A row and the code name of a column. */
    private static final Pattern PLACE = Pattern.compile("([1-9][0-9]{0,6})\\.([a-z_]{1,30})");

    private final ImportService imports;
    private final LeftOutRows leftOut;
    private final ReorganisationImport reorganisations;
    private final CommandService commands;
    private final ProblemTexts texts;
    private final HeavyWork heavy;
    private final Scheduler scheduler;

    ImportEndpoint(
            ImportService imports,
            LeftOutRows leftOut,
            ReorganisationImport reorganisations,
            CommandService commands,
            ProblemTexts texts,
            HeavyWork heavy,
            ExecutorService commandExecutor) {
        this.heavy = heavy;
        this.commands = commands;
        this.imports = imports;
        this.leftOut = leftOut;
        this.reorganisations = reorganisations;
        this.texts = texts;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /**
     * @param wrong          number of rows left out
     * @param ignoredColumns titles of columns that mean nothing, and letters of columns without a title
     * @param keptUntil      last day on which its sender gets the rows left out back; absent if they are not kept
     * @param approval       see {@link PlanAccepted}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Accepted(
            String plan,
            long commit,
            int steps,
            int rows,
            int wrong,
            List<String> ignoredColumns,
            @Nullable LocalDate keptUntil,
            boolean repeat,
            @Nullable Approval approval) {}

    /**
     * The right is asked, and the work counted, before anything of the file is received; its decisions wait for a place. With {@code
     * dryRun}: a report, or the annotated file, by content negotiation. Otherwise 202 and the plan.
     *
     * @param keepLeftOut whether the sender wants the rows left out back for some days, see {@link LeftOutRowsEndpoint}
     * @param take cells whose suggestion is taken, for each later row with the same fault, too; such as {@code 2.unit}
     */
    @Requires(EndpointRight.COMMANDS)
    @PostMapping(
            path = "/api/imports/{kind}",
            consumes = {CSV, XLSX})
    Mono<ResponseEntity<Object>> take(
            CommandRequest request,
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean leaveOutWrong,
            @RequestParam(defaultValue = "false") boolean keepLeftOut,
            @RequestParam(defaultValue = "") Set<String> take,
            ServerWebExchange exchange) {
        ImportKind wanted = kind(kind);
        check(commands, request, wanted);
        Set<CellPlace> taken = take.stream().map(ImportEndpoint::place).collect(Collectors.toUnmodifiableSet());
        return placed(
                wanted,
                request,
                exchange,
                taken,
                (upload, work) -> dryRun
                        ? report(wanted, work, listener -> imports.dryRun(upload, listener), request, exchange)
                        : work.run(() -> accepted(upload, leaveOutWrong, keepLeftOut, exchange)));
    }

    static ImportKind kind(String name) {
        return ImportKind.named(name)
                .orElseThrow(() -> InvalidFieldException.choice(
                        "kind", "choice", List.of(ImportKind.values()), ImportReport::name));
    }

    private ResponseEntity<Object> accepted(
            Upload upload, boolean leaveOutWrong, boolean keepLeftOut, ServerWebExchange exchange) {
        ImportService.Accepted accepted = imports.carryOut(upload, leaveOutWrong);
        Optional<Instant> until = keepLeftOut ? leftOut.keep(accepted, upload) : Optional.empty();
        return accepted(accepted, until.map(VietnamTime::day), exchange);
    }

    /**
     * The same for a reorganisation of units, which becomes one plan of all rows or none. A dry run also reports the
     * effects; auditors may request one.
     *
     * @param instrument    number of the instrument of every change
     * @param signedOn      day on which that instrument was signed
     * @param effectiveFrom first day of the changed units
     */
    @Requires(EndpointRight.COMMANDS)
    @PostMapping(
            path = "/api/imports/reorganisations",
            consumes = {CSV, XLSX})
    Mono<ResponseEntity<Object>> takeReorganisation(
            CommandRequest request,
            @RequestParam String instrument,
            @RequestParam LocalDate signedOn,
            @RequestParam LocalDate effectiveFrom,
            @RequestParam(defaultValue = "false") boolean dryRun,
            ServerWebExchange exchange) {
        boolean readsOnly = dryRun && request.roles().contains(Role.AUDITOR);
        if (!readsOnly) {
            check(commands, request, ImportKind.REORGANISATIONS);
        }
        Instrument decree = instrument(instrument, signedOn);
        return placed(ImportKind.REORGANISATIONS, request, exchange, Set.of(), (upload, work) -> {
            Decreed decreed = new Decreed(upload, decree, effectiveFrom);
            return dryRun
                    ? report(
                            ImportKind.REORGANISATIONS,
                            work,
                            listener -> readsOnly
                                    ? reorganisations.preview(decreed, listener)
                                    : reorganisations.dryRun(decreed, listener),
                            request,
                            exchange)
                    : accepted(work.run(() -> reorganisations.carryOut(decreed)), Optional.empty(), exchange);
        });
    }

    private static CellPlace place(String written) {
        Matcher place = PLACE.matcher(written);
        if (!place.matches()) {
            throw new InvalidFieldException("take", "malformed");
        }
        return new CellPlace(Integer.parseInt(place.group(1)), place.group(2));
    }

    private static Instrument instrument(String number, LocalDate signedOn) {
        try {
            return new Instrument(number, signedOn);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException("instrument", "malformed");
        }
    }

    static void check(CommandService commands, CommandRequest request, ImportKind kind) {
        kind.commands().forEach(command -> commands.checkRight(request, command));
    }

    private Mono<ResponseEntity<Object>> placed(
            ImportKind kind,
            CommandRequest request,
            ServerWebExchange exchange,
            Set<CellPlace> taken,
            BiFunction<Upload, HeavyWork.Announced, ResponseEntity<Object>> answer) {
        return Mono.using(
                () -> heavy.announce(request.actor(), length(exchange.getRequest())),
                work -> body(exchange.getRequest())
                        .publishOn(scheduler)
                        .map(file -> answer.apply(
                                new Upload(kind, format(exchange.getRequest()), file, request.actor(), taken), work)));
    }

    /** The most that is received. */
    private static long length(ServerHttpRequest request) {
        long said = request.getHeaders().getContentLength();
        return said < 0 ? Format.MOST_BYTES : Math.min(said, Format.MOST_BYTES);
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
                .onErrorMap(DataBufferLimitException.class, e -> tooLarge())
                .switchIfEmpty(Mono.fromSupplier(() -> new byte[0]));
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                Problem.of(413, "too-large").detailed("file-too-large", Format.MOST_BYTES >> 20), Problems.texts());
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private ResponseEntity<Object> report(
            ImportKind kind,
            HeavyWork.Announced work,
            Function<RowListener, DryRunReport> dryRun,
            CommandRequest request,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        MediaType accepted = accepted(exchange.getRequest());
        if (is(accepted, CSV) || is(accepted, XLSX)) {
            Format format = is(accepted, CSV) ? Format.CSV : Format.XLSX;
            try (AnnotatedFile back = new AnnotatedFile(format, finding -> words(finding, language))) {
                var _ = logged(kind, work, dryRun, back, request);
                return sentBack(kind, format, accepted, back);
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(ImportReport.of(logged(kind, work, dryRun, RowListener.NONE, request), texts, language));
    }

    private DryRunReport logged(
            ImportKind kind,
            HeavyWork.Announced work,
            Function<RowListener, DryRunReport> dryRun,
            RowListener listener,
            CommandRequest request) {
        try {
            DryRunReport report = work.run(() -> dryRun.apply(listener));
            DryRunLog.answered(kind, report, request);
            return report;
        } catch (InvalidFileException e) {
            DryRunLog.refused(kind, e, request);
            throw e;
        }
    }

    private static MediaType accepted(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept().stream()
                    .filter(MediaType::isConcrete)
                    .findFirst()
                    .orElse(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException e) {
            throw new NotAcceptableStatusException(e.getMessage());
        }
    }

    private String words(Finding finding, Locale language) {
        ImportReport.Fault fault = ImportReport.Fault.of(finding, Map.of(), texts, language);
        return fault.fix() == null
                ? fault.cause()
                : fault.cause() + " " + texts.text("suggestion", language, fault.fix());
    }

    private static ResponseEntity<Object> sentBack(ImportKind kind, Format format, MediaType type, AnnotatedFile back) {
        String name = ImportReport.name(kind) + "." + format.name().toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(back.file());
    }

    private static ResponseEntity<Object> accepted(
            ImportService.Accepted accepted, Optional<LocalDate> keptUntil, ServerWebExchange exchange) {
        PlanAccepted plan = PlanAccepted.of(accepted.plan(), Language.of(exchange));
        return PlanAccepted.answer(accepted.plan())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Accepted(
                        plan.plan(),
                        plan.commit(),
                        plan.steps(),
                        accepted.rows(),
                        accepted.wrong(),
                        accepted.ignored(),
                        keptUntil.isPresent() ? keptUntil.get() : null,
                        plan.repeat(),
                        plan.approval()));
    }
}
