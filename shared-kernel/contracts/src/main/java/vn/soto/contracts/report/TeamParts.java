package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.team.TeamId;

/**
 * The parts kept of one team. Members, households, duplicates, trainings, sessions, groups and requests stand in full
 * parts numbered from 0 and an open one. Each quarter of a month has a part for its records of help. A record of help is in every
 * part in whose days it was ever said to have been given, each time with all its events.
 *
 * @param last highest position in what stands; -1 if there is none
 * @param full number of full parts
 * @param days first days of the parts with records of help, oldest first
 * @param open the open part
 */
public record TeamParts(TeamId team, long last, int full, List<LocalDate> days, CountedEvents open) {

    static TeamParts none(TeamId team) {
        return new TeamParts(team, -1, 0, List.of(), CountedEvents.NONE);
    }

    TeamParts with(long position, CountedEvents longer) {
        return new TeamParts(team, position, full, days, longer);
    }

    TeamParts next() {
        return new TeamParts(team, last, full + 1, days, CountedEvents.NONE);
    }

    /** The same if there is a part of these days. */
    TeamParts with(LocalDate first) {
        return days.contains(first)
                ? this
                : new TeamParts(
                        team,
                        last,
                        full,
                        Stream.concat(days.stream(), Stream.of(first)).sorted().toList(),
                        open);
    }
}
