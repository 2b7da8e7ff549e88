package vn.soto.query.recognition;

import java.util.List;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.ScorePin;

/**
 * The same round, from the same commit, under another version of the rule. Nothing is stored by asking.
 *
 * @param rule  version that was asked for
 * @param pin   of the round's scores
 * @param moved number of candidates whose rank or eligibility changes
 */
record WhatIfView(RoundId round, int rule, ScorePin pin, int moved, List<ScoreMove> moves) {}
