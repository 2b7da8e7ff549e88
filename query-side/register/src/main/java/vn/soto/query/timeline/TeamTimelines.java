package vn.soto.query.timeline;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Documents;
import vn.soto.query.event.Place;
import vn.soto.query.period.Week;
import vn.soto.query.timeline.TimelineQuestions.TimelineQuery;

/** Queries about which events a team has, as known at a commit. */
@Component
record TeamTimelines(Documents documents, LedgerReader ledger) {

    /** One more than the most of the wanted events, in the order of the page; without those of commits found damaged. */
    List<Place> page(TimelineQuery asked, long asOf) {
        Predicate<TimelineRow> wanted = asked.readable()
                .and(asked.wanted())
                .and(row -> ledger.damaged().find(row.commit()).isEmpty());
        List<TimelineRow> rows = asked.before()
                .map(end -> TimelineProjector.TEAMS.newest(
                        asked.team().value(), end, asked.most() + 1, asOf, wanted, documents))
                .orElseGet(() -> from(asked, wanted, asOf));
        return rows.stream().map(TimelineRow::place).toList();
    }

    private List<TimelineRow> from(TimelineQuery asked, Predicate<TimelineRow> wanted, long asOf) {
        return TimelineProjector.TEAMS
                .from(asked.team().value(), asked.from().orElse(0L), Integer.MAX_VALUE, asOf, documents)
                .stream()
                .filter(wanted)
                .limit(asked.most() + 1L)
                .toList();
    }

    /**
     * How many events of a team the reader may see.
     *
     * @param total       those that are wanted
     * @param kinds       all, by kind; without kinds that do not occur
     * @param corrections all that correct something
     * @param perWeek     those that are wanted, by the week in which they were recorded
     */
    record Counts(long total, Map<TimelineKind, Long> kinds, long corrections, List<Week> perWeek) {}

    Counts counts(TimelineQuery asked, long asOf) {
        Map<TimelineKind, Long> kinds = new EnumMap<>(TimelineKind.class);
        // A team's card asks for the last lines alone, of a history of years: each row costs as little as it can.
        Map<Integer, Long> days = new HashMap<>();
        long total = 0;
        long corrections = 0;
        for (TimelineRow row :
                TimelineProjector.TEAMS.from(asked.team().value(), 0, Integer.MAX_VALUE, asOf, documents)) {
            if (asked.readable().test(row)) {
                kinds.merge(row.kind(), 1L, Long::sum);
                corrections += row.corrects() ? 1 : 0;
                if (asked.wanted().test(row)) {
                    days.merge(row.day(), 1L, Long::sum);
                    total++;
                }
            }
        }
        return new Counts(total, kinds, corrections, weeks(days));
    }

    private static List<Week> weeks(Map<Integer, Long> days) {
        Map<LocalDate, Long> weeks = new TreeMap<>();
        days.forEach((day, count) -> weeks.merge(Week.of(LocalDate.ofEpochDay(day)), count, Long::sum));
        return weeks.entrySet().stream()
                .map(week -> new Week(week.getKey(), week.getValue()))
                .toList();
    }
}
