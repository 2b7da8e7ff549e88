package vn.soto.plans.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.ReviewCoverage;
import vn.soto.domain.unit.Reorganisation;
import vn.soto.domain.unit.Reorganisation.Change;
import vn.soto.domain.unit.ReorganisationRow;
import vn.soto.plans.DryRun;
import vn.soto.plans.PlanService;
import vn.soto.plans.Step;
import vn.soto.plans.StepCodec;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.RowListener;

/**
 * Submits files of {@link ImportKind#REORGANISATIONS} as plans. The changes of units come first. Then each team that
 * covers an ending unit gets a coverage review, so that it is flagged from that day on. Blocking.
 *
 * @param dryRuns creates a dry run for an actor
 */
public record ReorganisationImport(
        PlanService plans,
        UnitAndTeamIndex register,
        ReorganisationAssessment assessment,
        Function<String, DryRun> dryRuns) {

    /**
     * A file with the values common to all of its rows.
     *
     * @param instrument    the instrument of every change
     * @param effectiveFrom first day of every change
     */
    public record Decreed(Upload upload, Instrument instrument, LocalDate effectiveFrom) {}

    /** The changes that can be decided, all findings about the file, and what the changes would leave behind. */
    private record Decided(List<Step> steps, List<Finding> findings, List<Warning> warnings) {}

    /**
     * Decides all rows without recording anything. Rows that depend on a row with a finding are not decided.
     *
     * @throws InvalidFileException if the file is unreadable or lacks a column
     */
    public DryRunReport dryRun(Decreed decreed, RowListener listener) {
        return dryRun(decreed, listener, dryRuns);
    }

    /** The same for whoever may read what it would change but never carries it out: nobody's right is asked. */
    public DryRunReport preview(Decreed decreed, RowListener listener) {
        return dryRun(decreed, listener, actor -> dryRuns.apply(actor).restingOn(CommandSender.PRODUCT));
    }

    private DryRunReport dryRun(Decreed decreed, RowListener listener, Function<String, DryRun> runs) {
        ReorganisationFile file = ReorganisationFile.read(decreed.upload);
        Decided decided = decide(file, decreed, runs);
        Map<Integer, List<Finding>> byRow = decided.findings.stream().collect(Collectors.groupingBy(Finding::row));
        listener.top(file.top());
        file.lines().forEach(line -> listener.row(line, byRow.getOrDefault(line.row(), List.of())));
        return report(file, decreed, decided);
    }

    /**
     * Returns when the plan is durable. All rows are decided before anything is written, so a file that breaks a rule
     * today does not start. A rule that a later step breaks, because the ledger changed meanwhile, stops the plan
     * there. The same file sent again is the same plan.
     *
     * @throws InvalidFileException if the file is unreadable or lacks a column
     * @throws InvalidRowsException if a row has a finding
     * @throws RuntimeException     as {@link PlanService#submit}
     */
    public ImportService.Accepted carryOut(Decreed decreed) {
        ReorganisationFile file = ReorganisationFile.read(decreed.upload);
        if (file.lines().isEmpty()) {
            throw new InvalidFileException("file-empty");
        }
        String content = String.join(
                "\n",
                decreed.upload.actor(),
                decreed.instrument.toString(),
                decreed.effectiveFrom.toString(),
                file.rows().toString(),
                file.findings().toString());
        PlanService.Submitted submitted = plans.submitOnce(
                PlanKind.REORGANISATION, content, () -> steps(file, decreed).iterator(), decreed.upload.actor());
        return new ImportService.Accepted(
                submitted, file.lines().size(), 0, file.header().ignored(), null);
    }

    private List<Step> steps(ReorganisationFile file, Decreed decreed) {
        Decided decided = decide(file, decreed, dryRuns);
        if (!decided.findings.isEmpty()) {
            throw new InvalidRowsException(report(file, decreed, decided));
        }
        return List.copyOf(decided.steps);
    }

    private DryRunReport report(ReorganisationFile file, Decreed decreed, Decided decided) {
        List<Finding> findings = decided.findings;
        int rows = file.lines().size();
        int wrong = ReorganisationFile.rows(findings).size();
        return new DryRunReport(
                ImportKind.REORGANISATIONS,
                rows,
                rows - wrong,
                0,
                List.of(),
                wrong,
                file.header().ignored(),
                file.header().titles(),
                findings.stream().limit(DryRunReport.MOST_FINDINGS).toList(),
                findings.size() > DryRunReport.MOST_FINDINGS,
                decided.warnings,
                assessment.of(file.rows(), decreed.effectiveFrom));
    }

    private Decided decide(ReorganisationFile file, Decreed decreed, Function<String, DryRun> runs) {
        try (DryRun dryRun = runs.apply(decreed.upload.actor())) {
            FileDryRun fileDryRun = new FileDryRun(file, dryRun);
            new Reorganisation(file.rows(), decreed.instrument, decreed.effectiveFrom)
                    .changes()
                    .forEach(fileDryRun::decide);
            reviews(file, decreed.effectiveFrom).forEach(fileDryRun::decide);
            return new Decided(fileDryRun.steps, fileDryRun.findings(), dryRun.warnings());
        }
    }

    /** Teams that cover ending units, each with the rows that end them. */
    private List<Change> reviews(ReorganisationFile file, LocalDate effectiveFrom) {
        Set<UnitId> ending = file.ending().collect(Collectors.toSet());
        return register.covering(ending).entrySet().stream()
                .map(team -> {
                    LocalDate day = team.getValue().isAfter(effectiveFrom) ? team.getValue() : effectiveFrom;
                    return new Change(new ReviewCoverage(team.getKey(), day), covered(file, team.getKey(), day));
                })
                .toList();
    }

    private List<ReorganisationRow> covered(ReorganisationFile file, TeamId team, LocalDate day) {
        return file.rows().stream()
                .filter(row -> row.action().ends() && register.covers(team, row.unit(), day))
                .toList();
    }

    /** The dry run of one file; it skips rows that depend on a row with a finding. */
    private static final class FileDryRun {

        private final DryRun dryRun;
        private final List<Step> steps = new ArrayList<>();
        private final List<Finding> findings;
        private final Set<Integer> wrong;
        private final Set<UnitId> doubtful;

        FileDryRun(ReorganisationFile file, DryRun dryRun) {
            this.dryRun = dryRun;
            this.findings = new ArrayList<>(file.findings());
            this.wrong = ReorganisationFile.rows(findings);
            this.doubtful = new HashSet<>(file.doubtful());
        }

        /** The rows in file order. */
        List<Finding> findings() {
            return findings.stream()
                    .sorted(Comparator.comparingInt(Finding::row))
                    .toList();
        }

        void decide(Change change) {
            boolean fits = StepCodec.fits(change.command());
            if (dependsOnFaultyRow(change) || (!fits && change.divided().size() > 1)) {
                decideApart(change);
                return;
            }
            try {
                dryRun.send(change.command(), true);
                steps.add(new Step.Ready(row(change), change.command()));
                if (!fits) {
                    add(new Finding(change.rows().getFirst().number(), null, "row-too-long", List.of(), null), change);
                }
            } catch (RuleViolatedException | NotFoundException | AlreadyExistsException e) {
                if (!decideApart(change)) {
                    add(finding(change.rows(), e), change);
                }
            }
        }

        /** The first row from which the change derives; 0 if no row says it. */
        private static int row(Change change) {
            return change.rows().stream()
                    .mapToInt(ReorganisationRow::number)
                    .min()
                    .orElse(0);
        }

        /** Decides the parts of a divisible change one by one; returns false if the change is indivisible. */
        private boolean decideApart(Change change) {
            List<Change> parts = change.divided();
            boolean divided = parts.size() > 1;
            if (divided) {
                parts.forEach(this::decide);
            }
            return divided;
        }

        private boolean dependsOnFaultyRow(Change change) {
            return change.rows().stream()
                    .anyMatch(row -> wrong.contains(row.number()) || row.units().anyMatch(doubtful::contains));
        }

        private void add(Finding finding, Change change) {
            findings.add(finding);
            wrong.add(finding.row());
            change.rows().forEach(row -> doubtful.add(row.unit()));
        }

        private static Finding finding(List<ReorganisationRow> rows, RuntimeException refusal) {
            return switch (refusal) {
                case NotFoundException e -> unknown(rows, e.id());
                case RuleViolatedException e -> {
                    String rule = e.rule().name();
                    ReorganisationRow row = rows.stream()
                            .filter(each -> e.arguments().contains(String.valueOf(each.successor())))
                            .findFirst()
                            .orElse(rows.getFirst());
                    yield new Finding(row.number(), RuleColumns.of(rule).orElse(null), rule, e.arguments(), null);
                }
                default -> {
                    ReorganisationRow row = rows.getFirst();
                    yield new Finding(
                            row.number(),
                            "unit",
                            "exists-already",
                            List.of("unit", row.unit().value()),
                            null);
                }
            };
        }

        private static Finding unknown(List<ReorganisationRow> rows, String id) {
            return rows.stream()
                    .flatMap(row -> Stream.of("unit", "successor", "parent")
                            .filter(column -> id.equals(named(row, column)))
                            .map(column -> unknown(row, column, id)))
                    .findFirst()
                    .orElseGet(() -> unknown(rows.getFirst(), "unit", id));
        }

        private static String named(ReorganisationRow row, String column) {
            return String.valueOf(
                    switch (column) {
                        case "successor" -> row.successor();
                        case "parent" -> row.parent();
                        default -> row.unit();
                    });
        }

        private static Finding unknown(ReorganisationRow row, String column, String id) {
            return new Finding(row.number(), column, "unknown-unit", List.of(column, id), null);
        }
    }
}
