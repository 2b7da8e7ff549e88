package vn.soto.query.recognition;

import java.util.List;
import java.util.Locale;
import vn.soto.contracts.recognition.CreditUse;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.recognition.ScoringRule;

/**
 * A published version of the scoring rule. Points and the weight of unconfirmed help are in thousandths.
 *
 * @param conditions of eligibility
 */
record RuleView(
        int rule,
        List<CriterionRule> criteria,
        List<ConditionRule> conditions,
        int mostPerDay,
        int mostPerDayAndCategory,
        int unconfirmed,
        CreditUse credit,
        int fewestAssigned,
        int fewestAssignedOfTeam,
        int fewestCalled,
        int recordsOfActiveMonth,
        int trainings,
        boolean selfPerformedLater) {

    record CriterionRule(Criterion criterion, long most, String name, String formula) {}

    record ConditionRule(Gate gate, int threshold, String name) {}

    static RuleView of(ScoringRule rule, Locale language) {
        return new RuleView(
                rule.version(),
                rule.weights().stream()
                        .map(weight -> new CriterionRule(
                                weight.criterion(),
                                weight.points(),
                                RecognitionTexts.name(weight.criterion(), language),
                                RecognitionTexts.formula(weight.criterion(), language)))
                        .toList(),
                rule.gates().stream()
                        .map(condition -> new ConditionRule(
                                condition.gate(),
                                condition.threshold(),
                                RecognitionTexts.name(condition.gate(), language)))
                        .toList(),
                rule.mostPerDay(),
                rule.mostPerDayAndCategory(),
                rule.unconfirmed(),
                rule.credit(),
                rule.fewestAssigned(),
                rule.fewestAssignedOfTeam(),
                rule.fewestCalled(),
                rule.recordsOfActiveMonth(),
                rule.trainings(),
                rule.selfPerformedLater());
    }
}
