package vn.soto.query.team;

import vn.soto.contracts.team.TeamEvent;

/** Derives a team's card from the previous card and an event. */
final class TeamCardEvolution {

    private TeamCardEvolution() {}

    /** Events of days before an end that is decided already change what the team ends with. */
    static TeamCard after(TeamEvent event, TeamCard card) {
        Dissolution end = card.dissolution();
        if (end == null || event instanceof TeamEvent.DissolutionCorrected) {
            return changed(event, card);
        }
        TeamCard atTheEnd = changed(event, card.endedOn(null));
        return atTheEnd.dissolved(end.after(atTheEnd));
    }

    private static TeamCard changed(TeamEvent event, TeamCard card) {
        Offices offices = card.offices();
        Flags flags = card.flags();
        return switch (event) {
            case TeamEvent.TeamFormed e -> throw new IllegalStateException("team is formed already");
            case TeamEvent.TeamRenamed e -> card.with(card.profile().named(e.name(), e.effectiveFrom()));
            case TeamEvent.RenamingCorrected e -> card.with(card.profile().corrected(e));
            case TeamEvent.TeamConsolidated e -> card.with(card.profile().consolidated(e));
            case TeamEvent.ConsolidationCorrected e -> card.with(card.profile().corrected(e));
            case TeamEvent.TeamDissolved e -> card.dissolved(Dissolution.of(e, card));
            case TeamEvent.DissolutionCorrected e -> card.endedOn(e.lastDay());
            case TeamEvent.TeamCoverageChanged e ->
                card.covering(Area.of(e.effectiveFrom(), e.coverage(), e.instrument()));
            case TeamEvent.CoverageCorrected e -> card.corrected(e);
            case TeamEvent.MembershipCorrected e -> card.rostered(e).ledByAsCorrected(e);
            case TeamEvent.MembershipEvent e -> card.rostered(e);
            case TeamEvent.FoundingDecisionCorrected e -> card.founded(e.foundingDecision());
            case TeamEvent.AppointmentCorrected e -> card.with(offices.corrected(e));
            case TeamEvent.AppointmentWithdrawn _ -> card; // what follows is told by the events before
            case TeamEvent.LeaderAppointed e -> ledBy(card, offices.led(e.member(), e.effectiveFrom()));
            case TeamEvent.LeaderRelieved e -> ledBy(card, offices.leaderless(e.member(), e.since()));
            case TeamEvent.DeputyAppointed e -> card.with(offices.deputised(e.member(), e.effectiveFrom()));
            case TeamEvent.DeputyRelieved e -> card.with(offices.deputyless(e.member()));
            case TeamEvent.TeamFlaggedLeaderless e -> ledBy(card, offices.leaderless(e.formerLeader(), e.since()));
            case TeamEvent.TeamFlaggedLedByAnother e ->
                offices.isLedBy(e.leader()) ? card.with(flags.ledByAnother(e.since())) : card;
            case TeamEvent.TeamFlaggedUnderstaffed e -> card.with(flags.staffed(e.since(), e.minimum()));
            case TeamEvent.TeamStaffingRestored e -> card.with(flags.staffed(null, e.minimum()));
            case TeamEvent.TeamFlaggedOutdated e -> card.with(flags.outdated(e.since(), e.units()));
            case TeamEvent.TeamBroughtUpToDate e -> card.with(flags.upToDate());
        };
    }

    /** The flag about the leader before goes with that leader. */
    private static TeamCard ledBy(TeamCard card, Offices after) {
        return after.equals(card.offices())
                ? card
                : card.with(after).with(card.flags().ledByAnother(null));
    }
}
