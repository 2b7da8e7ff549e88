package vn.soto.contracts.team;

/** A team that covers a unit. */
public record Covering(TeamId team, TeamLevel level) {}
