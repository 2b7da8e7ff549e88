package vn.soto.query.detection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.projection.Stamped;
import vn.soto.projection.log.LogType;

/** The records of teams that detectors see, as known at a commit. */
@Component
record Traces(Documents documents) {

    private static final Comparator<HelpRow> IN_ORDER =
            Comparator.comparing(HelpRow::occurredAt).thenComparing(HelpRow::assistance);

    TeamQuarter of(String team, QuarterDays days, long asOf) {
        List<HelpRow> help =
                last(team, days, HelpTraces.HELP, row -> row.assistance().value(), HelpRow::day, asOf).stream()
                        .sorted(IN_ORDER)
                        .toList();
        return new TeamQuarter(
                new TeamId(team),
                days,
                help.stream().filter(row -> !row.gone()).toList(),
                help.stream().filter(HelpRow::undone).toList(),
                last(team, days, TraceProjector.SESSIONS, row -> row.session().value(), SessionRow::heldOn, asOf)
                        .stream()
                        .filter(row -> !row.gone())
                        .sorted(Comparator.comparing(SessionRow::session))
                        .toList());
    }

    /** The last row of each subject, unless that lies outside the days. */
    private <R extends Stamped> List<R> last(
            String team,
            QuarterDays days,
            LogType<R, Long> logs,
            Function<R, String> id,
            Function<R, LocalDate> day,
            long asOf) {
        List<R> found = new ArrayList<>();
        YearMonth last = YearMonth.from(days.lastDay());
        for (YearMonth month = YearMonth.from(days.firstDay()); !month.isAfter(last); month = month.plusMonths(1)) {
            Map<String, R> rows = new LinkedHashMap<>();
            logs.from(HelpTraces.log(team, month.atDay(1)), 0, Integer.MAX_VALUE, asOf, documents)
                    .forEach(row -> rows.put(id.apply(row), row));
            rows.values().stream()
                    .filter(row -> !day.apply(row).isBefore(days.firstDay())
                            && !day.apply(row).isAfter(days.lastDay()))
                    .forEach(found::add);
        }
        return found;
    }
}
