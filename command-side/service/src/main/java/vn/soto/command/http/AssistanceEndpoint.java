package vn.soto.command.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.command.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.command.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.assistance.AssistanceCommand.VerifyAssistance;
import vn.soto.command.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Outcome;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Records, follows up, verifies, corrects and voids help. A record's id is its command's id. */
@RestController
@RequestMapping(path = "/api/assistances", produces = MediaType.APPLICATION_JSON_VALUE)
final class AssistanceEndpoint {

    private final CommandEntry commands;

    AssistanceEndpoint(CommandEntry commands) {
        this.commands = commands;
    }

    @PostMapping
    Mono<ResponseEntity<vn.soto.command.desk.Outcome>> record(CommandRequest request, @RequestBody Help body) {
        return commands.submit(
                request, () -> body.command(new AssistanceId(request.id().toString())));
    }

    @PostMapping("/{assistance}/correction")
    Mono<ResponseEntity<vn.soto.command.desk.Outcome>> correct(
            CommandRequest request, @PathVariable String assistance, @RequestBody Correction body) {
        return commands.submit(request, () -> body.command(id(assistance)));
    }

    @PostMapping("/{assistance}/void")
    Mono<ResponseEntity<vn.soto.command.desk.Outcome>> withdraw(
            CommandRequest request, @PathVariable String assistance, @RequestBody Withdrawal body) {
        return commands.submit(
                request, () -> new VoidAssistance(id(assistance), Required.field("reason", body.reason())));
    }

    @PostMapping("/{assistance}/follow-ups")
    Mono<ResponseEntity<vn.soto.command.desk.Outcome>> followUp(
            CommandRequest request, @PathVariable String assistance, @RequestBody FollowUp body) {
        return commands.submit(request, () -> body.command(id(assistance)));
    }

    @PostMapping("/{assistance}/verifications")
    Mono<ResponseEntity<vn.soto.command.desk.Outcome>> verify(
            CommandRequest request, @PathVariable String assistance, @RequestBody Call body) {
        return commands.submit(request, () -> body.command(id(assistance)));
    }

    private static AssistanceId id(String assistance) {
        return Required.parsed("assistance", assistance, AssistanceId::new);
    }

    record Help(
            @Nullable TeamId team,
            @Nullable HouseholdId household,
            @Nullable BusinessId business,
            @Nullable UnitId walkIn,
            @Nullable List<MemberId> helpers,
            @Nullable Content content,
            @Nullable Sealed note,
            @Nullable String reason) {

        RecordAssistance command(AssistanceId assistance) {
            return new RecordAssistance(
                    assistance,
                    Required.field("team", team),
                    household,
                    business,
                    walkIn,
                    Required.items("helpers", helpers),
                    Required.field("content", content),
                    note,
                    reason);
        }
    }

    record Correction(
            @Nullable List<MemberId> helpers,
            @Nullable Content content,
            @Nullable HouseholdId household,
            @Nullable BusinessId business,
            @Nullable Sealed note,
            @Nullable String reason) {

        CorrectAssistance command(AssistanceId assistance) {
            return new CorrectAssistance(
                    assistance,
                    helpers,
                    Required.field("content", content),
                    household,
                    business,
                    note, Required.field("reason", reason));
        }
    }

    record Withdrawal(@Nullable String reason) {}

    record FollowUp(
            @Nullable TeamId team,
            @Nullable MemberId member,
            @Nullable Outcome outcome,
            @Nullable Instant occurredAt,
            @Nullable LocalDate next) {

        FollowUpAssistance command(AssistanceId assistance) {
            return new FollowUpAssistance(
                    assistance,
                    Required.field("team", team),
                    Required.field("member", member),
                    Required.field("outcome", outcome),
                    Required.field("occurredAt", occurredAt),
                    next);
        }
    }

    record Call(
            @Nullable MemberId verifier,
            @Nullable Verification result,
            @Nullable Instant occurredAt) {

        VerifyAssistance command(AssistanceId assistance) {
            return new VerifyAssistance(
                    assistance,
                    Required.field("verifier", verifier),
                    Required.field("result", result),
                    Required.field("occurredAt", occurredAt));
        }
    }
}
