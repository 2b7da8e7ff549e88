package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;

/** Members who leave, leaders who take over, and the households they pass on. */
record RollCallScene(List<Crew> crews, DemoTeams casting, Chance chance) implements Scene {

    private static final String OFFICER = "demo-officer";

    @Override
    public void play(LocalDate day, Stage stage) {
        if (day.equals(Story.MEMBER_LEFT.plusDays(1))) {
            leaves(crew(Story.UNDERSTAFFED), EndReason.RESIGNED, day, stage);
        } else if (day.equals(Story.MEMBER_REPLACED)) {
            replaces(crew(Story.UNDERSTAFFED), day, stage);
        } else if (day.equals(Story.LEADER_CHANGED)) {
            leads(crew(Story.NEW_LEADER), day, stage);
        } else if (day.equals(Story.SHARED_OUT)) {
            Crew crew = crew(Story.SHARING);
            Volunteer gone = leaves(crew, EndReason.MOVED_AWAY, day, stage);
            passOn(crew, gone, crew.activeOn(day), day, stage);
        }
    }

    private Crew crew(int number) {
        return crews.get(number - 1);
    }

    private Volunteer leaves(Crew crew, EndReason reason, LocalDate day, Stage stage) {
        Volunteer gone = crew.volunteers.getLast();
        gone.lastDay = day.minusDays(1);
        send(new EndMembership(crew.id(), gone.id, reason, gone.lastDay), day, stage);
        return gone;
    }

    private void replaces(Crew crew, LocalDate day, Stage stage) {
        Volunteer gone = crew.volunteers.getLast();
        Volunteer comes = casting.volunteer(MemberOrigin.YOUTH_UNION, false, gone.share, day);
        crew.volunteers.add(comes);
        send(new EnrolMember(crew.id(), comes.id, comes.organisation, day), day, stage);
        passOn(crew, gone, List.of(comes), day, stage);
    }

    private void leads(Crew crew, LocalDate day, Stage stage) {
        crew.leader = crew.volunteers.get(1).id;
        send(new AppointLeader(crew.id(), crew.leader, day), day, stage);
    }

    /** In the evening of that day, household by household, in turn. */
    private void passOn(Crew crew, Volunteer gone, List<Volunteer> heirs, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(18 * 3600);
        for (int i = 0; i < gone.homes.size(); i++) {
            DemoHousehold home = gone.homes.get(i);
            Volunteer heir = heirs.get(i % heirs.size());
            at = at.plusSeconds(chance.between(20, 60));
            var command = new ReassignHousehold(home.id(), crew.id(), heir.id, day);
            stage.send(at, crew.leaderAccount(), chance.id(at), command, ScriptStep.ALONE);
            heir.homes.add(new DemoHousehold(home.id(), day, home.skill()));
        }
        gone.homes.clear();
    }

    private void send(Command command, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(8 * 3600 + 1800);
        stage.send(at, OFFICER, chance.id(at), command, ScriptStep.ALONE);
    }
}
