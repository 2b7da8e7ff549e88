package vn.soto.plans.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.person.PersonCommand;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.reach.OutOfReachException;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.shared.Warning;
import vn.soto.plans.AlreadyRecorded;
import vn.soto.plans.DryRun;
import vn.soto.plans.PlanService;
import vn.soto.plans.Step;
import vn.soto.plans.StepCodec;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.RowListener;

/**
 * Decides import files in dry runs and submits them as plans; {@link ReorganisationImport} handles reorganisations. The
 * content of the rows and the sender identify a plan, so a file sent twice is one plan until that plan is reversed.
 * Rows are streamed; only the file itself is held in memory. Blocking.
 */
public record ImportService(
        PlanService plans,
        StepCodec steps,
        AlreadyRecorded alreadyRecorded,
        UnitAndTeamIndex register,
        CommandSide side) {

    /**
     * Limit of a dry run's events in memory: rows of households do not depend on each other, so earlier events can be
     * dropped.
     */
    private static final int KEPT_EVENTS = 2_000;

    /** @param absent as {@link UnitAndTeamIndex.Known#lookingOnce} */
    private UnitAndTeamIndex.Known known(Upload upload, Map<UnitId, Set<String>> absent) {
        LocalDate today = VietnamTime.day(side.clock().instant());
        return switch (upload.kind()) {
            case ASSISTANCES -> register.known(today, team -> HelpRows.requireRight(side, upload, team));
            case HOUSEHOLDS ->
                HouseholdRows.within(register.known(today), side, upload).lookingOnce(absent);
            default -> register.known(today);
        };
    }

    /**
     * An import whose plan is submitted.
     *
     * @param wrong   number of rows left out
     * @param ignored titles of columns that mean nothing, and letters of those without a title
     * @param left    the first of the rows left out; absent for a reorganisation, which is recorded whole
     */
    public record Accepted(
            PlanService.Submitted plan,
            int rows,
            int wrong,
            List<String> ignored,
            @Nullable LeftOut left) {}

    /**
     * Rows with findings.
     *
     * @param header titles and places of the columns
     * @param rows   the first {@value LeftOutRows#MOST} of them
     */
    public record LeftOut(Upload.Header header, List<Upload.UploadedRow> rows) {}

    /**
     * Decides every row without recording anything. Sealed texts are not compared with the file: a row with a name or a
     * contact counts as ready, whether it is recorded or not.
     *
     * @throws InvalidFileException if the file is unreadable or lacks a column
     */
    public DryRunReport dryRun(Upload upload, RowListener listener) {
        return decided(upload, listener, new HashMap<>()).report;
    }

    /**
     * Submits the file as a plan, after the same decisions as in a {@link #dryRun}: no row is recorded that has a finding there.
     *
     * @param leaveOut              whether rows with findings are left out; otherwise they cause {@link
     *                              InvalidRowsException} and nothing is written
     * @throws InvalidFileException if the file is unreadable or lacks a column
     * @throws RuntimeException     as {@link PlanService#submit}
     */
    public Accepted carryOut(Upload upload, boolean leaveOut) {
        // What the dry run does not find is new, and the steps say so: one that is there by then is told as its step
        // fails.
        Map<UnitId, Set<String>> absent = new HashMap<>();
        Decided decided = decided(upload, RowListener.NONE, absent);
        DryRunReport report = decided.report;
        if (report.wrong() > 0 && !leaveOut) {
            throw new InvalidRowsException(report);
        }
        if (report.rows() == report.wrong()) {
            throw new InvalidFileException("file-empty");
        }
        try (ImportedSteps.Attempts attempts =
                new ImportedSteps.Attempts(upload, decided.wrong, () -> known(upload, absent))) {
            return new Accepted(
                    plans.submitOnce(PlanKind.IMPORT, decided.content, attempts, upload.actor()),
                    report.rows(),
                    report.wrong(),
                    report.ignored(),
                    decided.left);
        }
    }

    /**
     * The decisions about a file.
     *
     * @param content digest of the rows without findings, and of their sender
     * @param wrong   numbers of the rows with findings
     */
    private record Decided(DryRunReport report, String content, BitSet wrong, LeftOut left) {}

    private Decided decided(Upload upload, RowListener listener, Map<UnitId, Set<String>> absent) {
        try (FileDryRun running = new FileDryRun(upload, listener);
                Upload.RowIterator rows = upload.open(known(upload, absent))) {
            listener.top(rows.top());
            rows.forEachRemaining(running::row);
            Upload.Header header = rows.header();
            return new Decided(
                    running.tally.report(upload.kind(), header, running.dryRun.warnings()),
                    HexFormat.of().formatHex(running.digest.digest()),
                    running.wrong,
                    new LeftOut(
                            header,
                            running.left.stream().map(rows::withSuggestions).toList()));
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }

    /** Counts rows and keeps the first findings. */
    private static final class Tally {

        private final List<Finding> findings = new ArrayList<>();
        private final List<Integer> repeatedRows = new ArrayList<>();
        private int rows;
        private int repeated;
        private int wrong;
        private int found;

        void row(int row, List<Finding> findingsOfRow, boolean isRepeated) {
            rows++;
            if (!findingsOfRow.isEmpty()) {
                wrong++;
                found += findingsOfRow.size();
                findingsOfRow.stream()
                        .limit(Math.max(0, DryRunReport.MOST_FINDINGS - findings.size()))
                        .forEach(findings::add);
            } else if (isRepeated) {
                repeated++;
                if (repeatedRows.size() < DryRunReport.MOST_FINDINGS) {
                    repeatedRows.add(row);
                }
            }
        }

        DryRunReport report(ImportKind kind, Upload.Header header, List<Warning> warnings) {
            return new DryRunReport(
                    kind,
                    rows,
                    rows - repeated - wrong,
                    repeated,
                    List.copyOf(repeatedRows),
                    wrong,
                    header.ignored(),
                    header.titles(),
                    List.copyOf(findings),
                    found > findings.size(),
                    warnings,
                    null);
        }
    }

    /** The dry run of one file. */
    private final class FileDryRun implements AutoCloseable {

        private final Upload upload;
        private final RowListener listener;
        private final Tally tally = new Tally();
        private final MessageDigest digest = sha256();
        private final BitSet wrong = new BitSet();
        private final List<Upload.UploadedRow> left = new ArrayList<>();
        private final Set<String> noted = new HashSet<>();
        private DryRun dryRun;
        private boolean outOfReach;

        FileDryRun(Upload upload, RowListener listener) {
            this.upload = upload;
            this.listener = listener;
            this.dryRun = DryRun.over(side, upload.actor());
            add(digest, upload.kind() + " " + upload.actor());
        }

        void row(Upload.UploadedRow row) {
            if (upload.kind() == ImportKind.HOUSEHOLDS && dryRun.size() > KEPT_EVENTS) {
                dryRun.close();
                dryRun = DryRun.over(side, upload.actor());
            }
            DryRun.Place before = dryRun.place();
            List<Finding> findings = new ArrayList<>(row.findings());
            boolean repeated = !row.steps().isEmpty();
            Set<String> refused = new HashSet<>();
            outOfReach = false;
            for (Step step : row.steps()) {
                // What a later step of the row would find is about something out of reach, too.
                Optional<Command> command = outOfReach ? Optional.empty() : command(step, row.number(), findings);
                if (command.isPresent()) {
                    repeated &= isRepeated(command.get(), row, findings, refused);
                }
            }
            if (findings.isEmpty()) {
                row.steps().forEach(step -> add(digest, steps.openContent(step)));
            } else {
                dryRun.returnTo(before);
                wrong.set(row.number());
                if (left.size() < LeftOutRows.MOST) {
                    left.add(row);
                }
            }
            tally.row(row.number(), findings, repeated);
            listener.row(row.line(), findings);
        }

        private Optional<Command> command(Step step, int row, List<Finding> findings) {
            try {
                return steps.forDryRun(step);
            } catch (RuleViolatedException e) {
                findings.add(finding(row, e.rule().name(), e.arguments()));
                return Optional.empty();
            }
        }

        /** @param refused aggregates of the row that were refused; that they are absent is no further fault */
        private boolean isRepeated(
                Command command, Upload.UploadedRow uploaded, List<Finding> findings, Set<String> refused) {
            int row = uploaded.number();
            int before = findings.size();
            try {
                List<Warning> warnings = dryRun.sendWarned(command, true);
                if (command instanceof RecordAssistance && !uploaded.insists()) {
                    warnings.stream()
                            .flatMap(warning -> likeEarlier(row, warning))
                            .forEach(findings::add);
                }
                return false;
            } catch (RuleViolatedException e) {
                Finding refusal = finding(row, e.rule().name(), e.arguments());
                if (e.rule() instanceof ReachRule) {
                    // Whether the ledger has it is not told to whom the place is out of reach.
                    findings.add(refusal);
                    outOfReach = true;
                    note(command, e);
                    return false;
                }
                return judge(command, alreadyRecorded.isTaken(command) ? differing(row, command) : refusal, findings);
            } catch (AlreadyExistsException e) {
                return judge(command, differing(row, command), findings);
            } catch (NotFoundException e) {
                if (e instanceof OutOfReachException hidden) {
                    outOfReach = true;
                    note(command, hidden.refusal());
                }
                if (!refused.contains(e.id())) {
                    String rule = PlanRule.STEP_IS_ABOUT_SOMETHING_THAT_EXISTS.name();
                    findings.add(finding(row, rule, List.of(e.kind(), e.id())));
                }
                return false;
            } finally {
                if (findings.size() > before) {
                    AlreadyRecorded.target(command).ifPresent(refused::add);
                }
            }
        }

        /** A visit that somebody has recorded before, or that is very like it; the clerk decides which. */
        private static Stream<Finding> likeEarlier(int row, Warning warning) {
            return warning.code() == Flag.Code.HELP_IS_RECORDED_ALREADY
                    ? Stream.of(new Finding(row, "again", "help-like-earlier", warning.arguments(), "x"))
                    : Stream.empty();
        }

        /** Refused access counts once for a file, however many of its rows are out of reach. */
        private void note(Command command, RuleViolatedException denied) {
            if (noted.add(command.getClass() + " " + denied.rule())) {
                side.refusals().note(upload.actor(), command.getClass(), denied, false);
            }
        }

        /** The row names something that the ledger has, and says something else of it. */
        private Finding differing(int row, Command command) {
            String id = AlreadyRecorded.target(command).orElse("");
            return new Finding(row, RuleColumns.KEYS.get(upload.kind()), "row-differs-from-ledger", List.of(id), null);
        }

        /** A row that names somebody never counts as repeated: that would tell what is sealed. */
        private boolean judge(Command command, Finding finding, List<Finding> findings) {
            boolean repeated = !(command instanceof PersonCommand) && alreadyRecorded.isRecorded(command);
            if (!repeated) {
                findings.add(finding);
            }
            return repeated;
        }

        private static Finding finding(int row, String rule, List<Object> arguments) {
            return new Finding(row, RuleColumns.of(rule).orElse(null), rule, arguments, null);
        }

        @Override
        public void close() {
            dryRun.close();
        }
    }
}
