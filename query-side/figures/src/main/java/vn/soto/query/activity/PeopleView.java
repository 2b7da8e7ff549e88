package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.people.People;
import vn.soto.contracts.report.FigureSource;
import vn.soto.query.people.StatedPeople;
import vn.soto.query.unit.UnitLine;

/**
 * The people of a unit in a quarter, and how many of them have basic digital skills. A number that nobody stated is absent, and no zero.
 *
 * @param on       day whose numbers hold: the quarter's last, or today if that is in the future
 * @param members  persons who can act for a team on that day
 * @param registered households recorded in it on that day
 * @param membersPer100Residents members by residents, in hundredths; absent if no number of residents is known, or it is 0
 * @param householdsPerMember registered households by members, in tenths; absent if there is no member
 * @param lines    the five lines of the movement
 * @param counts   the numbers behind them
 * @param groups   help in the quarter by group of digital skills; absent if no version of the framework is adopted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PeopleView(
        UnitLine unit,
        String quarter,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate on,
        long members,
        long registered,
        @Nullable BigDecimal membersPer100Residents,
        @Nullable BigDecimal householdsPerMember,
        List<LiteracyLine> lines,
        List<Number> counts,
        @Nullable List<GroupHelp> groups) {

    /**
     * @param group    code of the group; absent for the services without one
     * @param name     absent likewise
     * @param services services with which people were helped, each time one; a record with two of them counts in both
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupHelp(@Nullable String group, @Nullable String name, long services) {}

    /**
     * @param people   those counted
     * @param persons  their number
     * @param whole    number of all of whom they are a part
     * @param permille share of them; absent unless both are known and the whole is not 0. Over 1000 if the two contradict each other
     * @param guided   number of people guided to it in the quarter by the teams that report in the unit; absent if no team told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LiteracyLine(
            People people,
            @Nullable Long persons,
            @Nullable Long whole,
            @Nullable Long permille,
            @Nullable Long guided) {}

    /**
     * @param persons number that holds
     * @param since   day for which it was told; absent, like the source, if it is the sum of the units below
     * @param summed  number of units directly below of which it is the sum, where none is stated for the unit itself
     * @param lacking units directly below without a number, where nothing else is known
     * @param history statements of it, oldest first; empty if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @SuppressWarnings("AvoidCommonTypeNames") // the description of the API has it
    record Number(
            People people,
            @Nullable Long persons,
            @Nullable LocalDate since,
            @Nullable FigureSource source,
            @Nullable Integer summed,
            @Nullable Integer lacking,
            List<StatedPeople> history) {}
}
