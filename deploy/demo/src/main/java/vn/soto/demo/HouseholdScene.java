package vn.soto.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;

/** The leader enters households and shares them out: most in the team's first four weeks, the rest as they are found. */
record HouseholdScene(List<Crew> crews, Chance chance) implements Scene {

    private static final int FIRST_DAYS = 28;

    @Override
    public void play(LocalDate day, Stage stage) {
        for (Crew crew : crews) {
            if (crew.formedOn().isBefore(day)) {
                session(crew, day, stage);
            }
        }
    }

    private void session(Crew crew, LocalDate day, Stage stage) {
        List<Volunteer> receivers = new ArrayList<>();
        for (Volunteer volunteer : crew.activeOn(day)) {
            int wanted = Math.min(wanted(crew, volunteer, day), volunteer.share - volunteer.homes.size());
            for (int i = 0; i < wanted; i++) {
                receivers.add(volunteer);
            }
        }
        int hour = Season.weekend(day) ? chance.between(8, 15) : 19;
        Instant at = VietnamTime.start(day).plusSeconds(hour * 3600L + chance.between(0, 1800));
        for (Volunteer receiver : receivers) {
            at = at.plusSeconds(chance.between(30, 120));
            enter(crew, receiver, day, at, stage);
        }
    }

    /** Sixteen sessions of about 5.5 % of the member's share, then now and then a few on a Saturday. */
    private int wanted(Crew crew, Volunteer volunteer, LocalDate day) {
        boolean first = day.isBefore(crew.formedOn().plusDays(FIRST_DAYS));
        return switch (day.getDayOfWeek()) {
            case TUESDAY, THURSDAY -> first ? (int) (volunteer.share * (0.02 + 0.03 * chance.share())) : 0;
            case SATURDAY, SUNDAY -> first ? (int) (volunteer.share * (0.05 + 0.06 * chance.share())) : later(day);
            default -> 0;
        };
    }

    private int later(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY && Season.bustle(day) > 1 ? chance.between(0, 4) : 0;
    }

    private void enter(Crew crew, Volunteer receiver, LocalDate day, Instant at, Stage stage) {
        UUID id = chance.id(at);
        HouseholdId household = new HouseholdId(id.toString());
        var register = new RegisterHousehold(household, crew.unit(), crew.nextReference());
        stage.send(at, crew.leaderAccount(), id, register, receiver.lane());
        Instant then = at.plusSeconds(chance.between(10, 28));
        var assign = new AssignHousehold(household, crew.id(), receiver.id, day);
        stage.send(then, crew.leaderAccount(), chance.id(then), assign, receiver.lane());
        receiver.homes.add(new DemoHousehold(household, day, chance.share()));
    }
}
