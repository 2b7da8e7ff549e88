package vn.soto.query.audit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.audit.CallBackDraw;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackStratum;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.projection.Documents;
import vn.soto.query.assistance.Assistance;
import vn.soto.query.audit.CallBackSampleView.Drawn;
import vn.soto.query.audit.CallBackSampleView.Line;
import vn.soto.query.audit.CallBackSampleView.NextStep;
import vn.soto.query.audit.CallBackSampleView.Selection;
import vn.soto.query.audit.CallBackSampleView.State;
import vn.soto.query.audit.CallBackSampleView.Stratum;
import vn.soto.query.audit.DrawnSample.CallBack;
import vn.soto.query.detection.QuarterRecords;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.unit.EndedUnitList;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** Queries about call-back samples, as known at a commit. */
@Component
record CallBackSamples(Documents documents, QuarterRecords recorded, UnitPeriods periods, Units units)
        implements EndedUnitList {

    /** Those drawn in a unit or below it for a quarter, or for any, that the reader reaches, the latest first. */
    List<Line> in(String unit, Optional<String> quarter, LocalDate day, long asOf) {
        List<String> places = units.within(unit, day, asOf);
        return in(Reader.current().rows(EndpointRight.FINDINGS, unit, IdKind.UNIT, places), quarter, asOf);
    }

    @Override
    public String question() {
        return "/api/units/{unit}/call-back-samples";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return in(unit, Optional.empty(), day, asOf).isEmpty();
    }

    /** Those drawn in these units for a quarter, or for any, the latest first. */
    List<Line> in(Collection<String> units, Optional<String> quarter, long asOf) {
        List<String> ids = CallBackSampleProjector.BY_UNIT.find(units, documents).values().stream()
                .flatMap(List::stream)
                .toList();
        return documents.find(DrawnSample.KIND, ids).values().stream()
                .filter(sample -> sample.commit() <= asOf)
                .filter(sample ->
                        quarter.isEmpty() || quarter.get().equals(sample.draw().quarter()))
                .sorted(Comparator.comparingLong(DrawnSample::commit).reversed())
                .map(sample -> line(sample, asOf))
                .toList();
    }

    private static Line line(DrawnSample sample, long asOf) {
        return new Line(
                new CallBackSampleId(sample.id()),
                sample.draw().unit(),
                sample.draw().quarter(),
                sample.commit(),
                sample.at(),
                Selection.of(sample.draw().selection()),
                overall(strata(sample, sample.answersAsOf(asOf))));
    }

    private static CallBackEstimate overall(List<Stratum> strata) {
        return CallBackEstimate.over(strata.stream().map(Stratum::estimate).toList());
    }

    private static List<Stratum> strata(DrawnSample sample, Map<String, CallBack> answers) {
        return sample.draw().strata().stream()
                .map(stratum -> new Stratum(
                        stratum.team(),
                        stratum.member(),
                        CallBackEstimate.of(
                                stratum.records(),
                                stratum.drawn().size(),
                                stratum.drawn().stream()
                                        .flatMap(record -> Stream.ofNullable(answers.get(record.value())))
                                        .map(CallBack::result)
                                        .toList())))
                .toList();
    }

    Optional<CallBackSampleView> find(String id, long asOf) {
        return documents
                .find(DrawnSample.KIND, id)
                .filter(sample -> sample.commit() <= asOf)
                .map(sample -> view(sample, asOf));
    }

    private CallBackSampleView view(DrawnSample sample, long asOf) {
        Map<String, CallBack> answers = sample.answersAsOf(asOf);
        List<Stratum> strata = strata(sample, answers);
        List<Drawn> records = records(sample, answers, asOf);
        DrawnSample.Draw draw = sample.draw();
        QuarterDays days = days(draw);
        return new CallBackSampleView(
                new CallBackSampleId(sample.id()),
                draw.unit(),
                draw.quarter(),
                days.firstDay(),
                days.lastDay(),
                periods.beside(draw.unit().value(), List.of(days), draw.seedCommit())
                        .orElse(null),
                sample.commit(),
                sample.at(),
                Selection.of(draw.selection()),
                draw.algorithm(),
                draw.size(),
                draw.seed(),
                draw.seedCommit(),
                isRepeated(draw, days),
                overall(strata),
                strata,
                records,
                (int) records.stream()
                        .filter(record -> record.state() == State.TO_CORRECT)
                        .count());
    }

    /** A sample from before its days were stored has those of the reporting period. */
    private QuarterDays days(DrawnSample.Draw draw) {
        QuarterDays stored = draw.days();
        return stored == null ? periods.days(draw.unit().value(), draw.of(), draw.seedCommit()) : stored;
    }

    private List<Drawn> records(DrawnSample sample, Map<String, CallBack> answers, long asOf) {
        List<String> ids = sample.draw().strata().stream()
                .flatMap(stratum -> stratum.drawn().stream())
                .map(AssistanceId::value)
                .toList();
        Map<String, Assistance> known = documents.find(Assistance.KIND, ids);
        return sample.draw().strata().stream()
                .flatMap(stratum -> stratum.drawn().stream()
                        .map(record -> drawn(
                                record.value(), stratum, answers.get(record.value()), known.get(record.value()), asOf)))
                .sorted(Comparator.comparing((Drawn record) -> record.state() != State.TO_CORRECT))
                .toList();
    }

    private static Drawn drawn(
            String record, CallBackStratum stratum, @Nullable CallBack answer, @Nullable Assistance known, long asOf) {
        State state = state(answer, known, asOf);
        return new Drawn(
                new AssistanceId(record),
                stratum.team(),
                stratum.member(),
                state,
                answer == null ? null : answer.result(),
                answer == null ? null : answer.by(),
                answer == null ? null : answer.occurredAt(),
                answer == null ? null : answer.commit(),
                state == State.TO_CORRECT ? NextStep.of(record) : null);
    }

    private static State state(@Nullable CallBack answer, @Nullable Assistance known, long asOf) {
        Optional<AssistanceState> now =
                Optional.ofNullable(known).flatMap(record -> record.asOf(asOf)).map(Assistance.Version::state);
        if (now.map(AssistanceState::voided).orElse(false)) {
            return State.VOIDED;
        }
        if (answer == null) {
            return State.OPEN;
        }
        return switch (answer.result()) {
            case CONFIRMED -> State.CONFIRMED;
            case NOT_REACHED -> State.NOT_REACHED;
            case DENIED -> isCorrected(answer, known, now) ? State.CORRECTED : State.TO_CORRECT;
        };
    }

    /** Whether the record says something else since it was denied. */
    private static boolean isCorrected(CallBack answer, @Nullable Assistance known, Optional<AssistanceState> now) {
        Optional<AssistanceState> then = Optional.ofNullable(known)
                .flatMap(record -> record.asOf(answer.commit()))
                .map(Assistance.Version::state);
        return !stated(then).equals(stated(now));
    }

    private static List<Object> stated(Optional<AssistanceState> state) {
        return state.<List<Object>>map(record -> List.of(record.content(), record.beneficiary(), record.helpers()))
                .orElse(List.of());
    }

    /** Draws again from what was recorded up to the commit of the seed. */
    private boolean isRepeated(DrawnSample.Draw draw, QuarterDays days) {
        if (draw.algorithm() != CallBackDraw.VERSION) {
            return false;
        }
        Set<String> teams = new TreeSet<>();
        draw.strata().forEach(stratum -> teams.add(stratum.team().value()));
        Set<String> named = draw.named() == null ? Set.of() : Set.copyOf(draw.named());
        List<FrameRecord> records = recorded.in(draw.unit().value(), teams, days, draw.seedCommit()).stream()
                .filter(record -> draw.selection().team() == null
                        || record.team().equals(draw.selection().team()))
                .filter(record -> draw.named() == null
                        || named.contains(record.assistance().value()))
                .toList();
        return CallBackDraw.draw(draw.seed(), draw.size(), records).equals(draw.strata());
    }
}
