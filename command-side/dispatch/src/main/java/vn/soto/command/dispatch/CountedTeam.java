package vn.soto.command.dispatch;

import java.util.Optional;
import vn.soto.contracts.report.TeamParts;

/**
 * How far the events of a team are counted, and what is kept of it beside its numbered parts and those of days.
 *
 * @param last  last of its commits that is counted
 * @param parts absent if nothing of it counts
 */
record CountedTeam(long last, Optional<TeamParts> parts) {}
