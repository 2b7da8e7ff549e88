package vn.soto.contracts.recognition;

import java.util.List;

/**
 * One version of how rounds are scored. Points are in thousandths. A version never changes: a round that pins it is scored alike for
 * good.
 *
 * @param weights              most points of each criterion, in the order in which they are shown
 * @param mostPerDay           records of one helper that count on one day
 * @param mostPerDayAndCategory the same in one category of service
 * @param unconfirmed          weight of a household whose help nobody confirmed, in thousandths of a confirmed one
 * @param credit               of a record with several helpers
 * @param fewestAssigned       households by which a member's are divided at least, so that few make no high share
 * @param fewestAssignedOfTeam the same of a team
 * @param fewestCalled         the same of records whose people were called back
 * @param recordsOfActiveMonth that make a month an active one
 * @param trainings            that a member attends for all points
 * @param selfPerformedLater   whether a household counts as acting by itself only after help on an earlier day
 * @param gates                conditions of eligibility with what they ask for
 */
public record ScoringRule(
        int version,
        List<Weight> weights,
        int mostPerDay,
        int mostPerDayAndCategory,
        int unconfirmed,
        CreditUse credit,
        int fewestAssigned,
        int fewestAssignedOfTeam,
        int fewestCalled,
        int recordsOfActiveMonth,
        int trainings,
        boolean selfPerformedLater,
        List<Condition> gates) {

    /** Weight of a confirmed household. */
    static final int WHOLE = 1_000;

    public ScoringRule {
        weights = List.copyOf(weights);
        gates = List.copyOf(gates);
    }

    /** @param points most points, in thousandths */
    public record Weight(Criterion criterion, long points) {}

    /** @param threshold months at least, denied records at most; 1 where there is nothing to count */
    public record Condition(Gate gate, int threshold) {}
}
