package vn.soto.command;

import static vn.soto.command.Samples.FAR_HAMLET;
import static vn.soto.command.Samples.FAR_TEAM;
import static vn.soto.command.Samples.HAMLET;
import static vn.soto.command.Samples.HUNG;
import static vn.soto.command.Samples.LAN;
import static vn.soto.command.Samples.MAI;
import static vn.soto.command.Samples.NOW;
import static vn.soto.command.Samples.TEAM;
import static vn.soto.command.Samples.TODAY;
import static vn.soto.command.Samples.TUAN;
import static vn.soto.command.Samples.form;
import static vn.soto.command.Samples.formTeam;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.command.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.command.household.HouseholdCommand.AssignHousehold;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.shared.Command;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Commands over few teams, members, households and days, so that they often meet. */
final class RandomCommands {

    private static final TeamId NEAR_TEAM = new TeamId("team-3");

    /** Commands are about the teams formed last. */
    private static final int TEAMS = 4;

    private static final List<MemberId> MEMBERS = Stream.concat(
                    Stream.of(LAN, HUNG, MAI, TUAN), IntStream.range(0, 8).mapToObj(i -> new MemberId("m-" + i)))
            .toList();
    private static final List<HouseholdId> HOUSEHOLDS =
            IntStream.range(0, 30).mapToObj(i -> new HouseholdId("h-" + i)).toList();

    private final RandomGenerator random;
    private final RandomTeamCommands teamCommands;
    private final List<TeamId> teams = new ArrayList<>(List.of(TEAM, FAR_TEAM, NEAR_TEAM));
    private final List<AssistanceId> records = new ArrayList<>();

    RandomCommands(RandomGenerator random) {
        this.random = random;
        this.teamCommands = new RandomTeamCommands(random, MEMBERS, teams, TEAMS);
    }

    static List<Command> beginning() {
        List<Command> commands = new ArrayList<>(List.of(Samples.units()));
        commands.add(formTeam());
        commands.add(Samples.formFarTeam());
        commands.add(form(NEAR_TEAM, HAMLET, HUNG, MAI, TUAN));
        HOUSEHOLDS.forEach(household -> commands.add(
                Samples.register(household, HOUSEHOLDS.indexOf(household) % 4 == 0 ? FAR_HAMLET : HAMLET)));
        return commands;
    }

    Command next() {
        return switch (random.nextInt(17)) {
            case 0, 1, 2, 3, 4, 5 -> teamCommands.next();
            case 6, 7 -> new AssignHousehold(any(HOUSEHOLDS), team(), member(), day());
            case 8, 9, 10 -> new ReassignHousehold(any(HOUSEHOLDS), team(), member(), day());
            case 11, 12, 13, 14 -> record();
            case 15 -> records.isEmpty() ? record() : new CorrectAssistance(any(records), content(), "Nhập nhầm");
            default -> records.isEmpty() ? record() : new VoidAssistance(any(records), "Ghi trùng");
        };
    }

    private RecordAssistance record() {
        AssistanceId id = new AssistanceId("a-" + records.size());
        records.add(id);
        return new RecordAssistance(id, team(), any(HOUSEHOLDS), helpers(), content());
    }

    private List<MemberId> helpers() {
        return random.nextBoolean() ? List.of(member()) : List.of(member(), member());
    }

    private Content content() {
        return Samples.content(NOW.plus(Duration.ofHours(random.nextInt(-240, 3))));
    }

    private LocalDate day() {
        return TODAY.plusDays(random.nextInt(-10, 4));
    }

    private TeamId team() {
        return any(teams);
    }

    private MemberId member() {
        return any(MEMBERS);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
