package vn.soto.query.planted;

import java.time.LocalDate;
import java.util.List;

/**
 * A commune's quarter that was made up by chance.
 *
 * @param planted planted patterns; none in a clean quarter
 */
public record PlantedQuarter(LocalDate first, LocalDate last, List<Team> teams, List<Plant> planted) {

    /**
     * A team with its records.
     *
     * @param undone recorded by the member, and taken back within a minute
     */
    public record Team(
            String id,
            List<String> members,
            List<PlantedHelp> help,
            List<PlantedHelp> undone,
            List<Session> sessions) {}

    /** @param estimated whether the number is said to be an estimate */
    public record Session(String id, LocalDate day, int people, boolean estimated) {}

    /** @param member of whom it is a pattern; "" for one of the team */
    public record Plant(Pattern pattern, String team, String member) {}

    public long members() {
        return teams.stream().mapToLong(team -> team.members().size()).sum();
    }

    public long records() {
        return teams.stream().mapToLong(team -> team.help().size()).sum();
    }
}
