package vn.soto.domain.recognition;

import static vn.soto.domain.recognition.RecognitionRule.OBJECTIONS_ARE_ANSWERED;
import static vn.soto.domain.recognition.RecognitionRule.OBJECTION_IS_OPEN;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_HAS_NOT_TOO_MANY_OBJECTIONS;
import static vn.soto.domain.recognition.RecognitionRule.SCORES_FOLLOW_UPHELD_OBJECTIONS;
import static vn.soto.domain.recognition.RecognitionRule.WHO_ANSWERS_IS_NOT_WHO_OBJECTED;

import java.util.Map;
import java.util.TreeMap;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ObjectionAnswered;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ScoreObjected;

/** The objections to the scores of a round. Mutable. */
final class Objections {

    private static final int MOST = 500;

    private final Map<Integer, ScoreObjected> open = new TreeMap<>();
    private int last;
    private boolean scoresAreBehind;

    /** Number of the next one. */
    int next() {
        ROUND_HAS_NOT_TOO_MANY_OBJECTIONS.require(last < MOST, MOST);
        return last + 1;
    }

    /** The open objection, which somebody else answers than who made it. */
    ScoreObjected toAnswer(int number, String actor) {
        ScoreObjected objection = open.get(number);
        if (objection == null) {
            throw OBJECTION_IS_OPEN.refused(number);
        }
        WHO_ANSWERS_IS_NOT_WHO_OBJECTED.require(!objection.by().equals(actor));
        return objection;
    }

    /** Number of those that nobody has answered. */
    int open() {
        return open.size();
    }

    /** One was upheld since the last scoring. */
    boolean areBehind() {
        return scoresAreBehind;
    }

    void checkSettled() {
        OBJECTIONS_ARE_ANSWERED.require(open.isEmpty(), open.size());
        SCORES_FOLLOW_UPHELD_OBJECTIONS.require(!scoresAreBehind);
    }

    void add(ScoreObjected event) {
        last = event.objection();
        open.put(event.objection(), event);
    }

    void close(ObjectionAnswered event) {
        open.remove(event.objection());
        scoresAreBehind |= event.upheld();
    }

    void scored() {
        scoresAreBehind = false;
    }
}
