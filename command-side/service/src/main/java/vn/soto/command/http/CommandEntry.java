package vn.soto.command.http;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.desk.CommandDesk;
import vn.soto.command.desk.Outcome;
import vn.soto.command.desk.Submission;
import vn.soto.command.shared.Command;

/** From a request to the command desk: checks the role, leaves the event loop, answers 201 (200 for a repeat). */
public final class CommandEntry {

    private final CommandDesk desk;
    private final Scheduler scheduler;

    /** @param executor runs each command on a thread of its own that may block, such as a virtual one */
    public CommandEntry(CommandDesk desk, Executor executor) {
        this.desk = desk;
        this.scheduler = Schedulers.fromExecutor(executor);
    }

    Mono<ResponseEntity<Outcome>> submit(CommandRequest request, Supplier<? extends Command> command) {
        return Mono.fromCallable(() -> answer(request, command.get())).subscribeOn(scheduler);
    }

    Outcome submitNow(CommandRequest request, Command command) {
        if (!Permissions.may(request.roles(), command.getClass())) {
            throw new NotAllowed();
        }
        return desk.submit(new Submission(request.id(), command, request.actor(), request.correlation()));
    }

    private ResponseEntity<Outcome> answer(CommandRequest request, Command command) {
        Outcome outcome = submitNow(request, command);
        return ResponseEntity.status(outcome.repeat() ? HttpStatus.OK : HttpStatus.CREATED)
                .header(CommandRequestResolver.ID, outcome.command().toString())
                .body(outcome);
    }
}
