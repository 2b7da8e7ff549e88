package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamStage;

/** The stage of a team, by its events. */
final class TeamStages {

    private TeamStages() {}

    /**
     * @param latest card with everything that is recorded
     * @param facts  all of them
     */
    static TeamStage of(TeamCard latest, List<TeamFact> facts, LocalDate today) {
        if (facts.isEmpty()) { // a document that the version before wrote
            Offices offices = latest.offices();
            return new TeamStage(
                    latest.lastDay(),
                    offices.leader() != null,
                    offices.deputy() != null,
                    latest.profile().consolidated() != null,
                    true,
                    true,
                    true,
                    latest.members());
        }
        DayHistory<Boolean> leaders = new DayHistory<>();
        DayHistory<Boolean> deputies = new DayHistory<>();
        TeamFact.asCorrected(facts).forEach(fact -> {
            hold(fact.event(), leaders, fact.firstDay());
            deputise(fact.event(), deputies, fact.firstDay());
        });
        return new TeamStage(
                latest.lastDay(),
                isHeld(leaders, today),
                isHeld(deputies, today),
                consolidated(facts),
                has(facts, TeamRenamed.class),
                has(facts, TeamCoverageChanged.class),
                has(facts, LeaderAppointed.class) || has(facts, DeputyAppointed.class),
                latest.members());
    }

    private static void hold(TeamEvent event, DayHistory<Boolean> leaders, LocalDate day) {
        switch (event) {
            case TeamFormed _, LeaderAppointed _ -> leaders.put(day, true);
            case LeaderRelieved _, TeamFlaggedLeaderless _ -> leaders.put(day, false);
            default -> {} // changes no leader
        }
    }

    private static void deputise(TeamEvent event, DayHistory<Boolean> deputies, LocalDate day) {
        switch (event) {
            case DeputyAppointed _ -> deputies.put(day, true);
            case DeputyRelieved _ -> deputies.put(day, false);
            default -> {} // changes no deputy
        }
    }

    /** Somebody holds the office on that day or a later one. */
    private static boolean isHeld(DayHistory<Boolean> office, LocalDate day) {
        return !office.isEmpty()
                && office.daysFrom(day).anyMatch(each -> office.at(each).orElse(false));
    }

    /** The last consolidation was not taken back. */
    private static boolean consolidated(List<TeamFact> facts) {
        boolean done = false;
        for (TeamFact fact : facts) {
            done = fact.event() instanceof TeamConsolidated
                    || (done
                            && !(fact.event() instanceof ConsolidationCorrected corrected
                                    && corrected.effectiveFrom() == null));
        }
        return done;
    }

    private static boolean has(List<TeamFact> facts, Class<? extends TeamEvent> kind) {
        return facts.stream().anyMatch(fact -> kind.isInstance(fact.event()));
    }
}
