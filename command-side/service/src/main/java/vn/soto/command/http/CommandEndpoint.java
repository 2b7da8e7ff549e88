package vn.soto.command.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.RuleFields;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.plans.CommandTrials;
import vn.soto.plans.PlanService;
import vn.soto.plans.Proposals;
import vn.soto.web.EndpointRight;
import vn.soto.web.HeavyWork;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/**
 * Accepts one kind of command at its resource; answers 201, or 200 for a repeat. A command that needs two persons
 * becomes a proposal: 202, or 200 for a repeat, with the plan. {@link CommandRoutes} creates one per command.
 */
record CommandEndpoint(
        CommandDescriptor issued,
        CommandService commands,
        Proposals proposals,
        CommandTrials trials,
        HeavyWork heavy,
        Scheduler scheduler) {

    /**
     * With {@code dryRun}, answers 200 and the effects of the command, or the problem that would refuse it. Nothing is
     * kept, and the command can be sent with the same id.
     *
     * @param body request body; absent is the same as empty
     */
    @Requires(EndpointRight.COMMANDS)
    Mono<ResponseEntity<Object>> submit(
            CommandRequest request,
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable ObjectNode body,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        Mono<ResponseEntity<Object>> answer = Mono.fromCallable(() -> issued.isHeavy()
                ? heavy.run(request.actor(), () -> answered(request, payload(path, body), dryRun, locale))
                : answered(request, payload(path, body), dryRun, locale));
        // As a rule the thread that resolved the request is here, which may block.
        return Schedulers.isInNonBlockingThread() ? answer.subscribeOn(scheduler) : answer;
    }

    /** Asked for at each request, which looks its handler up. */
    @Override
    public int hashCode() {
        return issued.name().hashCode();
    }

    private ResponseEntity<Object> answered(CommandRequest request, ObjectNode payload, boolean dryRun, Locale locale) {
        try {
            return dryRun ? tried(request, payload, locale) : submit(request, payload, locale);
        } catch (RuleViolatedException | NotFoundException e) {
            throw RuleFields.of(e, issued, payload)
                    .<RuntimeException>map(field -> new RefusedFieldException(e, field))
                    .orElse(e);
        }
    }

    private ResponseEntity<Object> tried(CommandRequest request, ObjectNode payload, Locale locale) {
        return ResponseEntity.ok(DryRunAnswer.of(trials.decide(request, issued, payload), locale));
    }

    private ResponseEntity<Object> submit(CommandRequest request, ObjectNode payload, Locale locale) {
        try {
            return answer(commands.submit(request, issued, payload), locale);
        } catch (RuleViolatedException e) {
            if (e.rule() != PlanRule.COMMAND_NEEDS_A_SECOND_PERSON) {
                throw e;
            }
        } catch (CommandIdReusedException e) {
            if (!proposals.isProposed(request.id())) {
                throw e;
            }
        }
        PlanService.Submitted proposal = proposals.propose(
                CommandRequestResolver.planId(request),
                () -> commands.readForTrial(request, issued, payload),
                recording -> commands.readForPlan(request, issued, payload, request.id(), recording),
                request.actor());
        return answer(proposal, locale);
    }

    private ObjectNode payload(Map<String, String> path, @Nullable ObjectNode body) {
        return issued.payload(path, body == null ? JsonNodeFactory.instance.objectNode() : body);
    }

    private static ResponseEntity<Object> answer(CommandOutcome outcome, Locale locale) {
        return ResponseEntity.status(outcome.repeat() ? HttpStatus.OK : HttpStatus.CREATED)
                .header(CommandRequestResolver.ID, outcome.command().toString())
                .body(CommandAnswer.of(outcome, locale));
    }

    private static ResponseEntity<Object> answer(PlanService.Submitted proposal, Locale locale) {
        return PlanAccepted.answer(proposal)
                .header(CommandRequestResolver.ID, proposal.plan().value())
                .body(PlanAccepted.of(proposal, locale));
    }
}
