package vn.soto.command.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.soto.domain.shared.Warning;

/**
 * What became of a command. Rebuilt from its commit alone, so a repeat gets the first answer.
 *
 * @param commit     number of the commit, to be used as {@code atLeast} when reading
 * @param recordedAt when it was recorded
 * @param created    ids of what the command created
 * @param repeat     whether the command was recorded before this submission
 */
public record CommandOutcome(
        UUID command, long commit, Instant recordedAt, List<String> created, List<Warning> warnings, boolean repeat) {}
