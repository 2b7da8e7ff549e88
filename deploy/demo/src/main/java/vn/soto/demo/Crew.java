package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** A team as the script plays it. */
final class Crew {

    /** Teams with this number or a higher one are not of the district. */
    private static final int PROVINCE = 100;

    final int number;
    final UUID forming;
    final Instant formedAt;
    final Neighbourhood neighbourhood;

    /** In the order in which they joined. */
    final List<Volunteer> volunteers;

    MemberId leader;
    private int households;

    Crew(int number, UUID forming, Instant formedAt, Neighbourhood neighbourhood, List<Volunteer> volunteers) {
        this.number = number;
        this.forming = forming;
        this.formedAt = formedAt;
        this.neighbourhood = neighbourhood;
        this.volunteers = volunteers;
        this.leader = volunteers.getFirst().id;
    }

    /** A command's id is the id of what it creates. */
    TeamId id() {
        return new TeamId(forming.toString());
    }

    LocalDate formedOn() {
        return VietnamTime.day(formedAt);
    }

    UnitId unit() {
        return neighbourhood.id();
    }

    /** The leader's account; a new leader is given another. */
    String leaderAccount() {
        return "demo-leader-%02d%s".formatted(number, leader.equals(volunteers.getFirst().id) ? "" : "b");
    }

    String account(Volunteer volunteer) {
        return volunteer.id.equals(leader) ? leaderAccount() : volunteer.account();
    }

    List<Volunteer> activeOn(LocalDate day) {
        return volunteers.stream().filter(volunteer -> volunteer.activeOn(day)).toList();
    }

    /** The commune's own code of the team's next household. */
    String nextReference() {
        households++;
        return (number < PROVINCE ? "BB%02d-%04d" : "HK%d-%04d").formatted(number, households);
    }
}
