package vn.soto.query.planted;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import vn.soto.query.planted.PlantedQuarter.Plant;
import vn.soto.query.planted.PlantedQuarter.Session;
import vn.soto.query.planted.PlantedQuarter.Team;

/** Plants patterns in the records of a team: some bold, some timid. */
final class Wrongdoing {

    private static final int ROUND = 5;

    private final Random random;
    private final LocalDate first;
    private final LocalDate last;

    Wrongdoing(Random random, LocalDate first, LocalDate last) {
        this.random = random;
        this.first = first;
        this.last = last;
    }

    Team in(Team team, Plant plant) {
        if (plant.pattern() == Pattern.MADE_UP_HEADCOUNT) {
            return new Team(team.id(), team.members(), team.help(), team.undone(), headcounts(team));
        }
        List<PlantedHelp> help = new ArrayList<>();
        List<PlantedHelp> own = new ArrayList<>();
        team.help()
                .forEach(each ->
                        (plant.member().isEmpty() || each.member().equals(plant.member()) ? own : help).add(each));
        help.addAll(planted(plant.pattern(), team, own));
        List<PlantedHelp> undone = new ArrayList<>(team.undone());
        if (plant.pattern() == Pattern.UNDOING) {
            undone.addAll(undone(own));
        }
        return new Team(team.id(), team.members(), help, undone, team.sessions());
    }

    private List<PlantedHelp> planted(Pattern pattern, Team team, List<PlantedHelp> own) {
        return switch (pattern) {
            case DOUBLE_ENTRY -> doubled(own);
            case RUSH -> rushed(own);
            case NIGHT ->
                some(
                        own,
                        share(8, 60),
                        each -> each.at(each.at()
                                        .withHour((23 + random.nextInt(5)) % 24)
                                        .withMinute(random.nextInt(60)))
                                .recorded(each.recorded().plusDays(1)));
            case QUARTER_END ->
                madeUp(
                        own,
                        share(25, 150),
                        () -> last.minusDays(random.nextInt(5)).atTime(hour()));
            case BACKDATING -> backdated(own);
            case FIXED_TIME -> fixed(own);
            case DOING_IT_FOR_THEM -> some(own, share(50, 100), each -> each.way("DONE_ON_BEHALF"));
            case ALL_ALONE -> some(own, 100, each -> each.way("SELF_PERFORMED"));
            case PASTED_NOTE -> pasted(own);
            case ONE_PHONE -> onePhone(team, own);
            case TYPED_LIST -> typed(own);
            case MADE_UP_HEADCOUNT, UNDOING -> own;
        };
    }

    private int share(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    private LocalTime hour() {
        return LocalTime.of(8 + random.nextInt(12), random.nextInt(60));
    }

    private List<PlantedHelp> some(List<PlantedHelp> own, int percent, UnaryOperator<PlantedHelp> change) {
        return new ArrayList<>(own.stream()
                .map(each -> random.nextInt(100) < percent ? change.apply(each) : each)
                .toList());
    }

    private List<PlantedHelp> doubled(List<PlantedHelp> own) {
        List<PlantedHelp> all = new ArrayList<>(own);
        int percent = share(8, 70);
        for (PlantedHelp each : own) {
            LocalDateTime again = each.at().plusHours(3 + random.nextInt(60)).withHour(8 + random.nextInt(11));
            if (random.nextInt(100) < percent
                    && again.isAfter(each.at())
                    && !again.toLocalDate().isAfter(last)) {
                all.add(each.at(again));
            }
        }
        return all;
    }

    /** Evenings at which the list of households is gone through. */
    private List<PlantedHelp> rushed(List<PlantedHelp> own) {
        List<PlantedHelp> all = new ArrayList<>(own);
        int evenings = 1 + random.nextInt(4);
        for (int evening = 0; evening < evenings; evening++) {
            LocalDateTime from = first.plusDays(random.nextInt(85)).atTime(19, random.nextInt(40));
            int count = 4 + random.nextInt(16);
            LocalDateTime at = from;
            for (int i = 0; i < count; i++) {
                PlantedHelp like = own.get(random.nextInt(own.size()));
                all.add(like.at(at)
                        .to(like.household() + "-list-" + i, "HOME_VISIT")
                        .recorded(at.plusMinutes(1)));
                at = at.plusSeconds(20 + random.nextInt(130));
            }
        }
        return all;
    }

    /** Days whose visits are made up in the evening: said to have been hours apart, entered minutes apart. */
    private List<PlantedHelp> typed(List<PlantedHelp> own) {
        List<PlantedHelp> all = new ArrayList<>(own);
        int evenings = 1 + random.nextInt(3);
        for (int evening = 0; evening < evenings; evening++) {
            LocalDateTime said = first.plusDays(random.nextInt(85)).atTime(8, random.nextInt(60));
            LocalDateTime entered = said.withHour(19 + random.nextInt(3));
            int count = 5 + random.nextInt(8);
            for (int i = 0; i < count; i++) {
                PlantedHelp like = own.get(random.nextInt(own.size()));
                all.add(like.at(said)
                        .to(like.household() + "-typed-" + evening + "-" + i, "HOME_VISIT")
                        .recorded(entered));
                said = said.plusMinutes(10 + random.nextInt(30));
                entered = entered.plusSeconds(25 + random.nextInt(90));
            }
        }
        return all;
    }

    private List<PlantedHelp> madeUp(List<PlantedHelp> own, int percent, Supplier<LocalDateTime> when) {
        List<PlantedHelp> all = new ArrayList<>(own);
        int count = Math.max(5, own.size() * percent / 100);
        for (int i = 0; i < count; i++) {
            LocalDateTime at = when.get();
            PlantedHelp like = own.get(random.nextInt(own.size()));
            all.add(like.at(at)
                    .to(like.household() + "-more-" + i, like.channel())
                    .recorded(at.plusMinutes(1 + random.nextInt(100))));
        }
        return all;
    }

    private List<PlantedHelp> backdated(List<PlantedHelp> own) {
        LocalDateTime end = last.atTime(20, 0);
        return some(
                own,
                share(20, 100),
                each -> each.recorded(
                        each.at().plusDays(9 + random.nextInt(30)).isAfter(end)
                                ? end.plusDays(3 + random.nextInt(5))
                                : each.at().plusDays(9 + random.nextInt(30))));
    }

    private List<PlantedHelp> fixed(List<PlantedHelp> own) {
        int hour = 7 + random.nextInt(13);
        int minute = random.nextInt(12) * 5;
        return some(
                own, share(25, 100), each -> each.at(each.at().withHour(hour).withMinute(minute)));
    }

    private List<PlantedHelp> pasted(List<PlantedHelp> own) {
        int length = 10 + random.nextInt(60);
        int percent = share(60, 100);
        return some(
                own,
                share(25, 100),
                each -> each.note(random.nextInt(100) < percent ? Integer.valueOf(length) : each.noteLength()));
    }

    private List<PlantedHelp> onePhone(Team team, List<PlantedHelp> own) {
        String phone = "phone-" + team.members().getFirst();
        int percent = share(10, 100);
        return some(own, percent, each -> each.phone(phone));
    }

    /** Days on which records are made to be seen and taken back. */
    private List<PlantedHelp> undone(List<PlantedHelp> own) {
        List<PlantedHelp> all = new ArrayList<>();
        int days = 1 + random.nextInt(4);
        for (int day = 0; day < days; day++) {
            LocalDateTime at = first.plusDays(random.nextInt(85)).atTime(19, random.nextInt(40));
            int count = 3 + random.nextInt(10);
            for (int i = 0; i < count; i++) {
                all.add(own.get(random.nextInt(own.size())).at(at).recorded(at.plusMinutes(1)));
                at = at.plusMinutes(1 + random.nextInt(5));
            }
        }
        return all;
    }

    private List<Session> headcounts(Team team) {
        List<Session> all = new ArrayList<>();
        int percent = share(60, 100);
        int more = Math.max(0, 8 - team.sessions().size()) + random.nextInt(4);
        for (Session each : team.sessions()) {
            all.add(madeUp(each.id(), each.day(), each.people(), percent));
        }
        for (int i = 0; i < more; i++) {
            all.add(madeUp(team.id() + "-x" + i, first.plusDays(random.nextInt(85)), 10 + random.nextInt(80), percent));
        }
        return all;
    }

    private Session madeUp(String id, LocalDate day, int people, int percent) {
        int said = random.nextInt(100) < percent ? people / ROUND * ROUND + ROUND : people;
        return new Session(id, day, said, false);
    }
}
