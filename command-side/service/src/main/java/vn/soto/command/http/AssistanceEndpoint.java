package vn.soto.command.http;

import java.time.Instant;
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
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.command.desk.Outcome;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Records, corrects and voids help. A record's id is its command's id. */
@RestController
@RequestMapping(path = "/api/assistances", produces = MediaType.APPLICATION_JSON_VALUE)
final class AssistanceEndpoint {

    private final CommandEntry commands;

    AssistanceEndpoint(CommandEntry commands) {
        this.commands = commands;
    }

    @PostMapping
    Mono<ResponseEntity<Outcome>> record(CommandRequest request, @RequestBody Help body) {
        return commands.submit(
                request, () -> body.command(new AssistanceId(request.id().toString())));
    }

    @PostMapping("/{assistance}/correction")
    Mono<ResponseEntity<Outcome>> correct(
            CommandRequest request, @PathVariable String assistance, @RequestBody Correction body) {
        return commands.submit(request, () -> body.command(id(assistance)));
    }

    @PostMapping("/{assistance}/void")
    Mono<ResponseEntity<Outcome>> withdraw(
            CommandRequest request, @PathVariable String assistance, @RequestBody Withdrawal body) {
        return commands.submit(
                request, () -> new VoidAssistance(id(assistance), Required.field("reason", body.reason())));
    }

    private static AssistanceId id(String assistance) {
        return Required.parsed("assistance", assistance, AssistanceId::new);
    }

    private static Content content(
            @Nullable List<ServiceCategory> services,
            @Nullable Channel channel,
            @Nullable Mode mode,
            @Nullable Instant occurredAt) {
        return new Content(
                Required.some("services", services),
                Required.field("channel", channel),
                Required.field("mode", mode),
                Required.field("occurredAt", occurredAt));
    }

    record Help(
            @Nullable TeamId team,
            @Nullable HouseholdId household,
            @Nullable List<MemberId> helpers,
            @Nullable List<ServiceCategory> services,
            @Nullable Channel channel,
            @Nullable Mode mode,
            @Nullable Instant occurredAt) {

        RecordAssistance command(AssistanceId assistance) {
            return new RecordAssistance(
                    assistance,
                    Required.field("team", team),
                    Required.field("household", household),
                    Required.items("helpers", helpers),
                    content(services, channel, mode, occurredAt));
        }
    }

    record Correction(
            @Nullable List<ServiceCategory> services,
            @Nullable Channel channel,
            @Nullable Mode mode,
            @Nullable Instant occurredAt,
            @Nullable String reason) {

        CorrectAssistance command(AssistanceId assistance) {
            return new CorrectAssistance(
                    assistance, content(services, channel, mode, occurredAt), Required.field("reason", reason));
        }
    }

    record Withdrawal(@Nullable String reason) {}
}
