package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.team.TeamId;

/**
 * The parts kept of one team. Members, households, duplicates, trainings, sessions, groups and requests stand in full
 * parts numbered from 0 and an open one. Each quarter of a month has a part for its records of help, and more where they are many. A
 * record of help is in those of every day on which it was ever said to have been given, with all its events.
 *
 * @param last highest position in what stands; -1 if there is none
 * @param full number of full parts
 * @param days quarters of months with records of help, oldest first
 * @param open the open part
 */
public record TeamParts(TeamId team, long last, int full, List<HelpDays> days, CountedEvents open) {

    static TeamParts none(TeamId team) {
        return new TeamParts(team, -1, 0, List.of(), CountedEvents.NONE);
    }

    TeamParts with(long position, CountedEvents longer) {
        return new TeamParts(team, position, full, days, longer);
    }

    TeamParts next() {
        return new TeamParts(team, last, full + 1, days, CountedEvents.NONE);
    }

    /** The days that begin so; of one part if none of their help is known. */
    HelpDays on(LocalDate first) {
        return days.stream()
                .filter(known -> known.first().equals(first))
                .findFirst()
                .orElseGet(() -> new HelpDays(first, 1));
    }

    /** The same with these days as they are now. */
    TeamParts with(HelpDays now) {
        return days.contains(now)
                ? this
                : new TeamParts(
                        team,
                        last,
                        full,
                        Stream.concat(
                                        days.stream()
                                                .filter(known -> !known.first().equals(now.first())),
                                        Stream.of(now))
                                .sorted(Comparator.comparing(HelpDays::first))
                                .toList(),
                        open);
    }
}
