package vn.soto.contracts.recognition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.recognition.ScoringRule.Condition;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamId;

/** Finds what each condition of eligibility asks about a candidate. */
final class RoundGates {

    private final ScoringRule rule;
    private final RoundScope scope;
    private final RoundFacts facts;
    private final Map<MemberId, Map<TeamId, List<MembershipState>>> memberships;

    RoundGates(ScoringRule rule, RoundScope scope, RoundFacts facts) {
        this.rule = rule;
        this.scope = scope;
        this.facts = facts;
        this.memberships = facts.memberships();
    }

    List<GateResult> of(Candidate candidate, Admission admission) {
        return rule.gates().stream()
                .map(condition -> of(condition, candidate, admission))
                .toList();
    }

    private GateResult of(Condition condition, Candidate candidate, Admission admission) {
        return switch (condition.gate()) {
            case ACTIVE_ON_THE_LAST_DAY ->
                new GateResult(condition.gate(), condition.threshold(), active(candidate) ? 1 : 0);
            case MONTHS_OF_MEMBERSHIP -> new GateResult(condition.gate(), condition.threshold(), months(candidate));
            case REPORTS_IN_TIME -> reports(condition.gate(), candidate);
            case DENIED_RECORDS -> new GateResult(condition.gate(), condition.threshold(), admission.denied());
        };
    }

    private Stream<MembershipState> memberships(Candidate candidate) {
        return byTeam(candidate).values().stream().flatMap(List::stream).filter(this::hasLastDay);
    }

    private Map<TeamId, List<MembershipState>> byTeam(Candidate candidate) {
        return candidate
                .member()
                .map(member -> memberships.getOrDefault(member, Map.of()))
                .orElse(Map.of());
    }

    private boolean hasLastDay(MembershipState membership) {
        return membership.includes(scope.lastDay());
    }

    private boolean isThere(TeamId team, LocalDate day) {
        return facts.formed(team).filter(from -> !from.isAfter(day)).isPresent()
                && facts.dissolved(team).filter(last -> last.isBefore(day)).isEmpty();
    }

    private boolean active(Candidate candidate) {
        return memberships(candidate).anyMatch(each -> !each.isSuspendedOn(scope.lastDay()))
                || candidate
                        .team()
                        .filter(team -> isThere(team, scope.lastDay()))
                        .isPresent();
    }

    /** Of the longest of the memberships that have the last day, that day included. */
    private long months(Candidate candidate) {
        Optional<LocalDate> since = candidate
                .team()
                .filter(team -> isThere(team, scope.lastDay()))
                .flatMap(facts::formed)
                .or(() -> memberships(candidate).map(MembershipState::from).min(LocalDate::compareTo));
        return since.map(from -> ChronoUnit.MONTHS.between(from, scope.lastDay().plusDays(1)))
                .orElse(0L);
    }

    private GateResult reports(Gate gate, Candidate candidate) {
        List<TeamId> teams = candidate
                .team()
                .map(List::of)
                .orElseGet(() -> byTeam(candidate).entrySet().stream()
                        .filter(team -> team.getValue().stream().anyMatch(this::hasLastDay))
                        .map(Map.Entry::getKey)
                        .toList());
        long asked = 0;
        long found = 0;
        for (TeamId team : teams) {
            for (QuarterDays quarter : scope.quarters()) {
                if (reports(team, quarter)) {
                    asked++;
                    found += facts.reportedInTime(team, quarter.quarter()) ? 1 : 0;
                }
            }
        }
        return new GateResult(gate, asked, found);
    }

    private boolean reports(TeamId team, QuarterDays quarter) {
        return facts.formed(team)
                        .filter(from -> !from.isAfter(quarter.lastDay()))
                        .isPresent()
                && facts.dissolved(team)
                        .filter(last -> last.isBefore(quarter.firstDay()))
                        .isEmpty();
    }
}
