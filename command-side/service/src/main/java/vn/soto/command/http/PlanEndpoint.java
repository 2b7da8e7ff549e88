package vn.soto.command.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandReader;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.report.AcceptedTogether;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.plans.PlanService;
import vn.soto.plans.Step;
import vn.soto.web.EndpointRight;
import vn.soto.web.HeavyWork;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/**
 * Accepts plans as lists of commands: a proposal for another person's approval, a reorganisation or a hand-over. The
 * request id is the plan id. Answers 202 when the plan is recorded; {@code /api/plans/{plan}} shows its progress.
 */
@RestController
final class PlanEndpoint {

    private static final List<PlanKind> KINDS = List.of(PlanKind.PROPOSAL, PlanKind.REORGANISATION, PlanKind.HAND_OVER);

    /** Steps that are read without a place. */
    private static final int FEW = 20;

    private final PlanService plans;
    private final PlanLines lines;
    private final CommandService commands;
    private final HeavyWork heavy;
    private final Scheduler scheduler;

    PlanEndpoint(
            PlanService plans,
            CommandCatalogue catalogue,
            CommandService commands,
            HeavyWork heavy,
            ExecutorService commandExecutor) {
        this.heavy = heavy;
        this.plans = plans;
        this.lines = new PlanLines(catalogue);
        this.commands = commands;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /** One JSON object per line: {@code {"name": "void-assistance", "payload": {...}}}. */
    @Requires(EndpointRight.COMMANDS)
    @PostMapping(
            path = "/api/plans",
            consumes = {"application/x-ndjson", MediaType.APPLICATION_JSON_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PlanAccepted>> submit(
            CommandRequest request,
            @RequestParam(defaultValue = "proposal") String kind,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        PlanKind wanted = kind(kind);
        Locale locale = Language.of(exchange);
        return Mono.fromCallable(() -> {
                    check(request, wanted);
                    String text = new String(body, StandardCharsets.UTF_8);
                    PlanService.Submitted submitted =
                            text.lines().skip(FEW).findAny().isPresent()
                                    ? heavy.run(request.actor(), () -> submitted(request, wanted, text))
                                    : submitted(request, wanted, text);
                    return PlanAccepted.answer(submitted).body(PlanAccepted.of(submitted, locale));
                })
                .subscribeOn(scheduler);
    }

    private PlanService.Submitted submitted(CommandRequest request, PlanKind kind, String body) {
        List<Step> steps = steps(request, kind, body);
        return submitted(CommandRequestResolver.planId(request), kind, steps, request.actor());
    }

    private PlanService.Submitted submitted(PlanId plan, PlanKind kind, List<Step> steps, String actor) {
        try {
            return plans.submit(plan, kind, steps.iterator(), actor);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException("payload", "malformed");
        }
    }

    /**
     * Only a proposal is open to every role, because it waits: other plans take the places of those under way, of which
     * there are few.
     */
    private void check(CommandRequest request, PlanKind kind) {
        switch (kind) {
            case REORGANISATION -> commands.checkRight(request, EstablishUnit.class);
            case HAND_OVER -> commands.checkRight(request, ReassignHousehold.class);
            case ACCEPTANCE -> commands.checkRight(request, AcceptReport.class);
            case PROPOSAL, IMPORT, UNDO, RETENTION -> {}
        }
    }

    private static PlanKind kind(String name) {
        return KINDS.stream()
                .filter(kind -> written(kind).equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidFieldException.choice("kind", "choice", KINDS, PlanEndpoint::written));
    }

    private static String written(PlanKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An aggregate that a step creates without naming it gets an id derived from the plan's. */
    private List<Step> steps(CommandRequest request, PlanKind kind, String body) {
        PlanId plan = new PlanId(request.id().toString());
        List<PlanLines.PlanLine> read = lines.read(command -> commands.checkRight(request, command), body);
        AcceptedTogether.refusal(read.stream().map(line -> line.issued().type()).toList())
                .ifPresent(unread -> {
                    throw unread;
                });
        PlanRule.PROPOSAL_HAS_ONE_STEP.require(kind != PlanKind.PROPOSAL || read.size() <= 1);
        List<Step> steps = new ArrayList<>(read.size());
        for (PlanLines.PlanLine line : read) {
            UUID id = PlanService.createdBy(plan, steps.size());
            steps.add(step(request, line, id, "[" + steps.size() + "].payload"));
        }
        return steps;
    }

    private Step step(CommandRequest request, PlanLines.PlanLine line, UUID id, String at) {
        try (CommandReader.Held held = read(request, line, id, id)) {
            return new Step.Requested(0, held.command(), recording -> read(request, line, id, recording));
        } catch (InvalidFieldException e) {
            throw e.below(at);
        }
    }

    private CommandReader.Held read(CommandRequest request, PlanLines.PlanLine line, UUID id, UUID recording) {
        return commands.readForPlan(request, line.issued(), line.payload(), id, recording);
    }
}
