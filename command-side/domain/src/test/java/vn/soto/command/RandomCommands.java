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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.command.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.command.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.assistance.AssistanceCommand.VerifyAssistance;
import vn.soto.command.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.command.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.command.household.HouseholdCommand.AssignHousehold;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.shared.Command;
import vn.soto.command.team.TeamCommand.AppointLeader;
import vn.soto.command.team.TeamCommand.EndMembership;
import vn.soto.command.team.TeamCommand.EnrolMember;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Outcome;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Organisation;
import vn.soto.contracts.team.TeamId;

/** Commands over few teams, members, households and days, so that they often meet. */
final class RandomCommands {

    private static final TeamId NEAR_TEAM = new TeamId("team-3");
    private static final List<TeamId> TEAMS = List.of(TEAM, FAR_TEAM, NEAR_TEAM);
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
    private final List<AssistanceId> records = new ArrayList<>();
    private int asked;

    RandomCommands(RandomGenerator random) {
        this.random = random;
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

    /** In either hamlet, in turn. */
    static List<BusinessRegistered> businesses() {
        return BUSINESSES.stream()
                .map(business -> new BusinessRegistered(
                        business,
                        BusinessKind.HOUSEHOLD_BUSINESS,
                        BUSINESSES.indexOf(business) % 2 == 0 ? FAR_HAMLET : HAMLET,
                        "HKD-1",
                        null))
                .toList();
    }

    /** Later commands may be about this record. */
    void stands(AssistanceId record) {
        records.add(record);
    }

    Command next() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> new EnrolMember(team(), member(), Organisation.TEACHER, day());
            case 4 -> new EndMembership(team(), member(), EndReason.OTHER, day());
            case 5 -> new AppointLeader(team(), member(), day());
            case 6, 7 -> new AssignHousehold(any(HOUSEHOLDS), team(), member(), day());
            case 8, 9, 10 -> new ReassignHousehold(any(HOUSEHOLDS), team(), member(), day());
            case 15 -> records.isEmpty() ? record() : correct();
            case 16 -> records.isEmpty() ? record() : new VoidAssistance(any(records), "Ghi trùng");
            case 17 -> records.isEmpty() ? record() : followUp();
            case 18 -> records.isEmpty() ? record() : verify();
            case 19 -> random.nextInt(20) == 0 ? adopt() : record();
            default -> record();
        };
    }

    private RecordAssistance record() {
        AssistanceId id = new AssistanceId("a-" + asked);
        asked++;
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
                any(records), team(), member(), any(List.of(Outcome.values())), time(), followUpOn());
    }

    private VerifyAssistance verify() {
        return new VerifyAssistance(any(records), member(), any(List.of(Verification.values())), time());
    }

    /** The plan's services but for one, and a new one that is valid for some days. */
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
        return new AdoptServiceCatalogue(services, Samples.signedOn(Samples.FOUNDED), day());
    }

    private List<MemberId> helpers() {
        return random.nextBoolean() ? List.of(member()) : List.of(member(), member());
    }

    private Content content() {
        boolean procedure = random.nextInt(16) == 0;
        List<ServiceCode> services = new ArrayList<>(List.of(random.nextInt(8) == 0 ? any(CODES) : Samples.VNEID));
        if (procedure) {
            services.add(PROCEDURE);
        }
        return new Content(
                services,
                procedure == (random.nextInt(40) != 0) ? "1.004194" : null,
                Channel.HOME_VISIT,
                Mode.DEMONSTRATED,
                random.nextInt(8) == 0 ? any(List.of(Outcome.values())) : Outcome.DONE,
                time(),
                random.nextInt(4) == 0 ? followUpOn() : null);
    }

    /** Mostly of the last days, at times about as old as a record may be without a reason. */
    private Instant time() {
        Duration back = random.nextInt(8) == 0 ? Duration.ofHours(random.nextInt(29 * 24, 32 * 24)) : Duration.ZERO;
        return NOW.plus(Duration.ofHours(random.nextInt(-240, 3))).minus(back);
    }

    private @Nullable LocalDate followUpOn() {
        return random.nextInt(3) == 0 ? null : TODAY.plusDays(random.nextInt(-5, 10));
    }

    private LocalDate day() {
        return TODAY.plusDays(random.nextInt(-10, 4));
    }

    private TeamId team() {
        return any(TEAMS);
    }

    private MemberId member() {
        return any(MEMBERS);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
