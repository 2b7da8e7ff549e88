package vn.soto.contracts.recognition;

import static vn.soto.contracts.recognition.ScoringRule.WHOLE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.recognition.ScoringRule.Weight;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.training.Attendee;

/** Scores one candidate after another from the same facts. */
final class CandidateScoring {

    private static final int HUNDREDTHS = 100;

    private final ScoringRule rule;
    private final RoundScope scope;
    private final RoundFacts facts;
    private final RoundGates gates;
    private final Map<Candidate, List<HelpRecord>> help = new HashMap<>();
    private final List<RoundFacts.Training> trainings;
    private final RoundHouseholds.Assigned assigned;

    CandidateScoring(ScoringRule rule, RoundScope scope, RoundFacts facts) {
        this.rule = rule;
        this.scope = scope;
        this.facts = facts;
        this.gates = new RoundGates(rule, scope, facts);
        facts.help().stream()
                .filter(record -> scope.isNear(record.day()))
                .forEach(record -> record.candidates(scope.kind())
                        .forEach(candidate -> help.computeIfAbsent(candidate, c -> new ArrayList<>())
                                .add(record)));
        this.trainings = facts.trainings();
        this.assigned = facts.assigned(scope.lastDay());
    }

    CandidateScore score(Candidate candidate) {
        Admission admission = Admission.of(candidate, rule, scope, help.getOrDefault(candidate, List.of()));
        return new CandidateScore(
                candidate,
                gates.of(candidate, admission),
                rule.weights().stream()
                        .map(weight -> score(candidate, weight, admission))
                        .toList());
    }

    private CriterionScore score(Candidate candidate, Weight weight, Admission admission) {
        return switch (weight.criterion()) {
            case HOUSEHOLDS_HELPED -> households(candidate, weight, admission, record -> Optional.empty());
            case SELF_PERFORMED -> {
                Map<HouseholdId, LocalDate> helped = helpedSince(admission);
                yield households(candidate, weight, admission, record -> notBySelf(record, helped));
            }
            case CONFIRMED -> confirmed(weight, admission);
            case ACTIVE_MONTHS -> months(weight, admission);
            case TRAININGS -> trainings(candidate, weight);
        };
    }

    /** Each household once, with its weightiest record; its records together are the evidence. */
    private CriterionScore households(
            Candidate candidate, Weight weight, Admission admission, Function<HelpRecord, Optional<Omission>> refused) {
        Map<HouseholdId, CountedItem> counted = new TreeMap<>();
        List<OmittedItem> omitted = new ArrayList<>(admission.omitted());
        for (HelpRecord record : admission.admitted()) {
            HouseholdId household = record.state().beneficiary().household();
            Optional<Omission> why = household == null ? Optional.of(Omission.NOT_A_HOUSEHOLD) : refused.apply(record);
            if (household == null || why.isPresent()) {
                omitted.add(new OmittedItem(why.orElse(Omission.NOT_A_HOUSEHOLD), record.positions()));
            } else {
                counted.merge(
                        facts.survivor(household),
                        new CountedItem(amount(candidate, record), record.positions()),
                        CandidateScoring::together);
            }
        }
        long size = assigned.of(candidate);
        int least = candidate.kind() == RoundKind.INDIVIDUAL ? rule.fewestAssigned() : rule.fewestAssignedOfTeam();
        return CriterionScore.of(
                weight.criterion(),
                weight.points(),
                size,
                Math.max(size, least) * WHOLE,
                List.copyOf(counted.values()),
                omitted);
    }

    private long amount(Candidate candidate, HelpRecord record) {
        long whole = record.confirmed() ? WHOLE : rule.unconfirmed();
        return whole * record.share(candidate, rule.credit()) / HUNDREDTHS;
    }

    private static CountedItem together(CountedItem one, CountedItem other) {
        List<Long> positions = new ArrayList<>(one.positions());
        positions.addAll(other.positions());
        return new CountedItem(Math.max(one.amount(), other.amount()), Ascending.of(positions));
    }

    /** The first day in the period on which each household was helped. */
    private Map<HouseholdId, LocalDate> helpedSince(Admission admission) {
        Map<HouseholdId, LocalDate> since = new TreeMap<>();
        admission.admitted().forEach(record -> {
            HouseholdId household = record.state().beneficiary().household();
            if (household != null) {
                since.putIfAbsent(facts.survivor(household), record.day());
            }
        });
        return since;
    }

    private Optional<Omission> notBySelf(HelpRecord record, Map<HouseholdId, LocalDate> helped) {
        return switch (record.state().content().mode()) {
            case DONE_ON_BEHALF -> Optional.of(Omission.ON_BEHALF);
            case DEMONSTRATED -> Optional.of(Omission.NOT_SELF_PERFORMED);
            case SELF_PERFORMED ->
                rule.selfPerformedLater() && !isHelpedBefore(record, helped)
                        ? Optional.of(Omission.NOT_AFTER_HELP)
                        : Optional.empty();
        };
    }

    private boolean isHelpedBefore(HelpRecord record, Map<HouseholdId, LocalDate> helped) {
        HouseholdId household = record.state().beneficiary().household();
        return household != null
                && helped.getOrDefault(facts.survivor(household), record.day()).isBefore(record.day());
    }

    private CriterionScore confirmed(Weight weight, Admission admission) {
        List<CountedItem> counted = new ArrayList<>();
        List<OmittedItem> omitted = new ArrayList<>(admission.omitted());
        for (HelpRecord record : admission.admitted()) {
            if (record.confirmed()) {
                counted.add(new CountedItem(1, record.positions()));
            } else {
                omitted.add(new OmittedItem(Omission.NOT_CONFIRMED, record.positions()));
            }
        }
        long called = (long) counted.size() + admission.denied();
        return CriterionScore.of(
                weight.criterion(), weight.points(), called, Math.max(called, rule.fewestCalled()), counted, omitted);
    }

    private CriterionScore months(Weight weight, Admission admission) {
        Map<Integer, List<Long>> positions = new TreeMap<>();
        Map<Integer, Integer> records = new TreeMap<>();
        for (HelpRecord record : admission.admitted()) {
            int month = scope.monthOf(record.day());
            positions.computeIfAbsent(month, m -> new ArrayList<>()).addAll(record.positions());
            records.merge(month, 1, Integer::sum);
        }
        List<CountedItem> counted = new ArrayList<>();
        List<OmittedItem> omitted = new ArrayList<>(admission.omitted());
        positions.forEach((month, events) -> {
            if (records.getOrDefault(month, 0) >= rule.recordsOfActiveMonth()) {
                counted.add(new CountedItem(1, Ascending.of(events)));
            } else {
                omitted.add(new OmittedItem(Omission.QUIET_MONTH, Ascending.of(events)));
            }
        });
        return CriterionScore.of(weight.criterion(), weight.points(), scope.months(), scope.months(), counted, omitted);
    }

    /** Each training of a member; each trained member of a team, once. */
    private CriterionScore trainings(Candidate candidate, Weight weight) {
        Map<String, CountedItem> counted = new TreeMap<>();
        List<OmittedItem> omitted = new ArrayList<>();
        int number = 0;
        for (RoundFacts.Training training : trainings) {
            number++;
            for (Attendee attendee : training.attendance().attendees()) {
                if (!isOf(attendee, candidate)) {
                    continue;
                }
                CountedItem item = new CountedItem(1, training.positions());
                if (scope.contains(training.attendance().on())) {
                    String key = candidate.kind() == RoundKind.INDIVIDUAL
                            ? Integer.toString(number)
                            : attendee.member().value();
                    counted.merge(key, item, CandidateScoring::together);
                } else if (scope.isNear(training.attendance().on())) {
                    omitted.add(new OmittedItem(Omission.OUTSIDE_PERIOD, training.positions()));
                }
            }
        }
        long size = candidate
                .team()
                .map(team -> facts.memberships(team).stream()
                        .filter(each -> each.includes(scope.lastDay()))
                        .count())
                .orElse((long) rule.trainings());
        return CriterionScore.of(
                weight.criterion(), weight.points(), size, Math.max(size, 1), List.copyOf(counted.values()), omitted);
    }

    private static boolean isOf(Attendee attendee, Candidate candidate) {
        return switch (candidate.kind()) {
            case INDIVIDUAL -> attendee.member().value().equals(candidate.id());
            case COLLECTIVE -> attendee.team().value().equals(candidate.id());
        };
    }
}
