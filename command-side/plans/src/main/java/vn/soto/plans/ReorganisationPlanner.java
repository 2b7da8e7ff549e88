package vn.soto.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.reorganisation.ReorganisationFile;
import vn.soto.contracts.reorganisation.Row;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.ReviewCoverage;
import vn.soto.domain.unit.Reorganisation;
import vn.soto.plans.PlanService.Submitted;
import vn.soto.plans.imports.UnitAndTeamIndex;

/**
 * Takes reorganisations of units in as plans: first the changes of units, then a review of each team that covers a unit that
 * ends, so that it is flagged from that day on. Blocking.
 */
public final class ReorganisationPlanner {

    private final PlanService plans;
    private final UnitAndTeamIndex register;
    private final Function<String, DryRun> dryRuns;

    /** @param dryRuns makes one in somebody's name */
    public ReorganisationPlanner(PlanService plans, UnitAndTeamIndex register, Function<String, DryRun> dryRuns) {
        this.plans = plans;
        this.register = register;
        this.dryRuns = dryRuns;
    }

    /**
     * Returns when the plan is durable. All of it is decided before anything is written, so what a rule refuses today is not
     * begun; what has changed until a step's turn comes stops the plan there. The same sent again is the same plan.
     *
     * @param csv           see {@link ReorganisationFile}
     * @param instrument    behind all of it
     * @param effectiveFrom of all of it
     * @throws InvalidReorganisationFileException        see there
     * @throws RuntimeException as {@link DryRun#send} and {@link PlanService#submit}
     */
    public Submitted submit(String csv, Instrument instrument, LocalDate effectiveFrom, String actor) {
        ReorganisationFile file = ReorganisationFile.read(csv);
        if (!file.errors().isEmpty()) {
            throw new InvalidReorganisationFileException(file.errors());
        }
        String content = String.join("\n", actor, instrument.toString(), effectiveFrom.toString(), file.toString());
        return plans.submitOnce(
                PlanKind.REORGANISATION,
                content,
                () -> steps(file, instrument, effectiveFrom, actor).iterator(),
                actor);
    }

    private List<Step> steps(ReorganisationFile file, Instrument instrument, LocalDate effectiveFrom, String actor) {
        List<Command> commands = new ArrayList<>(
                Reorganisation.of(file, instrument, effectiveFrom).commands());
        register.covering(ending(file))
                .forEach((team, since) ->
                        commands.add(new ReviewCoverage(team, since.isAfter(effectiveFrom) ? since : effectiveFrom)));
        try (DryRun dryRun = dryRuns.apply(actor)) {
            commands.forEach(command -> dryRun.send(command, true));
        } catch (AlreadyExistsException e) {
            throw PlanRule.STEP_CREATES_WHAT_DOES_NOT_EXIST_YET.refused();
        }
        return commands.stream()
                .<Step>map(command -> new Step.Ready(0, command))
                .toList();
    }

    private static Set<UnitId> ending(ReorganisationFile file) {
        return file.rows().stream()
                .filter(row -> row.action().ends())
                .map(Row::unit)
                .collect(Collectors.toUnmodifiableSet());
    }
}
