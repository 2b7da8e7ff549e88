package vn.soto.query.planted;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The quarter of a member who does the work, with habits of their own. */
final class HonestWork {

    private static final String[] SERVICES = {
        "vneid",
        "vneid",
        "vneid",
        "dvc",
        "dvc",
        "dvc",
        "payment",
        "payment",
        "signature",
        "health",
        "learning",
        "safety"
    };

    private final Random random;
    private final String team;
    private final String member;
    private final String phone;
    private final LocalDate first;
    private final LocalDate last;
    private final int households;
    private final int roundTimes;
    private final int onBehalf;
    private final int alone;
    private final int noted;
    private final int phrases;
    private final boolean noNetwork;
    private final int nightShift;
    private final boolean alleys;
    private final int habit;
    private final int delayed;
    private final boolean evenings;
    private final int atTheEnd;
    private final List<PlantedHelp> records = new ArrayList<>();

    HonestWork(Random random, String team, String member, String phone, LocalDate first, LocalDate last) {
        this.random = random;
        this.team = team;
        this.member = member;
        this.phone = phone;
        this.first = first;
        this.last = last;
        households = 120 + random.nextInt(140);
        roundTimes = 15 + random.nextInt(50);
        boolean oldPeople = rare(25);
        onBehalf = oldPeople ? 45 + random.nextInt(16) : 5 + random.nextInt(33);
        alone = !oldPeople && rare(25) ? 60 + random.nextInt(36) : 20 + random.nextInt(20);
        noted = random.nextInt(75);
        phrases = rare(6) ? 1 + random.nextInt(4) : 0;
        noNetwork = rare(30);
        delayed = noNetwork || rare(4) ? 25 + random.nextInt(30) : random.nextInt(8);
        evenings = rare(6);
        nightShift = rare(40) ? 8 + random.nextInt(12) : 0;
        alleys = rare(5);
        habit = rare(25) ? 15 + random.nextInt(15) : 0;
        atTheEnd = rare(5) ? rare(6) ? 12 : 3 : 0;
    }

    List<PlantedHelp> records() {
        int count = 18 + random.nextInt(62);
        while (records.size() < count) {
            int kind = random.nextInt(100);
            if (kind < 4) {
                heldClass();
            } else if (kind < 14 && !records.isEmpty()) {
                again(records.get(random.nextInt(records.size())));
            } else if (kind < 22 && alleys) {
                alley();
            } else {
                records.add(visit(day(), household(), service()));
            }
        }
        return records;
    }

    private boolean rare(int times) {
        return random.nextInt(times) == 0;
    }

    /** From door to door, two to five of them. */
    private void alley() {
        LocalDateTime at = day().atTime(time());
        int doors = 2 + random.nextInt(4);
        for (int door = 0; door < doors; door++) {
            records.add(help(at, household(), service(), "HOME_VISIT"));
            at = at.plusMinutes(2 + random.nextInt(12));
        }
    }

    private LocalDate day() {
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        while (true) {
            LocalDate day = first.plusDays(random.nextInt(days));
            int weight = 6;
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                weight += 3;
            }
            if (day.isAfter(last.minusDays(14))) {
                weight += atTheEnd;
            }
            if (random.nextInt(21) < weight) {
                return day;
            }
        }
    }

    private String household() {
        return team + "-h" + member.hashCode() % 1000 + "-" + random.nextInt(households);
    }

    private String service() {
        return SERVICES[random.nextInt(SERVICES.length)];
    }

    private LocalTime time() {
        if (random.nextInt(100) < habit) {
            return LocalTime.of(8, 0);
        }
        if (random.nextInt(100) < nightShift) {
            return LocalTime.of(22, random.nextInt(60));
        }
        int shift = random.nextInt(100);
        int minute;
        if (shift < (evenings ? 30 : 45)) {
            minute = 7 * 60 + 15 + random.nextInt(4 * 60);
        } else if (shift < (evenings ? 50 : 80)) {
            minute = 13 * 60 + 30 + random.nextInt(4 * 60);
        } else {
            minute = 18 * 60 + 30 + random.nextInt(evenings ? 4 * 60 : 3 * 60);
        }
        if (random.nextInt(100) < roundTimes) {
            minute = minute / 30 * 30;
        } else if (random.nextInt(3) == 0) {
            minute = minute / 5 * 5;
        }
        return LocalTime.of(minute / 60, minute % 60);
    }

    private PlantedHelp visit(LocalDate day, String household, String service) {
        return help(day.atTime(time()), household, service, channel());
    }

    private String channel() {
        int of = random.nextInt(100);
        if (of < 62) {
            return "HOME_VISIT";
        }
        if (of < 76) {
            return "PUBLIC_SERVICE_CENTRE";
        }
        if (of < 88) {
            return "PHONE";
        }
        return of < 97 ? "ZALO" : "OTHER";
    }

    private PlantedHelp help(LocalDateTime at, String household, String service, String channel) {
        boolean counter = channel.equals("PUBLIC_SERVICE_CENTRE") && random.nextBoolean();
        return new PlantedHelp(
                member,
                household,
                service,
                channel,
                way(),
                at,
                recorded(at),
                counter ? "tablet-of-the-centre" : phone,
                note());
    }

    private String way() {
        int of = random.nextInt(100);
        if (of < onBehalf) {
            return "DONE_ON_BEHALF";
        }
        return of < onBehalf + alone ? "SELF_PERFORMED" : "DEMONSTRATED";
    }

    /** Usually at once; without a network some days later, seldom after a week. */
    private LocalDateTime recorded(LocalDateTime at) {
        if (random.nextInt(100) >= delayed) {
            return at.plusMinutes(1 + random.nextInt(400));
        }
        int days = random.nextInt(noNetwork ? 2 : 9) == 0 ? 8 + random.nextInt(9) : 1 + random.nextInt(6);
        return at.plusDays(days).withHour(20).plusMinutes(random.nextInt(60));
    }

    private @Nullable Integer note() {
        if (random.nextInt(100) >= noted) {
            return null;
        }
        return phrases > 0 && random.nextInt(10) < 7 ? 14 + 9 * random.nextInt(phrases) : 6 + random.nextInt(90);
    }

    /** People come back with the same matter, or with another. */
    private void again(PlantedHelp before) {
        LocalDate day = before.at().toLocalDate().plusDays(random.nextInt(12));
        if (!day.isAfter(last)) {
            records.add(visit(day, before.household(), random.nextInt(3) == 0 ? before.service() : service()));
        }
    }

    /** Many learn the same within an hour or two. */
    private void heldClass() {
        LocalDateTime at = day().atTime(random.nextBoolean() ? 8 : 14, 0);
        String taught = service();
        int people = 4 + random.nextInt(9);
        for (int person = 0; person < people; person++) {
            records.add(help(at.plusMinutes(random.nextInt(4) * 30L), household(), taught, "CLASS"));
        }
    }
}
