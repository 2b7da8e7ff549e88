package vn.soto.command.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.binding.CommandService;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.plans.PlanService;
import vn.soto.plans.RetentionPlanner;
import vn.soto.web.EndpointRight;
import vn.soto.web.HeavyWork;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Erases the personal data whose period of keeping is over, as a plan with one step for each subject. */
@RestController
final class RetentionEndpoint {

    private final RetentionPlanner retention;
    private final CommandService commands;
    private final HeavyWork heavy;
    private final Scheduler scheduler;

    RetentionEndpoint(
            RetentionPlanner retention, CommandService commands, HeavyWork heavy, ExecutorService commandExecutor) {
        this.heavy = heavy;
        this.commands = commands;
        this.retention = retention;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /**
     * The subjects whose data would be erased.
     *
     * @param more whether there are others, for a later plan
     */
    record Preview(List<Ended> ended, boolean more) {}

    /** @param keptUntil last day of the period of keeping */
    record Ended(String subject, LocalDate keptUntil) {}

    /**
     * With {@code dryRun}, answers 200 and the subjects whose data would be erased now. Otherwise answers 202 when the
     * plan is recorded, 200 for a repeat, and {@code /api/plans/{plan}} shows its progress.
     */
    @Requires(EndpointRight.COMMANDS)
    @PostMapping(path = "/api/retention", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Object>> erase(
            CommandRequest request, @RequestParam(defaultValue = "false") boolean dryRun, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        checkRights(request);
        return Mono.fromCallable(() ->
                        heavy.run(request.actor(), () -> dryRun ? previewed(request) : submitted(request, locale)))
                .subscribeOn(scheduler);
    }

    private void checkRights(CommandRequest request) {
        Stream.of(EraseMemberData.class, EraseHouseholdData.class, EraseBusinessData.class, EraseRequestData.class)
                .forEach(command -> commands.checkRight(request, command));
    }

    private ResponseEntity<Object> previewed(CommandRequest request) {
        RetentionPlanner.Preview preview = retention.preview(request.actor());
        return ResponseEntity.ok(new Preview(
                preview.ended().stream()
                        .map(ended -> new Ended(ended.subject().toString(), ended.keptUntil()))
                        .toList(),
                preview.more()));
    }

    private ResponseEntity<Object> submitted(CommandRequest request, Locale locale) {
        PlanService.Submitted submitted = retention.submit(request.id(), request.actor());
        return PlanAccepted.answer(submitted).body(PlanAccepted.of(submitted, locale));
    }
}
