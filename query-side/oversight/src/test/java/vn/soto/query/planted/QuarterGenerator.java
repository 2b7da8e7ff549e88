package vn.soto.query.planted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.soto.query.planted.PlantedQuarter.Plant;
import vn.soto.query.planted.PlantedQuarter.Session;
import vn.soto.query.planted.PlantedQuarter.Team;

/** Makes up the quarter of a commune of some 12 to 18 teams. A seed always gives the same. */
public final class QuarterGenerator {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /** One record of so many is made by mistake first. */
    private static final int SLIP = 20;

    private final Random random;

    private QuarterGenerator(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Honest work, with the habits, campaigns, queues and gaps that honest work has. */
    public static PlantedQuarter clean(long seed) {
        return new QuarterGenerator(seed).quarter();
    }

    /** The same size, with each pattern planted in two places. */
    public static PlantedQuarter planted(long seed) {
        QuarterGenerator generator = new QuarterGenerator(-seed);
        PlantedQuarter clean = generator.quarter();
        return generator.plant(clean);
    }

    private PlantedQuarter quarter() {
        LocalDate first = FIRST.plusMonths(3L * random.nextInt(8));
        LocalDate last = first.plusMonths(3).minusDays(1);
        List<Team> teams = new ArrayList<>();
        int count = 12 + random.nextInt(7);
        for (int number = 0; number < count; number++) {
            teams.add(team("team-" + number, first, last));
        }
        return new PlantedQuarter(first, last, teams, List.of());
    }

    private Team team(String id, LocalDate first, LocalDate last) {
        List<String> members = new ArrayList<>();
        int count = 3 + random.nextInt(5);
        for (int number = 0; number < count; number++) {
            members.add(id + "-m" + number);
        }
        // Two of some teams, seldom three, share a telephone, because not all of them have one.
        String lender = random.nextInt(8) == 0 ? members.getFirst() : "";
        int borrowers = random.nextInt(6) == 0 ? 2 : 1;
        List<PlantedHelp> help = new ArrayList<>();
        for (String member : members) {
            String phone = !lender.isEmpty() && members.indexOf(member) <= borrowers ? lender : member;
            help.addAll(new HonestWork(random, id, member, "phone-" + phone, first, last).records());
        }
        return new Team(id, members, help, slips(help), sessions(id, first, last));
    }

    /** Everybody records the wrong household now and then, and sees it at once. */
    private static List<PlantedHelp> slips(List<PlantedHelp> help) {
        List<PlantedHelp> slips = new ArrayList<>();
        for (int each = 0; each < help.size(); each += SLIP) {
            slips.add(help.get(each));
        }
        return slips;
    }

    private List<Session> sessions(String team, LocalDate first, LocalDate last) {
        List<Session> sessions = new ArrayList<>();
        int count = 3 + random.nextInt(12);
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        for (int number = 0; number < count; number++) {
            boolean estimated = random.nextInt(5) == 0;
            int people = 7 + random.nextInt(70);
            sessions.add(new Session(
                    team + "-s" + number,
                    first.plusDays(random.nextInt(days)),
                    estimated ? people / 10 * 10 + 10 : people,
                    estimated));
        }
        return sessions;
    }

    private PlantedQuarter plant(PlantedQuarter clean) {
        List<Plant> places = new ArrayList<>();
        List<Integer> teams = new ArrayList<>();
        for (int i = 0; i < clean.teams().size(); i++) {
            teams.add(i);
        }
        List<Plant> members = new ArrayList<>();
        for (Team team : clean.teams()) {
            team.members().forEach(member -> members.add(new Plant(Pattern.RUSH, team.id(), member)));
        }
        Collections.shuffle(members, random);
        Collections.shuffle(teams, random);
        for (Pattern pattern : Pattern.values()) {
            for (int time = 0; time < 2; time++) {
                places.add(
                        pattern.ofTeam()
                                ? new Plant(pattern, "team-" + teams.removeLast(), "")
                                : new Plant(
                                        pattern,
                                        members.getLast().team(),
                                        members.removeLast().member()));
            }
        }
        List<Team> planted = new ArrayList<>(clean.teams());
        for (Plant plant : places) {
            planted.replaceAll(team -> team.id().equals(plant.team())
                    ? new Wrongdoing(random, clean.first(), clean.last()).in(team, plant)
                    : team);
        }
        return new PlantedQuarter(clean.first(), clean.last(), planted, places);
    }
}
