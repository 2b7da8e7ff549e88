package vn.soto.query.activity;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.projection.Documents;

/** Finds help given in quarters, as known at a commit. */
@Component
final class Activities {

    private final Documents documents;
    private final QuarterCalendar calendar;

    Activities(Documents documents, QuarterCalendar calendar) {
        this.documents = documents;
        this.calendar = calendar;
    }

    QuarterHelp on(QuarterDays days, long asOf) {
        if (days.equals(calendar.days(days.quarter()))) {
            return new LoggedQuarterHelp(documents, days.quarter(), asOf);
        }
        Quarter last = calendar.of(days.lastDay());
        List<Quarter> logged = Stream.iterate(
                        calendar.of(days.firstDay()), quarter -> quarter.compareTo(last) <= 0, Quarter::next)
                .toList();
        return new DatedQuarterHelp(documents, logged, days, asOf);
    }
}
