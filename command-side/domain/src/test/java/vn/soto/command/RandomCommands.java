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
import vn.soto.command.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.command.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.household.HouseholdCommand.RegisterHousehold;
import vn.soto.command.household.HouseholdCommand.RelocateHousehold;
import vn.soto.command.household.HouseholdCommand.ReturnHousehold;
import vn.soto.command.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.command.household.HouseholdCommand.UnassignHousehold;
import vn.soto.command.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.command.shared.Command;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

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
    private int dated;
    private final List<HouseholdId> registered = new ArrayList<>(List.of(HOUSEHOLDS.getFirst()));

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
        return switch (random.nextInt(23)) {
            case 0, 1, 2, 3, 4, 5 -> teamCommands.next();
            case 6, 7 -> new AssignHousehold(any(HOUSEHOLDS), team(), member(), laterDay());
            case 8, 9, 10 -> new ReassignHousehold(any(HOUSEHOLDS), team(), member(), laterDay());
            case 11, 12, 13, 14 -> record();
            case 15, 16, 17, 18, 19, 20 -> change(any(HOUSEHOLDS));
            case 21 -> records.isEmpty() ? record() : new CorrectAssistance(any(records), content(), "Nhập nhầm");
            default -> records.isEmpty() ? record() : new VoidAssistance(any(records), "Ghi trùng");
        };
    }

    private Command change(HouseholdId household) {
        return switch (random.nextInt(8)) {
            case 0 -> new UnassignHousehold(household, laterDay(), null);
            case 1 -> new RelocateHousehold(household, unit(), laterDay());
            case 2 -> new MarkHouseholdLeft(household, laterDay());
            case 3 -> new ReturnHousehold(household, unit(), laterDay());
            case 4 -> new MergeDuplicateHouseholds(household, any(HOUSEHOLDS), "Đăng ký hai lần");
            case 5 -> new SeparateHouseholds(household, "Hai hộ khác nhau");
            case 6 -> new RegisterHousehold(next(registered), unit(), "KP1-0001");
            default -> new WithdrawRegistration(any(registered), "Nhập nhầm tệp");
        };
    }

    /** Households of their own, so that withdrawing them leaves the others something to do. */
    private static HouseholdId next(List<HouseholdId> registered) {
        HouseholdId household = new HouseholdId("h-mistake-" + registered.size());
        registered.add(household);
        return household;
    }

    private UnitId unit() {
        return random.nextBoolean() ? HAMLET : FAR_HAMLET;
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

    /** Moves on slowly, because the changes of a household are in order. */
    private LocalDate laterDay() {
        return TODAY.plusDays(random.nextInt(-10, 4) + ++dated / 50);
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
