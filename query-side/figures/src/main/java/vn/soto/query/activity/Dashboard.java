package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.household.Registrations;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.unit.UnitLine;

/**
 * A unit's quarter. Help is counted as recorded at the commit the answer describes, corrections included.
 *
 * @param calendar calendar that has the days
 * @param days     {@code reporting} for those of the unit's reports, {@code calendar} for those of the calendar quarter
 * @param otherDays the other choice; absent if it has the same days
 * @param staffOn  day whose teams and members are counted: the quarter's last, or today if that is in the future; with
 *                 {@code asOf} today is that commit's day
 * @param boundaries    {@code as-was} or {@code as-now}
 * @param boundariesOn  day whose units are shown: {@code staffOn} with as-was, today with as-now
 * @param total   figures of the whole unit
 * @param children units directly in it, and the unit itself if something counts for all of it, such as walk-ins at its
 *                 service centre. A residential unit has none, unless it shares its figures with others. They and {@code undecided} add up to {@code total}, but for the figures of
 *                 {@code countedOnce}. A unit that has ended shows the communes, or residential units, in which its
 *                 parts lie on {@code boundariesOn}
 * @param undecided figures of parts whose successor unit is undecided; absent as-was, and in a residential unit, if there are none
 * @param campaigns those of the unit with days in the quarter, by first day; absent if there are none. Progress is over
 *     all their days, in the units of these days in either boundaries
 * @param codes     codes of the figures of {@code total} that are not 0; each leads to its events
 * @param countedOnce codes of the figures that count each household, business, team or person once. Of these
 *     {@code total} may be less than the sum of its parts, and never is more. A share is of the whole, no sum of shares
 * @param notYet    absent if there was such a unit
 * @param targets   how far the unit is with its targets for the quarter, in these boundaries; absent if it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Dashboard(
        UnitLine unit,
        String quarter,
        QuarterCalendar calendar,
        LocalDate firstDay,
        LocalDate lastDay,
        String days,
        @Nullable OtherDays otherDays,
        LocalDate staffOn,
        String boundaries,
        LocalDate boundariesOn,
        Figures total,
        List<Line> children,
        @Nullable Bucket undecided,
        @IdOf(IdKind.UNIT_FIGURE) List<String> codes,
        List<String> countedOnce,
        @Nullable List<GoalProgress> targets,
        @Nullable List<CampaignLine> campaigns,
        @Nullable NotYet notYet) {

    /**
     * As-was means the units of that day: a unit that came later had none.
     *
     * @param from   its first day
     * @param former units in force on {@code boundariesOn} of which it was made since
     */
    record NotYet(LocalDate from, List<Former> former) {}

    /**
     * @param whole whether all of it became part of the unit, or only some
     * @param total figures of the whole; absent if the reader has no right to them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Former(
            @JsonUnwrapped UnitLine unit,
            boolean whole,
            @Nullable Figures total) {}

    /** A campaign and how far it is. */
    record CampaignLine(
            CampaignId campaign, String name, LocalDate firstDay, LocalDate lastDay, List<GoalProgress> goals) {}

    Dashboard with(List<GoalProgress> progress, List<CampaignLine> running, @Nullable NotYet later) {
        return new Dashboard(
                unit,
                quarter,
                calendar,
                firstDay,
                lastDay,
                days,
                otherDays,
                staffOn,
                boundaries,
                boundariesOn,
                total,
                children,
                undecided,
                codes,
                countedOnce,
                progress.isEmpty() ? null : progress,
                running.isEmpty() ? null : running,
                later);
    }

    record Line(@JsonUnwrapped UnitLine unit, @JsonUnwrapped Figures figures) {}

    /** @param units number of residential units in it */
    record Bucket(String name, long units, @JsonUnwrapped Figures figures) {}

    record Figures(
            @JsonUnwrapped Totals activity,
            @JsonUnwrapped Staff staff,
            @JsonUnwrapped Registered households) {

        /** Whether it counts any help or household. */
        boolean counts() {
            return activity.assistances() != 0 || households.registered != 0;
        }
    }

    /**
     * Households recorded in it at the commit the answer describes; those assigned and those not are all that are registered.
     *
     * @param registered without those that left, duplicates and mistaken registrations
     * @param assigned   those with a responsible member who can act on {@code staffOn}
     * @param unassigned the others: as the lists of unassigned households have them
     */
    record Registered(long registered, long assigned, long unassigned) {

        static Registered of(Registrations.Count count) {
            return new Registered(count.registered(), count.registered() - count.unassigned(), count.unassigned());
        }
    }

    /**
     * Teams and members on the day {@code staffOn}, as known at the commit the answer describes.
     *
     * @param teams        teams founded by that day that cover a residential unit in it; one that covers units of two
     *                     children
     *                     counts in both
     * @param members      persons who can act for one of those teams on that day, each once
     * @param suspended    the other members of those teams: those who are suspended on that day, each once
     * @param understaffed those teams flagged at that commit since that day or earlier. A team that was short on that
     *                     day and has had enough members again since is not counted
     * @param leaderless   those teams without a leader, by the same rule
     */
    record Staff(long teams, long members, long suspended, long understaffed, long leaderless) {}
}
