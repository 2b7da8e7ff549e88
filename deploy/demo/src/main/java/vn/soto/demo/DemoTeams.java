package vn.soto.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

/** Chooses neighbourhoods, teams and members of the demo district. Their households are a sample, as each is two commands. */
final class DemoTeams {

    private static final List<MemberOrigin> OTHERS = List.of(
            MemberOrigin.YOUTH_UNION,
            MemberOrigin.YOUTH_UNION,
            MemberOrigin.WOMENS_UNION,
            MemberOrigin.FARMERS_UNION,
            MemberOrigin.AREA_POLICE,
            MemberOrigin.TEACHER,
            MemberOrigin.DIGITAL_COMPANY);

    /** Number before that of the first member of the province's teams. */
    private static final int PROVINCE = 500;

    private static final int FIRST_NUMBER = 101;
    private static final int A_DAY = 3;

    /** Teams of the commune whose officer has an account, beside the district's. */
    private static final int OF_THE_OFFICER = 6;

    private final Chance chance;
    private int members;

    DemoTeams(long seed) {
        this(new Chance(seed, "casting"), 0);
    }

    private DemoTeams(Chance chance, int members) {
        this.chance = chance;
        this.members = members;
    }

    /** Three to six teams in each commune that the reform made and in which the district's do not work. */
    static List<Crew> province(long seed, Set<UnitId> taken) {
        DemoTeams casting = new DemoTeams(new Chance(seed, "casting of the province"), PROVINCE);
        List<Crew> crews = new ArrayList<>();
        List<EstablishUnit> communes = DemoReform.communes().stream()
                .filter(commune -> !taken.contains(commune.unit()))
                .toList();
        for (int i = 0; i < communes.size(); i++) {
            LocalDate day = ProvinceScene.FOUNDED.plusDays(1 + i / A_DAY);
            casting.found(communes.get(i), day, crews);
        }
        return crews;
    }

    private void found(EstablishUnit commune, LocalDate day, List<Crew> crews) {
        double bustle = 0.4 + 1.4 * chance.share();
        boolean ward = commune.kind() == UnitKind.WARD;
        int teams = commune.unit().equals(RecognitionScene.COMMUNE) ? OF_THE_OFFICER : chance.between(3, 6);
        for (int i = 1; i <= teams; i++) {
            Neighbourhood place = new Neighbourhood(
                    new UnitId("kp-%s%02d".formatted(commune.unit().value().substring("hcm-".length()), i)),
                    ward ? UnitKind.NEIGHBOURHOOD : UnitKind.HAMLET,
                    (ward ? "Khu phố " : "Ấp ") + i,
                    commune.unit(),
                    commune.name());
            Instant at = VietnamTime.start(day).plusSeconds((8L + i) * 3600 + chance.between(0, 3000));
            List<Volunteer> volunteers = new ArrayList<>();
            int size = chance.between(3, 5);
            for (int each = 0; each < size; each++) {
                MemberOrigin origin = each == 0 ? MemberOrigin.NEIGHBOURHOOD_HEAD : chance.oneOf(OTHERS);
                members++;
                volunteers.add(new Volunteer(
                        new MemberId("demo-member-%03d".formatted(members)),
                        origin,
                        bustle * chance.heavyTail(1.7, 6),
                        chance.happens(0.1),
                        chance.between(3, 6),
                        day));
            }
            crews.add(new Crew(FIRST_NUMBER + crews.size(), chance.id(at), at, place, volunteers));
        }
    }

    /** A team for each neighbourhood, in the order of their numbers. */
    List<Crew> crews(List<EstablishUnit> units) {
        List<Crew> crews = new ArrayList<>();
        LocalDate day = Story.TEAMS_FROM;
        for (EstablishUnit commune : units) {
            if (!Story.DISTRICT.equals(commune.parent())) {
                continue;
            }
            int minute = 0;
            for (Neighbourhood neighbourhood : neighbourhoods(commune, crews.size())) {
                minute += chance.between(6, 25);
                Instant at = VietnamTime.start(day).plusSeconds(8 * 3600 + minute * 60L);
                crews.add(crew(crews.size() + 1, at, neighbourhood));
            }
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return crews;
    }

    /** Three in a township and in every other commune, two in the rest. */
    private static List<Neighbourhood> neighbourhoods(EstablishUnit commune, int before) {
        boolean township = commune.kind() == UnitKind.TOWNSHIP;
        int count = township || before % 2 == 0 ? 3 : 2;
        List<Neighbourhood> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(new Neighbourhood(
                    new UnitId("bau-bang-%02d".formatted(before + i)),
                    township ? UnitKind.NEIGHBOURHOOD : UnitKind.HAMLET,
                    (township ? "Khu phố " : "Ấp ") + i,
                    commune.unit(),
                    commune.name()));
        }
        return all;
    }

    private Crew crew(int number, Instant formedAt, Neighbourhood neighbourhood) {
        LocalDate day = VietnamTime.day(formedAt);
        int size = switch (number) {
            case Story.BUSIEST -> 5;
            case Story.UNDERSTAFFED -> 3;
            case Story.SHARING -> 5;
            default -> chance.between(3, 5);
        };
        List<Volunteer> volunteers = new ArrayList<>();
        volunteers.add(volunteer(MemberOrigin.NEIGHBOURHOOD_HEAD, false, chance.between(36, 46), day));
        for (int i = 1; i < size; i++) {
            boolean late = chance.happens(0.15) || (number == Story.TWICE && i == 1);
            int share = number == Story.BUSIEST && i == 2 ? 236 : chance.between(40, 56);
            volunteers.add(volunteer(chance.oneOf(OTHERS), late, share, day));
        }
        return new Crew(number, chance.id(formedAt), formedAt, neighbourhood, volunteers);
    }

    /** Somebody who joins on that day. */
    Volunteer volunteer(MemberOrigin organisation, boolean typesAtMonthsEnd, int share, LocalDate day) {
        members++;
        MemberId id = new MemberId("demo-member-%03d".formatted(members));
        return new Volunteer(id, organisation, chance.heavyTail(1.7, 6), typesAtMonthsEnd, share, day);
    }
}
