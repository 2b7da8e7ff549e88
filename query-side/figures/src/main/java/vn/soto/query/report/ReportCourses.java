package vn.soto.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.Period;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.events.EventCodec;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;
import vn.soto.query.http.Asked;
import vn.soto.query.period.PeriodState;
import vn.soto.query.period.Periods;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.report.ReportHistory.Written;
import vn.soto.query.report.ReportView.Acceptance;
import vn.soto.query.report.ReportView.Handling;
import vn.soto.query.report.ReportView.Judged;
import vn.soto.query.report.ReportView.Next;
import vn.soto.query.report.ReportView.PeriodView;
import vn.soto.query.report.ReportView.Submission;
import vn.soto.query.report.ReportView.Texts;
import vn.soto.query.report.Reports.Sight;

/** The courses of reports: the team's texts, the recipient's decisions on each version, and the next step. */
@Component
record ReportCourses(
        Reports reports,
        Recipients recipients,
        ReportChecks checks,
        Periods periods,
        Histories histories,
        EventCodec codec,
        CommitReasons reasons) {

    ReportHistory history(Sight sight) {
        ReportId id = new ReportId(sight.team(), sight.quarter());
        return new ReportHistory(histories.of(id.toString(), sight.now().commit()).stream()
                .flatMap(body -> codec.decode(body.event().type(), body.event().payload()) instanceof ReportEvent event
                        ? Stream.of(new ReportHistory.Entry(event, body))
                        : Stream.empty())
                .toList());
    }

    /** The team's texts and overrides for the version, or for the draft. */
    Written written(Sight sight, ReportHistory history) {
        return history.written(
                sight.version().map(Report.Version::position).orElse(sight.now().before()));
    }

    /** The overrides of the version; a version from before there were any has none. */
    SortedMap<String, ReportLine.Overriding> overrides(Written written, Asked asked) {
        SortedMap<String, ReportLine.Overriding> shown = new TreeMap<>();
        written.overrides().forEach((code, line) -> {
            CommitReasons.Shown reason = reasons.of(line.body().commit(), asked.language());
            shown.put(
                    code,
                    new ReportLine.Overriding(
                            line.value(),
                            line.body().commit().number(),
                            line.body().commit().at(),
                            line.body().commit().actor(),
                            reason));
        });
        return shown;
    }

    List<Submission> submissions(Sight sight, ReportHistory history, Asked asked) {
        List<Report.Version> versions = sight.report().versions();
        boolean late = !versions.isEmpty() && versions.getFirst().late();
        return versions.stream()
                .map(version -> Submission.of(
                        version,
                        late,
                        sight.report().state(version),
                        reason(history.at(version.position()), asked),
                        sight.report()
                                .judgments(version.version())
                                .map(judgment -> Judged.of(judgment, reason(history.at(judgment.position()), asked)))
                                .toList()))
                .toList();
    }

    private CommitReasons.Shown reason(Optional<Body> body, Asked asked) {
        return body.map(known -> reasons.of(known.commit(), asked.language())).orElse(CommitReasons.Shown.NONE);
    }

    Handling course(Sight sight, ReportHistory history, List<ReportLine> lines, Asked asked) {
        Written written = written(sight, history);
        Recipient recipient = sight.version().isPresent()
                ? sight.version().get().recipient()
                : recipients
                        .of(
                                sight.card(),
                                sight.days(),
                                asked.today(),
                                sight.now().commit())
                        .orElse(null);
        Optional<Report.Version> version = sight.version();
        return new Handling(
                version.map(sight.report()::state).orElse(ReportState.DRAFT),
                version.isPresent() ? version.get().hash() : null,
                period(sight, asked.today()),
                recipient == null
                        ? null
                        : recipients.view(recipient, asked.today(), sight.now().commit()),
                acceptance(sight),
                version.isPresent() ? sight.differing() : 0,
                sight.report().waiting(asked.today()),
                Texts.of(version.isPresent() ? narrative(version.get()) : written.narrative()),
                version.isPresent() ? next(sight, history, written, asked) : null,
                checks.of(
                        sight,
                        lines,
                        recipient == null ? null : recipient.unit().value(),
                        asked.language()),
                reports.lateLines(sight));
    }

    private static Narrative narrative(Report.Version version) {
        return version.content() == null ? Narrative.NONE : version.content().narrative();
    }

    private PeriodView period(Sight sight, LocalDate today) {
        Optional<Period> period = sight.periods().period(sight.quarter());
        PeriodState state = PeriodState.of(period, today);
        LocalDate dueOn = sight.version().isPresent() && sight.version().get().dueOn() != null
                ? sight.version().get().dueOn()
                : periods.dueOn(sight.periods(), sight.quarter(), sight.now().commit());
        return new PeriodView(
                sight.days().firstDay(),
                sight.days().lastDay(),
                dueOn,
                new UnitId(sight.authority()),
                state,
                state == PeriodState.REOPENED
                        ? period.orElseThrow().changes().getLast().openUntil()
                        : null,
                period.isPresent() ? period.get().late() : null);
    }

    private @Nullable Acceptance acceptance(Sight sight) {
        Optional<Report.Judgment> accepted = sight.report().acceptance();
        if (accepted.isEmpty()) {
            return null;
        }
        Report.Judgment judgment = accepted.get();
        boolean shown = sight.version()
                .filter(version -> version.version() == judgment.version())
                .isPresent();
        Sight then = shown
                ? sight
                : reports.find(
                        sight.team().value(),
                        sight.quarter(),
                        judgment.version(),
                        sight.now().commit());
        return new Acceptance(
                judgment.version(),
                Objects.requireNonNull(then.version().orElseThrow().hash()),
                judgment.commit(),
                judgment.at(),
                judgment.judgedBy(),
                then.differing());
    }

    /** The differences of the next version from the latest one, as far as the team writes them. */
    private @Nullable Next next(Sight sight, ReportHistory history, Written written, Asked asked) {
        Written now = history.written(sight.now().before());
        boolean same =
                now.narrative().equals(written.narrative()) && now.overrides().equals(written.overrides());
        return same ? null : new Next(Texts.of(now.narrative()), overrides(now, asked));
    }
}
