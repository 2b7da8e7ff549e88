package vn.soto.command.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.command.desk.Outcome;
import vn.soto.command.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;

/** Submits a team's quarterly report: its figures come from the ledger, never from the request. */
@RestController
final class ReportEndpoint {

    private final CommandEntry commands;

    ReportEndpoint(CommandEntry commands) {
        this.commands = commands;
    }

    @PostMapping(path = "/api/teams/{team}/reports/{quarter}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Outcome>> submit(
            CommandRequest request,
            @PathVariable String team,
            @PathVariable String quarter,
            @RequestBody(required = false) @Nullable Submission body) {
        return commands.submit(
                request,
                () -> new SubmitQuarterlyReport(
                        Required.parsed("team", team, TeamId::new),
                        Required.parsed("quarter", quarter, Quarter::parse),
                        body == null ? null : body.reason()));
    }

    /** @param reason needed from the second submission on */
    record Submission(@Nullable String reason) {}
}
