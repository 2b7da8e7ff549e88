package vn.soto.command.http;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
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
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.web.Language;
import vn.soto.web.Problem;
import vn.soto.web.ProblemTexts;

/** Accepts a batch of commands and streams one result per line, in line order, as the lines finish. */
@RestController
final class BatchEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(BatchEndpoint.class);

    private final BatchReader reader;
    private final BatchService batches;
    private final ProblemTexts texts;
    private final ExecutorService executor;
    private final Scheduler scheduler;

    /** @param commandExecutor runs each batch on its own thread that may block */
    BatchEndpoint(BatchReader reader, BatchService batches, ProblemTexts texts, ExecutorService commandExecutor) {
        this.reader = reader;
        this.batches = batches;
        this.texts = texts;
        this.executor = commandExecutor;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    @PostMapping(
            path = "/api/commands",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<ResponseEntity<Flux<LineAnswer>>> run(CommandRequest request, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        return DataBufferUtils.join(exchange.getRequest().getBody(), CommandBatch.MOST_BYTES)
                .onErrorMap(DataBufferLimitException.class, e -> new BatchTooLargeException())
                .map(BatchEndpoint::bytes)
                .defaultIfEmpty(new byte[0])
                .publishOn(scheduler)
                .map(body -> ResponseEntity.ok(answers(reader.read(body), request, locale)));
    }

    private static byte[] bytes(DataBuffer body) {
        byte[] bytes = new byte[body.readableByteCount()];
        body.read(bytes);
        DataBufferUtils.release(body);
        return bytes;
    }

    /** The batch starts when the client subscribes to the results; after a cancellation, lines in progress finish. */
    private Flux<LineAnswer> answers(CommandBatch batch, CommandRequest request, Locale locale) {
        return Flux.create(sink -> executor.execute(() -> run(batch, request, locale, sink)));
    }

    private void run(CommandBatch batch, CommandRequest request, Locale locale, FluxSink<LineAnswer> sink) {
        try {
            batches.run(batch, request, answer -> sink.next(line(answer, locale)), sink::isCancelled);
        } finally {
            sink.complete();
        }
    }

    private LineAnswer line(LineResult answer, Locale locale) {
        return switch (answer) {
            case LineResult.Done done -> LineAnswer.of(done);
            case LineResult.Failed failed -> {
                Problem problem = Problems.of(failed.cause());
                if (problem.status() == 500) {
                    LOG.error("line {} of a batch failed", failed.line(), failed.cause());
                }
                yield LineAnswer.of(failed, problem, texts.detail(problem, locale));
            }
        };
    }
}
