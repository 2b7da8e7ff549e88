package vn.soto.domain.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.report.ReportRule.HOUSEHOLD_TOTAL_CHANGES;
import static vn.soto.domain.report.ReportRule.HOUSEHOLD_TOTAL_IS_PLAUSIBLE;
import static vn.soto.domain.report.ReportRule.LINE_IS_OVERRIDDEN;
import static vn.soto.domain.report.ReportRule.OVERRIDDEN_LINE_IS_DERIVED;
import static vn.soto.domain.report.ReportRule.OVERRIDE_CHANGES;
import static vn.soto.domain.report.ReportRule.OVERRIDE_IS_PLAUSIBLE;
import static vn.soto.domain.report.ReportRule.QUARTER_HAS_ENDED;
import static vn.soto.domain.report.ReportRule.REPORT_TEXT_CHANGES;
import static vn.soto.domain.report.ReportRule.STATED_LINE_CHANGES;
import static vn.soto.domain.report.ReportRule.STATED_LINE_HAS_A_SOURCE;
import static vn.soto.domain.report.ReportRule.STATED_LINE_IS_MANUAL;
import static vn.soto.domain.report.ReportRule.STATED_LINE_IS_PLAUSIBLE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.LineOverride;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportContent;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportEvent.LineOverridden;
import vn.soto.contracts.report.ReportEvent.LineStated;
import vn.soto.contracts.report.ReportEvent.OverrideWithdrawn;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportEvent.ReportAnnotated;
import vn.soto.contracts.report.ReportEvent.ReportReturned;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.StatedSource;
import vn.soto.contracts.report.VersionStage;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.AnnotateReport;
import vn.soto.domain.report.ReportCommand.OverrideReportLine;
import vn.soto.domain.report.ReportCommand.ReturnReport;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.report.ReportCommand.StateReportLine;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.ReportCommand.WithdrawOverride;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.ReportFigures.Pinned;

/**
 * A team's report for one quarter, in versions. Its figures are derived; where the team reports another value, both stand in the
 * version. The recipient returns or accepts the latest version by its content; an accepted version never changes, and a further
 * one amends it.
 */
@AggregateRoot(type = "report")
public final class QuarterlyReport {

    /** Characters of a text of the narrative. */
    public static final int LONGEST_TEXT = 2_000;

    /** As for all counts that people type. */
    public static final int MOST_HOUSEHOLDS = 100_000;

    public static final int LARGEST_OVERRIDE = 1_000_000;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private ReportId id;

    private final ReportVersions<QuarterlyReportSubmitted> versions = new ReportVersions<>();
    private @Nullable HouseholdTotalStated total;
    private Narrative narrative = Narrative.NONE;
    private final SortedMap<String, Long> overrides = new TreeMap<>();
    private final SortedMap<String, FigureSource> sources = new TreeMap<>();

    @SuppressWarnings("NullAway.Init")
    QuarterlyReport() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(StateHouseholdTotal command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        Frame.checkStated(command.team(), command.quarter(), consulted, policies, clock);
        Integer stated = command.households();
        HOUSEHOLD_TOTAL_IS_PLAUSIBLE.require(
                stated == null || (stated >= 0 && stated <= MOST_HOUSEHOLDS), MOST_HOUSEHOLDS);
        HouseholdTotalStated event = new HouseholdTotalStated(
                command.team(), command.quarter(), stated, stated == null ? null : command.source());
        HOUSEHOLD_TOTAL_CHANGES.require(total == null ? stated != null : !event.equals(total));
        apply(event);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(StateReportLine command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        Long value = command.value();
        String code = command.code();
        STATED_LINE_IS_MANUAL.require(Indicators.statable(code), code);
        STATED_LINE_HAS_A_SOURCE.require(value == null || command.source() != null);
        STATED_LINE_IS_PLAUSIBLE.require(value == null || (value >= 0 && value <= MOST_HOUSEHOLDS), MOST_HOUSEHOLDS);
        if (code.equals(Indicators.HOUSEHOLD_TOTAL)) {
            Integer households = value == null ? null : Math.toIntExact(value);
            decide(
                    new StateHouseholdTotal(command.team(), command.quarter(), households, command.source()),
                    consulted,
                    policies,
                    clock);
            return;
        }
        Frame.checkStated(command.team(), command.quarter(), consulted, policies, clock);
        FigureSource source = value == null ? null : command.source();
        boolean stated = sources.containsKey(code);
        STATED_LINE_CHANGES.require(
                value == null ? stated : !stated || !value.equals(overrides.get(code)) || source != sources.get(code));
        apply(new LineStated(command.team(), command.quarter(), code, value, source));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AnnotateReport command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        Frame.checkStated(command.team(), command.quarter(), consulted, policies, clock);
        Narrative written = NarrativeTexts.checked(command.difficulties(), command.goodModels());
        REPORT_TEXT_CHANGES.require(!written.equals(narrative));
        apply(new ReportAnnotated(command.team(), command.quarter(), written));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OverrideReportLine command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        Frame.checkStated(command.team(), command.quarter(), consulted, policies, clock);
        OVERRIDDEN_LINE_IS_DERIVED.require(
                Indicators.codes(Indicators.VERSION).contains(command.code()) && !Indicators.stated(command.code()),
                command.code());
        OVERRIDE_IS_PLAUSIBLE.require(command.value() >= 0 && command.value() <= LARGEST_OVERRIDE, LARGEST_OVERRIDE);
        OVERRIDE_CHANGES.require(
                sources.containsKey(command.code()) || !Objects.equals(overrides.get(command.code()), command.value()));
        apply(new LineOverridden(command.team(), command.quarter(), new LineOverride(command.code(), command.value())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WithdrawOverride command) {
        LINE_IS_OVERRIDDEN.require(overrides.containsKey(command.code()), command.code());
        apply(new OverrideWithdrawn(command.team(), command.quarter(), command.code()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            SubmitQuarterlyReport command,
            ReadOnlyAggregates consulted,
            ReportFigures figures,
            Policies policies,
            Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        Frame frame = Frame.of(command.team(), command.quarter(), consulted, policies);
        LocalDate lastDay = frame.days().lastDay();
        QUARTER_HAS_ENDED.require(VersionStage.hasEnded(lastDay, today), lastDay);
        versions.checkReason(command.reason());
        Pinned pinned = figures.derive(command.team(), command.quarter(), frame.periods(), frame.last());
        LocalDate dueOn = frame.dueOn(consulted, policies);
        apply(new QuarterlyReportSubmitted(
                        command.team(),
                        command.quarter(),
                        frame.periods().calendar(command.quarter()),
                        versions.next(),
                        Indicators.VERSION,
                        pinned.figures(),
                        pinned.pin().number(),
                        pinned.pin().chain(),
                        versions.nextIsLate(today.isAfter(dueOn)),
                        dueOn,
                        content(frame, pinned),
                        frame.recipient(today, consulted),
                        null)
                .hashed());
    }

    private ReportContent content(Frame frame, Pinned pinned) {
        return new ReportContent(
                frame.days().firstDay(),
                frame.days().lastDay(),
                pinned.carried(),
                overrides.entrySet().stream()
                        .map(line -> new LineOverride(line.getKey(), line.getValue()))
                        .toList(),
                sources(),
                narrative,
                versions.amends());
    }

    private List<StatedSource> sources() {
        SortedMap<String, FigureSource> all = new TreeMap<>(sources);
        if (total != null && total.source() != null) {
            all.put(Indicators.HOUSEHOLD_TOTAL, total.source());
        }
        return all.entrySet().stream()
                .map(line -> new StatedSource(line.getKey(), line.getValue()))
                .toList();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReturnReport command) {
        versions.checkLatest(command.content());
        apply(new ReportReturned(command.team(), command.quarter(), versions.latest(), command.content()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AcceptReport command) {
        versions.checkLatest(command.content());
        apply(new ReportAccepted(command.team(), command.quarter(), versions.latest(), command.content()));
    }

    /** The unit that accepts or returns the latest version. */
    public Optional<UnitId> recipient() {
        return versions.last()
                .flatMap(version -> Optional.ofNullable(version.recipient()))
                .map(Recipient::unit);
    }

    /** The versions, for the reports of units above. */
    ReportVersions<QuarterlyReportSubmitted> versions() {
        return versions;
    }

    @EventHandler
    void evolve(ReportEvent event) {
        id = new ReportId(event.team(), event.quarter());
        switch (event) {
            case QuarterlyReportSubmitted submitted -> versions.add(submitted, submitted.late(), submitted.hash());
            case ReportReturned _ -> versions.markReturned();
            case ReportAccepted judged -> versions.markAccepted(judged.version());
            case HouseholdTotalStated stated -> total = stated;
            case ReportAnnotated written -> narrative = written.narrative();
            case LineOverridden of -> instead(of.line().code(), of.line().value(), null);
            case LineStated of -> instead(of.code(), of.value(), of.source());
            case OverrideWithdrawn of -> instead(of.code(), null, null);
        }
    }

    /** @param value reported in the place of what the ledger gives; absent to report that */
    private void instead(String code, @Nullable Long value, @Nullable FigureSource source) {
        overrides.remove(code);
        sources.remove(code);
        if (value != null) {
            overrides.put(code, value);
        }
        if (source != null) {
            sources.put(code, source);
        }
    }
}
