package vn.soto.query.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.unit.UnitId;

/**
 * The subject and the stage of a round; nobody is named.
 *
 * @param from  first quarter of the period, {@code to} its last
 * @param rule  version of the scoring rule
 * @param quota honours at most
 * @param pin   of the latest scores; absent before the first
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
        @Nullable LocalDate decidableFrom) {

    static RoundLine of(RoundState state) {
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
                state.scored().isPresent() ? state.scored().get().decidableFrom() : null);
    }
}
