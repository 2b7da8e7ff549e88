package vn.soto.contracts.plan;

import org.jspecify.annotations.Nullable;

/**
 * One step of a plan, as it was planned.
 *
 * @param row     of the file it came from, as a spreadsheet numbers it; 0 if it came from none
 * @param command name of the command; absent if there is no command that could do it
 * @param content of the command, JSON text, personal data in it sealed; without a command, the reason why there is none
 */
public record PlanStep(int row, @Nullable String command, String content) {}
