package vn.soto.query.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.outreach.Session.State;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.period.UnitPeriods.UnitQuarter;

/**
 * A team's outreach in a quarter, as {@link vn.soto.contracts.outreach.OutreachFigures} counts it.
 *
 * @param days       {@code reporting} for the days of the team's report, {@code calendar} for those of the calendar quarter
 * @param otherDays  those of the other choice of {@code days}; absent if they are the same
 * @param held       sessions held
 * @param attendance number of people who attended them
 * @param estimated  number of those people in sessions with estimated attendance
 * @param households number of households in the groups, by the latest count in or before the quarter
 * @param sessions   sessions in any state, by day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgrammeView(
        TeamId team,
        String quarter,
        LocalDate firstDay,
        LocalDate lastDay,
        String days,
        @Nullable OtherDays otherDays,
        long held,
        long attendance,
        long estimated,
        long households,
        List<GroupView> groups,
        List<SessionView> sessions) {

    record GroupView(String group, int households, LocalDate countedOn) {}

    static ProgrammeView of(
            String team, UnitQuarter quarter, List<Outreach.Known> sessions, Map<String, Groups.Told> groups) {
        List<SessionView> views = sessions.stream().map(SessionView::of).toList();
        List<SessionView> held =
                views.stream().filter(view -> view.state() == State.HELD).toList();
        List<GroupView> counted =
                groups.values().stream().map(ProgrammeView::view).toList();
        return new ProgrammeView(
                new TeamId(team),
                quarter.quarter().toString(),
                quarter.firstDay(),
                quarter.lastDay(),
                quarter.chosen().text(),
                quarter.other(),
                held.size(),
                people(held),
                people(held.stream()
                        .filter(view -> view.basis() == CountBasis.ESTIMATE)
                        .toList()),
                counted.stream().mapToLong(GroupView::households).sum(),
                counted,
                views);
    }

    static long people(Collection<SessionView> sessions) {
        return sessions.stream()
                .map(SessionView::attendance)
                .mapToLong(attendance -> attendance == null ? 0 : attendance)
                .sum();
    }

    private static GroupView view(Groups.Told told) {
        Integer households = told.households();
        return new GroupView(told.group(), households == null ? 0 : households, told.day());
    }
}
