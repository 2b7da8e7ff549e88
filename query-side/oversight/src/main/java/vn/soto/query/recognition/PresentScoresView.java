package vn.soto.query.recognition;

import java.util.List;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.ScorePin;

/**
 * The scores that a round has frozen beside those that the ledger gives, by the same rule and period for the teams of today.
 *
 * @param pin   of the frozen scores
 * @param same  whether the frozen scores, made again from the pinned commit, are those that the scoring recorded
 * @param moved number of candidates whose rank or gates differ: these ask for a reason, or for a new scoring
 * @param moves of everybody, those first whom the ledger ranks first
 */
record PresentScoresView(RoundId round, ScorePin pin, boolean same, int moved, List<ScoreMove> moves) {}
