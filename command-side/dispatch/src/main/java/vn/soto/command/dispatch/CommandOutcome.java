package vn.soto.command.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.soto.domain.shared.Warning;

/**
 * The outcome of a recorded command. It depends on the commit and those before it, so a repeat gets the first answer, but for a
 * number that could not be told the first time.
 *
 * @param commit     number of the commit, for {@code atLeast} of queries
 * @param recordedAt time of the commit
 * @param created    ids of the aggregates that the command created
 * @param repeat     whether the command was recorded before this submission
 */
public record CommandOutcome(
        UUID command, long commit, Instant recordedAt, List<String> created, List<Warning> warnings, boolean repeat) {}
