package vn.soto.query.detection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;

/**
 * A team's records of a quarter, as detectors see them.
 *
 * @param help     in the order of the help, equal times by id
 * @param undone   taken back at once by who recorded them, in the same order
 * @param sessions in the order of their ids
 */
record TeamQuarter(TeamId team, QuarterDays days, List<HelpRow> help, List<HelpRow> undone, List<SessionRow> sessions) {

    TeamQuarter {
        help = List.copyOf(help);
        undone = List.copyOf(undone);
        sessions = List.copyOf(sessions);
    }

    /** The records of each first helper, by the helper's id. */
    Map<String, List<HelpRow>> byMember() {
        return help.stream()
                .filter(each -> !each.member().isEmpty())
                .collect(Collectors.groupingBy(
                        HelpRow::member,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), List::copyOf)));
    }
}
