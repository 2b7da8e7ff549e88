package vn.soto.command.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.CommandService;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;

/**
 * Accepts one kind of command at its resource; answers 201, or 200 for a repeat. {@link CommandRoutes} creates one per
 * command.
 */
final class CommandEndpoint {

    private final CommandDescriptor issued;
    private final CommandService commands;
    private final Scheduler scheduler;

    CommandEndpoint(CommandDescriptor issued, CommandService commands, Scheduler scheduler) {
        this.issued = issued;
        this.commands = commands;
        this.scheduler = scheduler;
    }

    /** @param body request body; absent is the same as empty */
    Mono<ResponseEntity<CommandOutcome>> submit(
            CommandRequest request,
            @PathVariable Map<String, String> path,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        return Mono.fromCallable(() -> answer(commands.submit(request, issued, payload(path, body))))
                .subscribeOn(scheduler);
    }

    private ObjectNode payload(Map<String, String> path, @Nullable ObjectNode body) {
        return issued.payload(path, body == null ? JsonNodeFactory.instance.objectNode() : body);
    }

    private static ResponseEntity<CommandOutcome> answer(CommandOutcome outcome) {
        return ResponseEntity.status(outcome.repeat() ? HttpStatus.OK : HttpStatus.CREATED)
                .header(CommandRequestResolver.ID, outcome.command().toString())
                .body(outcome);
    }
}
