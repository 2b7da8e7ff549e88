package vn.soto.contracts.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.team.MemberId;

/**
 * The records of a candidate that may count, whatever the criterion. Within a day they come in the order of the ledger,
 * so one more record never takes the place of an earlier one.
 *
 * @param admitted in the order of days
 * @param denied   number of records of the period that a call-back denies
 */
record Admission(List<HelpRecord> admitted, List<OmittedItem> omitted, int denied) {

    /** @param help records of the candidate near the period, in the order of days */
    static Admission of(Candidate candidate, ScoringRule rule, RoundScope scope, List<HelpRecord> help) {
        List<HelpRecord> admitted = new ArrayList<>();
        List<OmittedItem> omitted = new ArrayList<>();
        int denied = 0;
        Caps caps = new Caps(rule);
        for (HelpRecord record : help) {
            Optional<Omission> why = refused(record, candidate, rule, scope)
                    .or(() -> record.helper(candidate).flatMap(helper -> caps.refuse(helper, record)));
            why.ifPresentOrElse(
                    reason -> omitted.add(new OmittedItem(reason, record.positions())), () -> admitted.add(record));
            denied += why.filter(Omission.DENIED::equals).isPresent() ? 1 : 0;
        }
        return new Admission(admitted, omitted, denied);
    }

    private static Optional<Omission> refused(
            HelpRecord record, Candidate candidate, ScoringRule rule, RoundScope scope) {
        if (!scope.contains(record.day())) {
            return Optional.of(Omission.OUTSIDE_PERIOD);
        }
        if (!record.inRound()) {
            return Optional.of(Omission.RECORDED_ELSEWHERE);
        }
        if (record.state().voided()) {
            return Optional.of(Omission.VOIDED);
        }
        if (record.state().denied()) {
            return Optional.of(Omission.DENIED);
        }
        if (record.state().unconfirmed()) {
            return Optional.of(Omission.AWAITS_CONFIRMATION);
        }
        if (record.state().late()) {
            return Optional.of(Omission.LATE);
        }
        return record.share(candidate, rule.credit()) == 0 ? Optional.of(Omission.NO_SHARE) : Optional.empty();
    }

    /** Counts the records of each helper and day against the caps of the rule. Mutable. */
    private static final class Caps {

        private final ScoringRule rule;
        private final Map<Day, Integer> days = new HashMap<>();
        private final Map<Day, Map<ServiceCategory, Integer>> categories = new HashMap<>();

        private record Day(MemberId helper, LocalDate day) {}

        Caps(ScoringRule rule) {
            this.rule = rule;
        }

        /** Takes room for the record, unless there is none. */
        Optional<Omission> refuse(MemberId helper, HelpRecord record) {
            Day day = new Day(helper, record.day());
            if (days.getOrDefault(day, 0) >= rule.mostPerDay()) {
                return Optional.of(Omission.DAY_CAP);
            }
            Map<ServiceCategory, Integer> used = categories.computeIfAbsent(day, d -> new HashMap<>());
            List<ServiceCategory> of = record.state().categories();
            if (!of.isEmpty()
                    && of.stream().allMatch(each -> used.getOrDefault(each, 0) >= rule.mostPerDayAndCategory())) {
                return Optional.of(Omission.CATEGORY_CAP);
            }
            days.merge(day, 1, Integer::sum);
            of.forEach(each -> used.merge(each, 1, Integer::sum));
            return Optional.empty();
        }
    }
}
