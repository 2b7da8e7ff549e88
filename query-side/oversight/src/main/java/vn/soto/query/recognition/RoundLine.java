package vn.soto.query.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/**
 * The subject and the stage of a round. Nobody is named but, to a reader whom the round itself is not told, the reader's own.
 *
 * @param from  first quarter of the period, {@code to} its last
 * @param rule  version of the scoring rule
 * @param quota honours at most
 * @param pin   of the latest scores; absent before the first
 * @param own   scored candidates about whom the reader may ask, where the reader may not ask about the round; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoundLine(
        RoundId round,
        UnitId unit,
        RoundKind kind,
        RoundState.Stage stage,
        String from,
        String to,
        LocalDate firstDay,
        LocalDate lastDay,
        int rule,
        int quota,
        int objectionDays,
        int nominated,
        int openObjections,
        int honoured,
        @Nullable ScorePin pin,
        @Nullable LocalDate decidableFrom,
        @Nullable List<RoundView.Who> own) {

    static RoundLine of(RoundState state) {
        return of(state, List.of());
    }

    private static RoundLine of(RoundState state, List<RoundView.Who> own) {
        RoundOpened opened = state.opened();
        RoundScope scope = opened.scope(List.of());
        return new RoundLine(
                opened.round(),
                opened.unit(),
                opened.kind(),
                state.stage(),
                scope.quarters().getFirst().quarter().toString(),
                scope.quarters().getLast().quarter().toString(),
                scope.firstDay(),
                scope.lastDay(),
                opened.rule(),
                opened.quota(),
                opened.objectionDays(),
                state.nominated().size(),
                (int) state.objections().stream()
                        .filter(each -> each.answer() == null)
                        .count(),
                (int) state.places().stream()
                        .filter(place -> state.revocation(place.candidate()).isEmpty())
                        .count(),
                state.scored().isPresent() ? state.scored().get().pin() : null,
                state.scored().isPresent() ? state.scored().get().decidableFrom() : null,
                own.isEmpty() ? null : own);
    }

    /** The line with the reader's own candidates. */
    static RoundLine withOwn(RoundState state) {
        return of(state, own(state));
    }

    private static List<RoundView.Who> own(RoundState state) {
        Reader reader = Reader.current();
        String round = state.opened().round().value();
        if (state.scored().isEmpty() || reader.reaches(EndpointRight.RECORDS, IdKind.ROUND, round)) {
            return List.of();
        }
        List<RoundView.Who> scored = state.scored().get().standings().stream()
                .map(standing -> RoundView.Who.of(standing.candidate()))
                .toList();
        Set<String> reached = reader.reached(
                EndpointRight.RECORDS,
                IdKind.CANDIDATE,
                scored.stream()
                        .flatMap(who -> Stream.ofNullable(who.candidate()))
                        .toList());
        return scored.stream().filter(who -> reached.contains(who.candidate())).toList();
    }
}
