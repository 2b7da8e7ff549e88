package vn.soto.domain.recognition;

import static vn.soto.domain.recognition.RecognitionRule.OBJECTION_DAYS_ARE_PLAUSIBLE;
import static vn.soto.domain.recognition.RecognitionRule.QUOTA_IS_PLAUSIBLE;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_COVERS_SOME_BUT_NOT_TOO_MANY_TEAMS;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_HAS_SOME_BUT_NOT_TOO_MANY_QUARTERS;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_IS_IN_A_UNIT_IN_FORCE;
import static vn.soto.domain.recognition.RecognitionRule.SCORING_RULE_IS_PUBLISHED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.period.Authorities;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.Unit;

/** Checks what a round is about. */
final class RoundOpening {

    private static final int MOST_QUARTERS = 8;
    private static final int MOST_HONOURS = 200;
    private static final int MOST_OBJECTION_DAYS = 60;
    private static final int MOST_TEAMS = 400;

    private RoundOpening() {}

    static RoundOpened checked(OpenRound command, LocalDate today, ReadOnlyAggregates consulted, Policies policies) {
        FreeText.checkNewId(command.round());
        ROUND_IS_IN_A_UNIT_IN_FORCE.require(
                consulted.ask(Unit.class, command.unit(), unit -> unit.inForceOn(today)), today);
        SCORING_RULE_IS_PUBLISHED.require(ScoringRules.find(command.rule()).isPresent(), command.rule());
        QUOTA_IS_PLAUSIBLE.require(command.quota() >= 1 && command.quota() <= MOST_HONOURS, MOST_HONOURS);
        OBJECTION_DAYS_ARE_PLAUSIBLE.require(
                command.objectionDays() >= 0 && command.objectionDays() <= MOST_OBJECTION_DAYS, MOST_OBJECTION_DAYS);
        ApplicablePeriods periods = Authorities.periods(command.unit(), consulted, policies.calendar());
        DaysOfQuarter chosen = Objects.requireNonNullElse(command.quarterDays(), DaysOfQuarter.REPORTING);
        return new RoundOpened(
                command.round(),
                command.unit(),
                command.kind(),
                command.rule(),
                quarters(command).stream()
                        .map(quarter -> periods.days(quarter, chosen))
                        .toList(),
                command.quota(),
                command.objectionDays());
    }

    private static List<Quarter> quarters(OpenRound command) {
        List<Quarter> quarters = new ArrayList<>();
        for (Quarter next = command.firstQuarter();
                next.compareTo(command.lastQuarter()) <= 0 && quarters.size() <= MOST_QUARTERS;
                next = next.next()) {
            quarters.add(next);
        }
        ROUND_HAS_SOME_BUT_NOT_TOO_MANY_QUARTERS.require(
                !quarters.isEmpty() && quarters.size() <= MOST_QUARTERS, MOST_QUARTERS);
        return quarters;
    }

    /** The teams of the area in the period, sorted: as many as a scoring takes. */
    static List<TeamId> teams(RoundOpened round, LocalDate today, ReadOnlyAggregates consulted, ReportFigures figures) {
        List<TeamId> teams = all(round, today, consulted, figures);
        ROUND_COVERS_SOME_BUT_NOT_TOO_MANY_TEAMS.require(!teams.isEmpty() && teams.size() <= MOST_TEAMS, MOST_TEAMS);
        return teams;
    }

    /** The same however many they are: what is scored can be decided whatever has become of the area since. */
    static List<TeamId> all(RoundOpened round, LocalDate today, ReadOnlyAggregates consulted, ReportFigures figures) {
        return new RoundTeams(round, today, consulted).of(figures.teamsEverIn(round.unit()));
    }

    /** Whether the candidate is one of the teams, or was a member of one of them when a quarter began or ended. */
    static boolean isIn(Candidate candidate, RoundOpened round, List<TeamId> teams, ReadOnlyAggregates consulted) {
        return candidate
                .team()
                .map(teams::contains)
                .orElseGet(() -> candidate
                        .member()
                        .filter(member -> teams.stream()
                                .anyMatch(team -> consulted.ask(
                                        Team.class,
                                        team,
                                        asked -> round.quarters().stream()
                                                .anyMatch(quarter -> asked.wasMember(member, quarter.firstDay())
                                                        || asked.wasMember(member, quarter.lastDay())))))
                        .isPresent());
    }
}
