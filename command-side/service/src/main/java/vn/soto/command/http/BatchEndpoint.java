package vn.soto.command.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.batch.BatchReader;
import vn.soto.command.batch.BatchService;
import vn.soto.command.batch.BatchTooLargeException;
import vn.soto.command.batch.CommandBatch;
import vn.soto.command.batch.LineResult;
import vn.soto.command.batch.LockedDevices;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.web.EndpointRight;
import vn.soto.web.FailureLog;
import vn.soto.web.Language;
import vn.soto.web.Problem;
import vn.soto.web.ProblemException;
import vn.soto.web.ProblemTexts;
import vn.soto.web.RefusalNotes;
import vn.soto.web.Requires;

/** Accepts a batch of commands and streams one result per line, in line order, as the lines finish. */
@RestController
final class BatchEndpoint {

    private final BatchReader reader;
    private final BatchService batches;
    private final LockedDevices devices;
    private final ProblemTexts texts;
    private final ExecutorService executor;
    private final Scheduler scheduler;

    /** @param commandExecutor runs each batch on its own thread that may block */
    BatchEndpoint(
            BatchReader reader,
            BatchService batches,
            CommandSide commands,
            ProblemTexts texts,
            ExecutorService commandExecutor) {
        this.reader = reader;
        this.batches = batches;
        this.devices = new LockedDevices(commands.accountRoles()::isLocked);
        this.texts = texts;
        this.executor = commandExecutor;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /**
     * @param account account for which the commands were collected, percent-encoded; a session of another one is refused,
     *     so that nothing is recorded in another's name
     */
    @Requires(EndpointRight.COMMANDS)
    @PostMapping(
            path = "/api/commands",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<ResponseEntity<Flux<LineAnswer>>> run(
            CommandRequest request,
            @RequestHeader(name = "Soto-Account", required = false) @Nullable String account,
            ServerWebExchange exchange) {
        if (account != null
                && !URLDecoder.decode(account, StandardCharsets.UTF_8).equals(request.actor())) {
            return Mono.error(new ProblemException(Problem.of(409, "another-account"), Problems.texts()));
        }
        return DataBufferUtils.join(exchange.getRequest().getBody(), CommandBatch.MOST_BYTES)
                .onErrorMap(DataBufferLimitException.class, e -> new BatchTooLargeException())
                .map(BatchEndpoint::bytes)
                .defaultIfEmpty(new byte[0])
                .publishOn(scheduler)
                .map(body -> ResponseEntity.ok(
                        answers(devices.refused(reader.read(body), request.actor()), request, exchange)));
    }

    private static byte[] bytes(DataBuffer body) {
        byte[] bytes = new byte[body.readableByteCount()];
        body.read(bytes);
        DataBufferUtils.release(body);
        return bytes;
    }

    /** The batch starts when the client subscribes to the results; after a cancellation, lines in progress finish. */
    private Flux<LineAnswer> answers(CommandBatch batch, CommandRequest request, ServerWebExchange exchange) {
        return Flux.create(sink -> executor.execute(() -> run(batch, request, exchange, sink)));
    }

    private void run(
            CommandBatch batch, CommandRequest request, ServerWebExchange exchange, FluxSink<LineAnswer> sink) {
        try {
            batches.run(batch, request, answer -> sink.next(line(answer, exchange)), sink::isCancelled);
        } finally {
            sink.complete();
        }
    }

    private LineAnswer line(LineResult answer, ServerWebExchange exchange) {
        return switch (answer) {
            case LineResult.Done done -> LineAnswer.of(done, Language.of(exchange));
            case LineResult.Failed failed -> {
                DamageLog.note(failed.cause(), exchange);
                Problem translated = Problems.of(failed.cause());
                Problem problem = translated.status() == 500
                        ? translated.withFailure(FailureLog.record(failed.cause(), exchange, "-" + failed.line()))
                        : translated;
                RefusalNotes.add(problem, exchange);
                yield LineAnswer.of(failed, problem, texts.detail(problem, Language.of(exchange)));
            }
        };
    }
}
