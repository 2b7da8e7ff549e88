package vn.soto.contracts.plan;

import org.jspecify.annotations.Nullable;

/**
 * One step of a plan.
 *
 * @param row     row number in the source file, as a spreadsheet numbers it; 0 without a file
 * @param command name of the command; absent if no command can do this step
 * @param content the command as JSON text, its personal data sealed; without a command, the reason why there is none
 */
public record PlanStep(int row, @Nullable String command, String content) {}
