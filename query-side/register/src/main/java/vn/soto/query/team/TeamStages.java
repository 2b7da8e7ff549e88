package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.OfficeHolders;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
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
                    new TeamStage.OfficeStage(offices.leader() != null, true),
                    new TeamStage.OfficeStage(offices.deputy() != null, true),
                    latest.profile().consolidated() != null,
                    true,
                    true,
                    true,
                    latest.members());
        }
        List<TeamFact> appointed = TeamFact.asCorrected(facts);
        OfficeHolders offices = new OfficeHolders();
        facts.forEach(fact -> offices.evolve(fact.event()));
        return new TeamStage(
                latest.lastDay(),
                office(offices, Office.LEADER, latest, today),
                office(offices, Office.DEPUTY, latest, today),
                consolidated(facts),
                has(facts, TeamRenamed.class),
                has(facts, TeamCoverageChanged.class),
                has(appointed, LeaderAppointed.class) || has(appointed, DeputyAppointed.class),
                latest.members());
    }

    private static TeamStage.OfficeStage office(
            OfficeHolders offices, Office office, TeamCard latest, LocalDate today) {
        return new TeamStage.OfficeStage(
                offices.isHeld(office, today), offices.mayAppoint(office, latest.members(), today));
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
