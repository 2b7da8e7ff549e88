package vn.soto.command.http;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.plans.AcceptancePlanner;
import vn.soto.plans.PlanService.Submitted;
import vn.soto.web.EndpointRight;
import vn.soto.web.HeavyWork;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Accepts the reports of a sample that the sender has opened, as a plan with one step per report. */
@RestController
final class AcceptanceEndpoint {

    private final AcceptancePlanner acceptances;
    private final CommandService commands;
    private final HeavyWork heavy;
    private final Scheduler scheduler;

    AcceptanceEndpoint(
            AcceptancePlanner acceptances, CommandService commands, HeavyWork heavy, ExecutorService commandExecutor) {
        this.heavy = heavy;
        this.commands = commands;
        this.acceptances = acceptances;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /** Answers 202 when the plan is recorded, 200 for a repeat; {@code /api/plans/{plan}} shows its progress. */
    @Requires(EndpointRight.COMMANDS)
    @PostMapping(path = "/api/report-samples/{sample}/acceptance", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PlanAccepted>> submit(
            CommandRequest request, @PathVariable String sample, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        commands.checkRight(request, AcceptReport.class);
        ReportSampleId id = id(sample);
        String actor = request.actor();
        return Mono.fromCallable(() -> heavy.run(actor, () -> answer(acceptances.submit(id, actor), locale)))
                .subscribeOn(scheduler);
    }

    private static ResponseEntity<PlanAccepted> answer(Submitted submitted, Locale locale) {
        return PlanAccepted.answer(submitted).body(PlanAccepted.of(submitted, locale));
    }

    private static ReportSampleId id(String sample) {
        try {
            return new ReportSampleId(sample);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException("sample", "malformed");
        }
    }
}
