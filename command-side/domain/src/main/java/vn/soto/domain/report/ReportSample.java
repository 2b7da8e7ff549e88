package vn.soto.domain.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.report.ReportRule.REPORT_IS_SUBMITTED;
import static vn.soto.domain.report.ReportSampleRule.OPENED_REPORT_IS_IN_THE_SAMPLE;
import static vn.soto.domain.report.ReportSampleRule.SAMPLED_REPORT_GOES_TO_THE_UNIT;
import static vn.soto.domain.report.ReportSampleRule.SAMPLED_REPORT_IS_NAMED_ONCE;
import static vn.soto.domain.report.ReportSampleRule.SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_REPORTS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.contracts.report.NamedContent;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.ReportSampleEvent;
import vn.soto.contracts.report.ReportSampleEvent.ReportSampleDrawn;
import vn.soto.contracts.report.ReportSampleEvent.SampledReportOpened;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.report.ReportSampleCommand.DrawReportSample;
import vn.soto.domain.report.ReportSampleCommand.OpenSampledReport;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.ReportFigures.Pin;

/** Reports that are to be accepted together, a few of which are drawn to be read before. */
@AggregateRoot(type = "report-sample")
public final class ReportSample {

    public static final int MOST_REPORTS = 200;

    @AggregateIdentifier
    private ReportSampleId id;

    private UnitId unit;
    private Quarter quarter;
    private List<NamedContent> reports;

    @SuppressWarnings("NullAway.Init")
    ReportSample() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(DrawReportSample command, ReadOnlyAggregates consulted, ReportFigures figures, Clock clock) {
        FreeText.checkNewId(command.sample());
        SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_REPORTS.require(
                !command.reports().isEmpty() && command.reports().size() <= MOST_REPORTS, MOST_REPORTS);
        LocalDate today = VietnamTime.day(clock.instant());
        Set<Reporter> named = new HashSet<>();
        for (NamedContent report : command.reports()) {
            String of = report.reporter().id();
            SAMPLED_REPORT_IS_NAMED_ONCE.require(named.add(report.reporter()), of);
            Optional<UnitId> recipient = waiting(report, command.quarter(), consulted);
            SAMPLED_REPORT_GOES_TO_THE_UNIT.require(
                    recipient
                            .filter(to -> to.equals(command.unit()) || !UnitFrame.isInForce(to, today, consulted))
                            .isPresent(),
                    of);
        }
        Pin pin = figures.pin();
        apply(new ReportSampleDrawn(
                command.sample(),
                command.unit(),
                command.quarter(),
                command.reports(),
                ReportSampleEvent.draw(pin.chain(), command.reports()),
                pin.chain(),
                pin.number()));
    }

    @CommandHandler
    void decide(
            OpenSampledReport command,
            ReadOnlyAggregates consulted,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor) {
        NamedContent report = reports.stream()
                .filter(each -> each.reporter().equals(command.reporter()))
                .findFirst()
                .orElseThrow(() -> OPENED_REPORT_IS_IN_THE_SAMPLE.refused(
                        command.reporter().id()));
        waiting(report, quarter, consulted);
        apply(new SampledReportOpened(id, unit, report, actor));
    }

    /** Refuses a report whose latest version is another one, or does not wait; otherwise the recipient that it names. */
    private static Optional<UnitId> waiting(NamedContent report, Quarter quarter, ReadOnlyAggregates consulted) {
        return switch (report.reporter().level()) {
            case TEAM -> {
                ReportVersions<QuarterlyReportSubmitted> versions = consulted
                        .find(
                                QuarterlyReport.class,
                                new ReportId(report.reporter().team().orElseThrow(), quarter).toString(),
                                QuarterlyReport::versions)
                        .orElseThrow(REPORT_IS_SUBMITTED::refused);
                versions.checkLatest(report.content());
                yield versions.last().map(QuarterlyReportSubmitted::recipient).map(Recipient::unit);
            }
            case UNIT -> {
                ReportVersions<UnitReportSubmitted> versions = consulted
                        .find(
                                UnitReport.class,
                                new UnitReportId(report.reporter().unit().orElseThrow(), quarter).toString(),
                                UnitReport::versions)
                        .orElseThrow(REPORT_IS_SUBMITTED::refused);
                versions.checkLatest(report.content());
                yield versions.last().map(UnitReportSubmitted::recipient);
            }
        };
    }

    @EventHandler
    void evolve(ReportSampleDrawn event) {
        id = event.sample();
        unit = event.unit();
        quarter = event.quarter();
        reports = event.reports();
    }

    @EventHandler
    void evolve(SampledReportOpened event) {
        // Who has opened what matters to the plan of acceptance, which reads it from the ledger.
    }
}
