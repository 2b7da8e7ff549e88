package vn.soto.contracts.report;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.team.TeamId;

/**
 * The parts kept of one team. Members, households, duplicates, trainings, sessions, groups and requests stand in full
 * parts numbered from 0 and an open one. Each month has a part for its records of help. A record of help is in every
 * month in which it was ever said to have been given, each time with all its events.
 *
 * @param last   highest position in what stands; -1 if there is none
 * @param full   number of full parts
 * @param months months with records of help, oldest first
 * @param open   the open part
 */
public record TeamParts(TeamId team, long last, int full, List<YearMonth> months, CountedEvents open) {

    static TeamParts none(TeamId team) {
        return new TeamParts(team, -1, 0, List.of(), CountedEvents.NONE);
    }

    TeamParts with(long position, CountedEvents longer) {
        return new TeamParts(team, position, full, months, longer);
    }

    TeamParts next() {
        return new TeamParts(team, last, full + 1, months, CountedEvents.NONE);
    }

    TeamParts with(YearMonth month) {
        return months.contains(month)
                ? this
                : new TeamParts(
                        team,
                        last,
                        full,
                        Stream.concat(months.stream(), Stream.of(month))
                                .sorted()
                                .toList(),
                        open);
    }
}
