package vn.soto.query.detection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.soto.contracts.shared.QuarterDays;

/**
 * What a team has recorded of a quarter, as detectors see it.
 *
 * @param help     in the order of the help, equal times by id
 * @param sessions in the order of their ids
 */
record TeamQuarter(String team, QuarterDays days, List<HelpRow> help, List<SessionRow> sessions) {

    TeamQuarter {
        help = List.copyOf(help);
        sessions = List.copyOf(sessions);
    }

    /** The records of each first helper, by the helper's id. */
    Map<String, List<HelpRow>> byMember() {
        return help.stream()
                .collect(Collectors.groupingBy(
                        HelpRow::member,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), List::copyOf)));
    }

    /** The last row of each subject counts: a record that is gone is not of the quarter. */
    static <R> List<R> last(List<R> rows, Function<R, String> id) {
        Map<String, R> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(id.apply(row), row));
        return List.copyOf(last.values());
    }
}
