package vn.soto.query.report;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.report.ReportEvent.LineOverridden;
import vn.soto.contracts.report.ReportEvent.LineStated;
import vn.soto.contracts.report.ReportEvent.OverrideWithdrawn;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportEvent.ReportAnnotated;
import vn.soto.contracts.report.ReportEvent.ReportReturned;
import vn.soto.query.event.EventLoader.Body;

/**
 * The events of one report, each with its commit, oldest first.
 *
 * @param events without those of damaged commits
 */
record ReportHistory(List<Entry> events) {

    record Entry(ReportEvent event, Body body) {}

    /** The team's texts and values by a position, for the version after it. */
    record Written(
            Narrative narrative,
            SortedMap<String, Instead> overrides,
            @Nullable FigureSource source) {

        static final Written NOTHING = new Written(Narrative.NONE, new TreeMap<>(), null);

        /**
         * @param source of a value that was stated; absent for an override
         * @param body   the event that states it; the commit of an override has the reason
         */
        record Instead(long value, @Nullable FigureSource source, Body body) {}

        @Nullable
        FigureSource source(String code) {
            if (code.equals(Indicators.HOUSEHOLD_TOTAL)) {
                return source;
            }
            Instead instead = overrides.get(code);
            return instead == null ? null : instead.source;
        }
    }

    /** @param before position after the last event that counts */
    Written written(long before) {
        Narrative narrative = Narrative.NONE;
        SortedMap<String, Written.Instead> overrides = new TreeMap<>();
        FigureSource source = null;
        for (Entry entry : events) {
            if (entry.body.position() < before) {
                switch (entry.event) {
                    case ReportAnnotated written -> narrative = written.narrative();
                    case LineOverridden of ->
                        overrides.put(
                                of.line().code(), new Written.Instead(of.line().value(), null, entry.body));
                    case LineStated of -> {
                        Long value = of.value();
                        if (value == null) {
                            overrides.remove(of.code());
                        } else {
                            overrides.put(of.code(), new Written.Instead(value, of.source(), entry.body));
                        }
                    }
                    case OverrideWithdrawn of -> overrides.remove(of.code());
                    case HouseholdTotalStated stated -> source = stated.source();
                    case QuarterlyReportSubmitted _, ReportReturned _, ReportAccepted _ -> {
                        // says nothing for the next version
                    }
                }
            }
        }
        return new Written(narrative, overrides, source);
    }

    Optional<Body> at(long position) {
        return events.stream()
                .map(Entry::body)
                .filter(body -> body.position() == position)
                .findFirst();
    }
}
