package vn.soto.query.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.config.QuerySettings;

/**
 * The quarters by which read models keep their rows, by the calendar of the ledger: parts of a store, of which no
 * answer speaks. The quarter of an answer has its days by {@link SubjectPeriods}.
 */
@Component
public final class StoredQuarters {

    private final QuarterCalendar calendar;

    @Autowired
    StoredQuarters(QuerySettings settings) {
        this(settings.calendar());
    }

    public StoredQuarters(QuarterCalendar calendar) {
        this.calendar = calendar;
    }

    public Quarter of(LocalDate day) {
        return calendar.of(day);
    }

    public Quarter of(Instant instant) {
        return calendar.of(instant);
    }

    /** Those that have some of the days, in order. */
    public List<Quarter> of(LocalDate first, LocalDate last) {
        return calendar.nearest(first).through(calendar.nearest(last)).toList();
    }

    /** Whether the rows of one of them are those of the days. */
    public boolean isOne(QuarterDays days) {
        return days.equals(calendar.days(days.quarter()));
    }
}
