package vn.soto.command.http;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.binding.Permissions;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.reorganisation.ReorganisationFile;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.ReviewCoverage;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.plans.PlanService;
import vn.soto.plans.ReorganisationPlanner;

/** Takes reorganisations of units as files, to be carried out as plans. */
@RestController
final class ReorganisationEndpoint {

    private static final List<Class<? extends Command>> COMMANDS =
            List.of(EstablishUnit.class, MergeUnits.class, ReviewCoverage.class);

    private final ReorganisationPlanner reorganisations;
    private final Scheduler scheduler;

    ReorganisationEndpoint(ReorganisationPlanner reorganisations, ExecutorService commandExecutor) {
        this.reorganisations = reorganisations;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /**
     * A file, see {@link ReorganisationFile}. Look at what it would do first, at {@code /api/reorganisations/preview}. Answers
     * 202 when the plan is recorded, 200 for the same sent again; what becomes of it is asked at {@code /api/plans/{plan}}.
     *
     * @param instrument    number of the instrument behind all of it
     * @param signedOn      day of that instrument
     * @param effectiveFrom first day of the new units
     */
    @PostMapping(path = "/api/reorganisations", consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PlanAccepted>> submit(
            CommandRequest request,
            @RequestParam String instrument,
            @RequestParam LocalDate signedOn,
            @RequestParam LocalDate effectiveFrom,
            @RequestBody String csv) {
        if (!COMMANDS.stream().allMatch(command -> Permissions.may(request.roles(), command))) {
            throw new NotAllowedException();
        }
        return Mono.fromCallable(() -> {
                    PlanService.Submitted submitted = reorganisations.submit(
                            csv, instrument(instrument, signedOn), effectiveFrom, request.actor());
                    return PlanAccepted.answer(submitted).body(PlanAccepted.of(submitted));
                })
                .subscribeOn(scheduler);
    }

    private static Instrument instrument(String number, LocalDate signedOn) {
        try {
            return new Instrument(number, signedOn);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException("instrument", "malformed");
        }
    }
}
