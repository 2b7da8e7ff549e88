package vn.soto.command.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.soto.command.dispatch.CommandOutcome;

/**
 * The outcome of a recorded command in the reader's language.
 *
 * @param commit     number of the commit, for {@code atLeast} of queries
 * @param recordedAt time of the commit
 * @param created    ids of the aggregates that the command created
 * @param repeat     whether the command was recorded before this submission
 */
public record CommandAnswer(
        UUID command,
        long commit,
        Instant recordedAt,
        List<String> created,
        List<WarningAnswer> warnings,
        boolean repeat) {

    static CommandAnswer of(CommandOutcome outcome, Locale language) {
        return new CommandAnswer(
                outcome.command(),
                outcome.commit(),
                outcome.recordedAt(),
                outcome.created(),
                WarningAnswer.of(outcome.warnings(), Problems.texts(), language),
                outcome.repeat());
    }
}
