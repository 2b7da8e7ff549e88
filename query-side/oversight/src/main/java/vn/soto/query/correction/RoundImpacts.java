package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.projection.supposed.Supposition;
import vn.soto.projection.supposed.Supposition.Supposed;
import vn.soto.query.correction.ImpactView.TouchedRound;
import vn.soto.query.correction.ImpactView.TouchedScore;
import vn.soto.query.reading.Reader;
import vn.soto.query.recognition.PresentScores;
import vn.soto.query.recognition.PresentScores.PresentRound;
import vn.soto.query.recognition.PresentScores.PresentRounds;
import vn.soto.query.recognition.PresentScores.PresentScore;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** Compares the scores that the ledger gives of rounds without events and with them. */
@Component
record RoundImpacts(PresentScores present) {

    private static final int MOST_ROUNDS = 20;
    private static final int MOST_SCORES = 500;

    /** @param more whether there are more than are listed, or than were looked at */
    record TouchedRounds(List<TouchedRound> rounds, boolean more) {}

    /**
     * The rounds that the reader may ask for, those of the latest period first.
     *
     * @param units that may have a round
     * @param teams about which the events say something
     */
    TouchedRounds of(
            Supposition supposition,
            List<Supposed> events,
            Collection<String> units,
            Set<String> teams,
            LocalDate today) {
        if (events.stream().noneMatch(each -> mayChangeScores(each.event()))) {
            return new TouchedRounds(List.of(), false);
        }
        List<String> scored = scored(supposition, units, teams, today);
        Set<String> seen = Reader.current().reached(EndpointRight.RECORDS, IdKind.ROUND, scored);
        List<String> looked =
                scored.stream().filter(seen::contains).limit(MOST_ROUNDS).toList();
        PresentRounds without = supposition.without(asOf -> present.of(looked, today, asOf));
        PresentRounds with = supposition.with(asOf -> present.of(looked, today, asOf));
        boolean more = seen.size() > MOST_ROUNDS || without.more() || with.more();
        List<TouchedRound> touched = new ArrayList<>();
        int room = MOST_SCORES;
        for (String round : looked) {
            PresentRound before = without.rounds().get(round);
            PresentRound after = with.rounds().get(round);
            if (before == null || after == null) {
                continue;
            }
            List<TouchedScore> scores = scores(before, after);
            more |= scores.size() > room;
            if (!scores.isEmpty() && room > 0) {
                touched.add(new TouchedRound(
                        new RoundId(round),
                        after.unit(),
                        after.stage(),
                        before.differing(),
                        after.differing(),
                        scores.subList(0, Math.min(room, scores.size()))));
                room = Math.max(0, room - scores.size());
            }
        }
        return new TouchedRounds(List.copyOf(touched), more);
    }

    private List<String> scored(Supposition supposition, Collection<String> units, Set<String> teams, LocalDate today) {
        return Stream.concat(
                        supposition.without(asOf -> present.of(units, teams, today, asOf)).stream(),
                        supposition.with(asOf -> present.of(units, teams, today, asOf)).stream())
                .distinct()
                .toList();
    }

    /** Scores are made of what a team did, and of the teams that lie in the area. */
    private static boolean mayChangeScores(DomainEvent event) {
        return RoundFacts.reads(event.getClass())
                || event instanceof TeamCoverageChanged
                || event instanceof CoverageCorrected
                || event instanceof UnitEvent;
    }

    private static List<TouchedScore> scores(PresentRound before, PresentRound after) {
        SortedSet<String> candidates = new TreeSet<>(before.scores().keySet());
        candidates.addAll(after.scores().keySet());
        return candidates.stream()
                .filter(candidate -> !Objects.equals(
                        before.scores().get(candidate), after.scores().get(candidate)))
                .map(candidate -> score(
                        candidate,
                        before.scores().get(candidate),
                        after.scores().get(candidate)))
                .toList();
    }

    private static TouchedScore score(String candidate, @Nullable PresentScore before, @Nullable PresentScore after) {
        PresentScore who = Objects.requireNonNull(after == null ? before : after);
        return new TouchedScore(
                candidate,
                who.member(),
                who.team(),
                who.honoured(),
                who.scored(),
                before == null ? null : (Long) before.points(),
                after == null ? null : (Long) after.points(),
                before == null ? null : before.rank(),
                after == null ? null : after.rank());
    }
}
