package vn.soto.query.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.practice.PracticeHistory.Following;
import vn.soto.query.practice.TeamPracticesView.FollowedQuarter;
import vn.soto.query.practice.TeamPracticesView.Phase;
import vn.soto.query.practice.TeamPracticesView.QuarterFigure;
import vn.soto.query.report.QuarterFigures;
import vn.soto.query.subject.IdKind;

/** Puts the figures of the quarters before a team took up a good model beside those since. */
@Component
record FollowedQuarters(QuarterFigures figures, SubjectPeriods periods) {

    private static final int QUARTERS_BEFORE = 4;
    private static final int MOST_QUARTERS = 12;

    List<FollowedQuarter> of(Following following, LocalDate today, long asOf, Locale language) {
        String team = following.team().value();
        Quarter first = periods.quarterOf(IdKind.TEAM, team, following.since(), asOf);
        for (int before = 0; before < QUARTERS_BEFORE && !first.isFirst(); before++) {
            first = first.previous();
        }
        return first.through(periods.quarterOf(IdKind.TEAM, team, today, asOf))
                .limit(MOST_QUARTERS)
                .map(quarter -> periods.of(IdKind.TEAM, team, Optional.of(quarter), Optional.empty(), today, asOf))
                .flatMap(quarter -> quarter(quarter.days(), following, asOf, language).stream())
                .toList();
    }

    private Optional<FollowedQuarter> quarter(QuarterDays days, Following following, long asOf, Locale language) {
        return figures.find(following.team().value(), days, asOf)
                .map(found -> new FollowedQuarter(
                        days.quarter().toString(),
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
