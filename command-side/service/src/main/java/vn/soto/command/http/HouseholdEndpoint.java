package vn.soto.command.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.command.desk.Outcome;
import vn.soto.command.household.HouseholdCommand.AssignHousehold;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.household.HouseholdCommand.RegisterHousehold;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Registers households and says who is responsible for them. A registered household's id is its command's id. */
@RestController
@RequestMapping(path = "/api/households", produces = MediaType.APPLICATION_JSON_VALUE)
final class HouseholdEndpoint {

    private final CommandEntry commands;

    HouseholdEndpoint(CommandEntry commands) {
        this.commands = commands;
    }

    @PostMapping
    Mono<ResponseEntity<Outcome>> register(CommandRequest request, @RequestBody Registration body) {
        return commands.submit(
                request, () -> body.command(new HouseholdId(request.id().toString())));
    }

    @PostMapping("/{household}/assignment")
    Mono<ResponseEntity<Outcome>> assign(
            CommandRequest request, @PathVariable String household, @RequestBody Responsibility body) {
        return commands.submit(request, () -> body.assign(id(household)));
    }

    @PostMapping("/{household}/reassignment")
    Mono<ResponseEntity<Outcome>> reassign(
            CommandRequest request, @PathVariable String household, @RequestBody Responsibility body) {
        return commands.submit(request, () -> body.reassign(id(household)));
    }

    private static HouseholdId id(String household) {
        return Required.parsed("household", household, HouseholdId::new);
    }

    record Registration(@Nullable UnitId unit, @Nullable String reference) {

        RegisterHousehold command(HouseholdId household) {
            return new RegisterHousehold(
                    household, Required.field("unit", unit), Required.field("reference", reference));
        }
    }

    record Responsibility(
            @Nullable TeamId team,
            @Nullable MemberId member,
            @Nullable LocalDate effectiveFrom) {

        AssignHousehold assign(HouseholdId household) {
            return new AssignHousehold(
                    household,
                    Required.field("team", team),
                    Required.field("member", member),
                    Required.field("effectiveFrom", effectiveFrom));
        }

        ReassignHousehold reassign(HouseholdId household) {
            return new ReassignHousehold(
                    household,
                    Required.field("team", team),
                    Required.field("member", member),
                    Required.field("effectiveFrom", effectiveFrom));
        }
    }
}
