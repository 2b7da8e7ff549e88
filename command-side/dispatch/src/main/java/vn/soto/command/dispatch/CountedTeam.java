package vn.soto.command.dispatch;

import java.util.Optional;
import vn.soto.contracts.report.TeamParts;

/**
 * How far the events of a team are counted, and which parts are kept of it.
 *
 * @param last  last of its commits that is counted
 * @param parts absent if nothing of it counts
 */
record CountedTeam(long last, Optional<TeamParts> parts) {}
