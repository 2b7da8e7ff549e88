package vn.soto.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.household.HandOver.Receiver;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.plans.HandOverPlanner;
import vn.soto.web.Approval;
import vn.soto.web.EndpointRight;
import vn.soto.web.HeavyWork;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Hands over all of a member's households, as a plan with one step per household. */
@RestController
final class HandOverEndpoint {

    private final HandOverPlanner handOvers;
    private final CommandService commands;
    private final HeavyWork heavy;
    private final Scheduler scheduler;

    HandOverEndpoint(
            HandOverPlanner handOvers, CommandService commands, HeavyWork heavy, ExecutorService commandExecutor) {
        this.heavy = heavy;
        this.commands = commands;
        this.handOvers = handOvers;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /**
     * @param staying  households that no named recipient has room for or may take
     * @param approval see {@link PlanAccepted}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Accepted(
            String plan,
            long commit,
            int steps,
            List<HouseholdId> staying,
            boolean repeat,
            @Nullable Approval approval) {}

    /** Answers 202 when the plan is recorded, 200 for a repeat; {@code /api/plans/{plan}} shows its progress. */
    @Requires(EndpointRight.COMMANDS)
    @PostMapping(
            path = "/api/teams/{team}/members/{member}/hand-over",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Accepted>> submit(
            CommandRequest request,
            @PathVariable String team,
            @PathVariable String member,
            @RequestBody HandOverRequest handOver,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        commands.checkRight(request, ReassignHousehold.class);
        Responsible from = from(team, member);
        List<Receiver> receivers = receivers(from.team(), handOver);
        LocalDate day = required("effectiveFrom", handOver.effectiveFrom());
        String actor = request.actor();
        return Mono.fromCallable(() -> heavy.run(
                        actor, () -> answer(handOvers.submit(request.id(), from, receivers, day, actor), locale)))
                .subscribeOn(scheduler);
    }

    private static ResponseEntity<Accepted> answer(HandOverPlanner.Accepted accepted, Locale locale) {
        PlanAccepted plan = PlanAccepted.of(accepted.plan(), locale);
        return PlanAccepted.answer(accepted.plan())
                .body(new Accepted(
                        plan.plan(), plan.commit(), plan.steps(), accepted.staying(), plan.repeat(), plan.approval()));
    }

    private static Responsible from(String team, String member) {
        try {
            return new Responsible(new TeamId(team), new MemberId(member));
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException("member", "malformed");
        }
    }

    private static List<Receiver> receivers(TeamId own, HandOverRequest handOver) {
        List<HandOverRequest.To> to = required("to", handOver.to());
        if (to.isEmpty()) {
            throw new InvalidFieldException("to", "missing");
        }
        return to.stream().map(each -> receiver(own, required("to", each))).toList();
    }

    private static Receiver receiver(TeamId own, HandOverRequest.To to) {
        TeamId team = to.team();
        Integer atMost = to.atMost();
        if (atMost != null && atMost < 1) {
            throw new InvalidFieldException("to.atMost", "malformed");
        }
        return new Receiver(
                new Responsible(team == null ? own : team, required("to.member", to.member())),
                atMost == null ? Integer.MAX_VALUE : atMost);
    }

    /** A field missing in the request is null. */
    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidFieldException(field, "missing");
        }
        return value;
    }
}
