package vn.soto.query.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.practice.PracticeHistory.Following;
import vn.soto.query.practice.TeamPracticesView.FollowedQuarter;
import vn.soto.query.practice.TeamPracticesView.Phase;
import vn.soto.query.practice.TeamPracticesView.QuarterFigure;
import vn.soto.query.report.QuarterFigures;

/** Puts the figures of the quarters before a team took up a good model beside those since. */
@Component
final class FollowedQuarters {

    private static final int QUARTERS_BEFORE = 4;
    private static final int MOST_QUARTERS = 12;

    private final QuarterFigures figures;
    private final QuarterCalendar calendar;

    FollowedQuarters(QuarterFigures figures, QuarterCalendar calendar) {
        this.figures = figures;
        this.calendar = calendar;
    }

    List<FollowedQuarter> of(Following following, LocalDate today, long asOf, Locale language) {
        return quarters(following.since(), today)
                .flatMap(quarter -> quarter(quarter, following, asOf, language).stream())
                .toList();
    }

    private Stream<Quarter> quarters(LocalDate since, LocalDate today) {
        Quarter first = calendar.of(since);
        for (int before = 0; before < QUARTERS_BEFORE && !first.isFirst(); before++) {
            first = first.previous();
        }
        Quarter last = calendar.of(today);
        return Stream.iterate(first, quarter -> quarter.compareTo(last) <= 0, Quarter::next)
                .limit(MOST_QUARTERS);
    }

    private Optional<FollowedQuarter> quarter(Quarter quarter, Following following, long asOf, Locale language) {
        return figures.find(following.team().value(), calendar.days(quarter), asOf)
                .map(found -> new FollowedQuarter(
                        quarter.toString(),
                        found.days().firstDay(),
                        found.days().lastDay(),
                        phase(found.days(), following),
                        lines(found, language)));
    }

    private static Phase phase(QuarterDays days, Following following) {
        LocalDate until = following.until();
        if (days.lastDay().isBefore(following.since())) {
            return Phase.BEFORE;
        }
        if (until != null && until.isBefore(days.firstDay())) {
            return Phase.AFTER;
        }
        boolean whole =
                !following.since().isAfter(days.firstDay()) && (until == null || !until.isBefore(days.lastDay()));
        return whole ? Phase.SINCE : Phase.PARTLY;
    }

    private static List<QuarterFigure> lines(QuarterFigures.QuarterValues found, Locale language) {
        return found.values().entrySet().stream()
                .map(each -> new QuarterFigure(
                        each.getKey(),
                        IndicatorTexts.name(each.getKey(), language),
                        IndicatorTexts.unit(each.getKey(), language),
                        each.getValue()))
                .toList();
    }
}
