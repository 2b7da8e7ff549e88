package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.team.TeamId;

/**
 * The lists of what is kept of one team, each in parts by the hashes of keys. Each quarter of a month has a list of its records of help. A
 * record is in those of every day on which it was ever said to have been given, with all its events.
 *
 * @param lists by name, so those of days are before the others, the oldest first
 */
public record TeamParts(TeamId team, List<ListedParts> lists) {

    /** The list of the team's own events, by member. */
    static final String OF_TEAM = "team";

    /** The list of households, duplicates, trainings, sessions, groups and requests. */
    static final String STANDING = "standing";

    static TeamParts none(TeamId team) {
        return new TeamParts(team, List.of());
    }

    /** A list; of one part if nothing of it is known. */
    ListedParts of(String list) {
        return lists.stream()
                .filter(known -> known.list().equals(list))
                .findFirst()
                .orElseGet(() -> new ListedParts(list, 1));
    }

    /** The lists of help, the oldest first. */
    Stream<ListedParts> help() {
        return lists.stream()
                .filter(known -> !known.list().equals(OF_TEAM) && !known.list().equals(STANDING));
    }

    /** Those of a day and later. */
    Stream<ListedParts> helpSince(LocalDate first) {
        String from = first.toString();
        return help().filter(known -> known.list().compareTo(from) >= 0);
    }

    /** Those of some days. */
    Stream<ListedParts> help(LocalDate first, LocalDate last) {
        String to = last.toString();
        return helpSince(first).filter(known -> known.list().compareTo(to) <= 0);
    }

    /** The same with a list as it is now. */
    TeamParts with(ListedParts now) {
        return lists.contains(now)
                ? this
                : new TeamParts(
                        team,
                        Stream.concat(
                                        lists.stream()
                                                .filter(known -> !known.list().equals(now.list())),
                                        Stream.of(now))
                                .sorted(Comparator.comparing(ListedParts::list))
                                .toList());
    }
}
