package vn.soto.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.RecognitionRoundEvent;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonourRevoked;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScoreFigures;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;

/** Makes the scores that a ledger pins again, reading it twice from the beginning: for what is pinned, and for what it is made of. */
final class PinnedScores {

    private final EventCodec codec = EventCodec.product();
    private final Map<RoundId, RoundOpened> opened = new HashMap<>();
    private final Map<RoundId, List<TeamId>> teams = new HashMap<>();
    private final List<Counting> countings = new ArrayList<>();

    private PinnedScores() {}

    /**
     * @param content hash of the scores as made again
     * @param same    whether it is the pinned one, of a commit with the pinned chain hash, and the recorded figures are those made again
     */
    record Recounted(RoundScope scope, ScorePin pin, String content, boolean same) {}

    /** Scores that are being made again. Mutable. */
    private static final class Counting {

        private final RoundScope scope;
        private final ScorePin pin;
        private final @Nullable List<ScoreFigures> figures;
        private final RoundFacts facts;
        private boolean chain;

        Counting(RoundScope scope, ScorePin pin, @Nullable List<ScoreFigures> figures) {
            this.scope = scope;
            this.pin = pin;
            this.figures = figures;
            this.facts = new RoundFacts(scope.teams());
        }

        void on(StoredEvent stored, EventCodec codec) {
            if (stored.commit() <= pin.commit()
                    && scope.teams().stream()
                            .anyMatch(team -> stored.event().tags().contains("team:" + team))) {
                facts.on(stored.position(), codec.decode(stored));
            }
        }

        Recounted recounted() {
            RoundScoring scoring = RoundScoring.of(ScoringRules.get(pin.rule()), scope, facts);
            String content = scoring.content(pin.commit(), pin.chain()).hash();
            boolean recorded = figures == null || figures.equals(scoring.figures());
            return new Recounted(scope, pin, content, chain && recorded && content.equals(pin.content()));
        }
    }

    /** All scores that the ledger pins, in its order. */
    static List<Recounted> recounted(LedgerReader ledger, Consumer<Tail> progress) {
        PinnedScores scores = new PinnedScores();
        Tail tail = ledger.tail();
        CommitPages.read(ledger, tail, commit -> commit.stored().forEach(scores::find));
        CommitPages.read(ledger, tail, commit -> {
            commit.stored().forEach(scores::count);
            scores.countings.stream()
                    .filter(each -> each.pin.commit() == commit.number())
                    .forEach(each -> each.chain = commit.chain().toString().equals(each.pin.chain()));
            progress.accept(commit.tail());
        });
        return scores.countings.stream().map(Counting::recounted).toList();
    }

    private void find(StoredEvent stored) {
        if (!RecognitionRoundEvent.class.isAssignableFrom(codec.classOf(stored))) {
            return;
        }
        switch (codec.decode(stored)) {
            case RoundOpened round -> opened.put(round.round(), round);
            case RoundScored scored -> {
                teams.put(scored.round(), scored.teams());
                add(scored.round(), scored.pin(), scored.figures());
            }
            case HonourRevoked revoked -> add(revoked.round(), revoked.present(), null);
            default -> {
                // pins nothing new
            }
        }
    }

    private void add(RoundId round, ScorePin pin, @Nullable List<ScoreFigures> figures) {
        RoundOpened about = opened.get(round);
        if (about == null) {
            throw new IllegalStateException("round " + round + " was not opened");
        }
        countings.add(new Counting(about.scope(teams.getOrDefault(round, List.of())), pin, figures));
    }

    private void count(StoredEvent stored) {
        if (RoundFacts.reads(codec.classOf(stored))) {
            countings.forEach(each -> each.on(stored, codec));
        }
    }
}
