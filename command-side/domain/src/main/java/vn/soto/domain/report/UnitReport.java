package vn.soto.domain.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.access.AccessRule.LEDGER_SAYS_WHO_MAY_APPROVE;
import static vn.soto.domain.report.ConsolidationRule.CONSOLIDATION_HAS_AN_ACCEPTED_REPORT;
import static vn.soto.domain.report.ConsolidationRule.UNIT_OF_A_REPORT_IS_IN_FORCE;
import static vn.soto.domain.report.ConsolidationRule.UNIT_REPORT_GOES_TO_A_UNIT_ABOVE;
import static vn.soto.domain.report.ConsolidationRule.UNIT_REPORT_GOES_TO_NO_UNIT_ABOVE;
import static vn.soto.domain.report.ConsolidationRule.UNIT_REPORT_IS_NOTED_BY_ANOTHER_PERSON;
import static vn.soto.domain.report.ReportRule.QUARTER_HAS_ENDED;
import static vn.soto.domain.report.ReportRule.REPORT_TEXT_CHANGES;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.ReportConsolidation;
import vn.soto.contracts.report.UnitReportEvent;
import vn.soto.contracts.report.UnitReportEvent.Consolidated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAccepted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAnnotated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportNoted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportReturned;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.report.VersionStage;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.access.PasswordProof;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.report.UnitReportCommand.AcceptUnitReport;
import vn.soto.domain.report.UnitReportCommand.AnnotateUnitReport;
import vn.soto.domain.report.UnitReportCommand.NoteUnitReport;
import vn.soto.domain.report.UnitReportCommand.ReturnUnitReport;
import vn.soto.domain.report.UnitReportCommand.SubmitUnitReport;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.ReportFigures.Pin;

/**
 * The report of a commune, district or province for one quarter, in versions. A version pins the accepted versions
 * below it by their content and adds them up. It goes up the line, is returned, accepted and amended like a team's.
 */
@AggregateRoot(type = "unit-report")
public final class UnitReport {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private UnitReportId id;

    private final ReportVersions<UnitReportSubmitted> versions = new ReportVersions<>();
    private Narrative narrative = Narrative.NONE;

    @SuppressWarnings("NullAway.Init")
    UnitReport() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AnnotateUnitReport command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        UnitFrame frame = frame(command, consulted, policies, clock);
        Frame.checkBegins(frame.days(), frame.today());
        Narrative written = NarrativeTexts.checked(command.difficulties(), command.goodModels());
        REPORT_TEXT_CHANGES.require(!written.equals(narrative));
        apply(new UnitReportAnnotated(command.unit(), command.quarter(), written));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            SubmitUnitReport command,
            ReadOnlyAggregates consulted,
            ReportFigures figures,
            Policies policies,
            Clock clock) {
        UnitFrame frame = frame(command, consulted, policies, clock);
        LocalDate today = frame.today();
        LocalDate lastDay = frame.days().lastDay();
        QUARTER_HAS_ENDED.require(VersionStage.hasEnded(lastDay, today), lastDay);
        versions.checkReason(command.reason());
        ReportsBelow below = new ReportsBelow(frame, consulted, figures, policies);
        CONSOLIDATION_HAS_AN_ACCEPTED_REPORT.require(
                !below.parts().isEmpty(), below.missing().size());
        // After the reports below: the commit that this one pins has all that it read.
        Pin pin = figures.pin();
        LocalDate dueOn = frame.dueOn(consulted, policies);
        Optional<UnitId> recipient = UnitFrame.above(command.unit(), today, consulted);
        apply(new UnitReportSubmitted(
                command.unit(),
                command.quarter(),
                versions.next(),
                content(frame, below),
                pin.number(),
                pin.chain(),
                versions.nextIsLate(today.isAfter(dueOn)),
                dueOn,
                recipient.isPresent() ? recipient.get() : null));
    }

    /** A unit that has ended reports nothing for the first time; the unit that acts for it amends what it has reported. */
    private UnitFrame frame(UnitReportCommand command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        UnitFrame frame =
                UnitFrame.of(command.unit(), command.quarter(), VietnamTime.day(clock.instant()), consulted, policies);
        UNIT_OF_A_REPORT_IS_IN_FORCE.require(
                versions.latest() > 0 || UnitFrame.isInForce(command.unit(), frame.today(), consulted), frame.today());
        return frame;
    }

    private Consolidated content(UnitFrame frame, ReportsBelow below) {
        return new Consolidated(
                frame.periods().calendar(frame.quarter()),
                frame.days().firstDay(),
                frame.days().lastDay(),
                Indicators.VERSION,
                below.parts(),
                below.missing(),
                ReportConsolidation.of(Indicators.VERSION, below.contents()),
                narrative,
                versions.amends());
    }

    @CommandHandler
    void decide(ReturnUnitReport command) {
        checkLatest(command.content());
        apply(new UnitReportReturned(command.unit(), command.quarter(), versions.latest(), command.content()));
    }

    @CommandHandler
    void decide(AcceptUnitReport command) {
        checkLatest(command.content());
        apply(new UnitReportAccepted(command.unit(), command.quarter(), versions.latest(), command.content()));
    }

    @CommandHandler
    void decide(
            NoteUnitReport command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            @MetaDataValue(CommandMetadata.PROVEN) @Nullable Instant proven,
            GrantedRights rights,
            Clock clock) {
        versions.checkLatest(command.content());
        UNIT_REPORT_GOES_TO_NO_UNIT_ABOVE.require(recipient().isEmpty());
        LEDGER_SAYS_WHO_MAY_APPROVE.require(rights.areInForce());
        UNIT_REPORT_IS_NOTED_BY_ANOTHER_PERSON.require(
                rights.lastRecorder(command.report().toString(), UnitReportSubmitted.class)
                        .filter(by -> rights.areTwoSince(
                                actor, by, command.report().toString(), UnitReportSubmitted.class, clock.instant()))
                        .isPresent());
        PasswordProof.require(proven, clock.instant());
        apply(new UnitReportNoted(
                command.unit(), command.quarter(), versions.latest(), command.content(), command.instrument()));
    }

    private void checkLatest(String content) {
        versions.checkLatest(content);
        UNIT_REPORT_GOES_TO_A_UNIT_ABOVE.require(
                versions.last().map(UnitReportSubmitted::recipient).isPresent());
    }

    /** The unit that accepts or returns the latest version. */
    public Optional<UnitId> recipient() {
        return versions.last().flatMap(version -> Optional.ofNullable(version.recipient()));
    }

    /** The versions, for the reports of units above. */
    ReportVersions<UnitReportSubmitted> versions() {
        return versions;
    }

    @EventHandler
    void evolve(UnitReportEvent event) {
        id = new UnitReportId(event.unit(), event.quarter());
        switch (event) {
            case UnitReportSubmitted submitted -> versions.add(submitted, submitted.late(), submitted.hash());
            case UnitReportReturned _ -> versions.markReturned();
            case UnitReportAccepted judged -> versions.markAccepted(judged.version());
            case UnitReportNoted noted -> versions.markAccepted(noted.version());
            case UnitReportAnnotated written -> narrative = written.narrative();
        }
    }
}
