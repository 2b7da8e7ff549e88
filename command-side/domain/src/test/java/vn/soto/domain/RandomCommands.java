package vn.soto.domain;

import static vn.soto.domain.SampleCommune.FAR_HAMLET;
import static vn.soto.domain.SampleCommune.FAR_TEAM;
import static vn.soto.domain.SampleCommune.HAMLET;
import static vn.soto.domain.SampleCommune.HUNG;
import static vn.soto.domain.SampleCommune.LAN;
import static vn.soto.domain.SampleCommune.MAI;
import static vn.soto.domain.SampleCommune.NOW;
import static vn.soto.domain.SampleCommune.TEAM;
import static vn.soto.domain.SampleCommune.TODAY;
import static vn.soto.domain.SampleCommune.TUAN;
import static vn.soto.domain.SampleCommune.form;
import static vn.soto.domain.SampleCommune.formTeam;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VerifyAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.shared.Command;

/** Random commands with few teams, members, households and days, so that they often concern the same ones. */
final class RandomCommands {

    private static final TeamId NEAR_TEAM = new TeamId("team-3");

    /** Number of latest teams that commands are about. */
    private static final int TEAMS = 4;

    private static final List<MemberId> MEMBERS = Stream.concat(
                    Stream.of(LAN, HUNG, MAI, TUAN), IntStream.range(0, 8).mapToObj(i -> new MemberId("m-" + i)))
            .toList();
    private static final List<HouseholdId> HOUSEHOLDS =
            IntStream.range(0, 30).mapToObj(i -> new HouseholdId("h-" + i)).toList();

    private static final List<BusinessId> BUSINESSES =
            IntStream.range(0, 6).mapToObj(i -> new BusinessId("b-" + i)).toList();

    private static final ServiceCode NEW_SERVICE = new ServiceCode("new-service");
    private static final ServiceCode PROCEDURE = new ServiceCode("public-service-procedure");
    private static final List<ServiceCode> CODES =
            List.of(NEW_SERVICE, PROCEDURE, new ServiceCode("passport"), new ServiceCode("nothing"));

    private final RandomGenerator random;
    private final RandomTeamCommands teamCommands;
    private final List<TeamId> teams = new ArrayList<>(List.of(TEAM, FAR_TEAM, NEAR_TEAM));
    private final List<AssistanceId> records = new ArrayList<>();
    private int dated;
    private int asked;
    private final List<HouseholdId> registered = new ArrayList<>(List.of(HOUSEHOLDS.getFirst()));

    RandomCommands(RandomGenerator random) {
        this.random = random;
        this.teamCommands = new RandomTeamCommands(random, MEMBERS, teams, TEAMS);
    }

    static List<Command> beginning() {
        List<Command> commands = new ArrayList<>(List.of(SampleCommune.units()));
        commands.add(formTeam());
        commands.add(SampleCommune.formFarTeam());
        commands.add(form(NEAR_TEAM, HAMLET, HUNG, MAI, TUAN));
        HOUSEHOLDS.forEach(household -> commands.add(
                SampleCommune.register(household, HOUSEHOLDS.indexOf(household) % 4 == 0 ? FAR_HAMLET : HAMLET)));
        BUSINESSES.forEach(business -> commands.add(register(business)));
        return commands;
    }

    /** Registers the businesses in the two hamlets alternately. */
    private static RegisterBusiness register(BusinessId business) {
        UnitId unit = BUSINESSES.indexOf(business) % 2 == 0 ? FAR_HAMLET : HAMLET;
        return new RegisterBusiness(business, BusinessKind.HOUSEHOLD_BUSINESS, unit, "HKD-1", null);
    }

    /** Adds a record that later commands can be about. */
    void add(AssistanceId record) {
        records.add(record);
    }

    Command next() {
        return switch (random.nextInt(32)) {
            case 0, 1, 2, 3, 4, 5, 6 -> teamCommands.next();
            case 7, 8, 9 -> new AssignHousehold(any(HOUSEHOLDS), team(), member(), laterDay());
            case 10, 11, 12, 13 -> new ReassignHousehold(any(HOUSEHOLDS), team(), member(), laterDay());
            case 14, 15, 16, 17, 18, 19 -> change(any(HOUSEHOLDS));
            case 20, 21 -> records.isEmpty() ? record() : correct();
            case 22 -> records.isEmpty() ? record() : new VoidAssistance(any(records), "Ghi trùng");
            case 23, 24 -> records.isEmpty() ? record() : followUp();
            case 25 -> records.isEmpty() ? record() : verify();
            case 26 -> random.nextInt(3) == 0 ? adopt() : record();
            default -> record();
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

    /** An extra household, so that withdrawals leave the regular ones in place. */
    private static HouseholdId next(List<HouseholdId> registered) {
        HouseholdId household = new HouseholdId("h-mistake-" + registered.size());
        registered.add(household);
        return household;
    }

    private UnitId unit() {
        return random.nextBoolean() ? HAMLET : FAR_HAMLET;
    }

    private RecordAssistance record() {
        AssistanceId id = new AssistanceId("a-" + asked++);
        int kind = random.nextInt(12);
        return new RecordAssistance(
                id,
                team(),
                kind < 9 ? any(HOUSEHOLDS) : null,
                kind == 9 || kind == 10 ? any(BUSINESSES) : null,
                kind == 11 || random.nextInt(40) == 0 ? any(List.of(HAMLET, FAR_HAMLET)) : null,
                helpers(),
                content(),
                null,
                random.nextBoolean() ? null : "Nhập lại từ sổ tay");
    }

    private CorrectAssistance correct() {
        return new CorrectAssistance(
                any(records), random.nextBoolean() ? null : helpers(), content(), null, null, null, "Nhập nhầm");
    }

    private FollowUpAssistance followUp() {
        return new FollowUpAssistance(
                any(records), team(), member(), any(List.of(AssistanceOutcome.values())), lately(), followUpOn());
    }

    private VerifyAssistance verify() {
        return new VerifyAssistance(any(records), member(), any(List.of(Verification.values())), lately());
    }

    /** The plan's services except one, and a new one that is valid for some days. */
    private AdoptServiceCatalogue adopt() {
        LocalDate first = day();
        List<Service> services = new ArrayList<>(PlanCatalogue.version1().services());
        services.remove(random.nextInt(services.size()));
        services.add(new Service(
                NEW_SERVICE,
                "Dịch vụ mới",
                "New service",
                ServiceCategory.OTHER,
                first,
                random.nextBoolean() ? null : first.plusDays(random.nextInt(6)),
                false));
        return new AdoptServiceCatalogue(services, SampleCommune.signedOn(SampleCommune.FOUNDED), day());
    }

    private List<MemberId> helpers() {
        return random.nextBoolean() ? List.of(member()) : List.of(member(), member());
    }

    private AssistanceContent content() {
        boolean procedure = random.nextInt(16) == 0;
        List<ServiceCode> services =
                new ArrayList<>(List.of(random.nextInt(8) == 0 ? any(CODES) : SampleCommune.VNEID));
        if (procedure) {
            services.add(PROCEDURE);
        }
        return new AssistanceContent(
                services,
                procedure == (random.nextInt(40) != 0) ? "1.004194" : null,
                Channel.HOME_VISIT,
                Mode.DEMONSTRATED,
                random.nextInt(8) == 0 ? any(List.of(AssistanceOutcome.values())) : AssistanceOutcome.DONE,
                time(),
                random.nextInt(4) == 0 ? followUpOn() : null);
    }

    /** Mostly a recent instant; sometimes one about as old as a record may be without a reason. */
    private Instant time() {
        Duration back = random.nextInt(8) == 0 ? Duration.ofHours(random.nextInt(29 * 24, 32 * 24)) : Duration.ZERO;
        return NOW.plus(Duration.ofHours(random.nextInt(-240, 3))).minus(back);
    }

    private Instant lately() {
        return NOW.plus(Duration.ofHours(random.nextInt(-72, 3)));
    }

    private @Nullable LocalDate followUpOn() {
        return random.nextInt(3) == 0 ? null : TODAY.plusDays(random.nextInt(-5, 10));
    }

    private LocalDate day() {
        return TODAY.plusDays(random.nextInt(-10, 4));
    }

    /** Advances slowly, because the changes of a household are in order. */
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
