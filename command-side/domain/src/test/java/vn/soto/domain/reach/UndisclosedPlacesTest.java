package vn.soto.domain.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.DomainModel;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.person.DataRequestCommand.ReceiveDataRequest;
import vn.soto.domain.plan.InternalPlanCommand.RecordPlanPart;
import vn.soto.domain.plan.InternalPlanCommand.SubmitPlan;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CommandRights;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.training.TrainingCommand.ScheduleTraining;

/**
 * Every command about a person or a record out of the sender's reach: the answer is that about an id of nowhere.
 * Senders beside the first hamlet, and those without a right, ask about things there, in the name of that hamlet's team
 * and of their own. Senders inside and above ask by commands that their role may not issue, and about things beyond
 * their area or in no unit.
 */
@Tag("slow")
final class UndisclosedPlacesTest extends SampleCommune {

    private static final String NOWHERE = "nowhere";
    private static final MemberId LEFT = new MemberId("m-left");

    /** The ids that commands name in the first hamlet, each beside an id that nobody has. */
    private static final Map<Object, Object> UNKNOWN = Map.ofEntries(
            Map.entry(RightsWorld.ENGINEER, new MemberId(NOWHERE)),
            Map.entry(HOUSEHOLD, new HouseholdId(NOWHERE)),
            Map.entry(BUSINESS, new BusinessId(NOWHERE)),
            Map.entry(ASSISTANCE, new AssistanceId(NOWHERE)),
            Map.entry(RightsWorld.OUTREACH, new OutreachId(NOWHERE)),
            Map.entry(RightsWorld.GROUP, new CommunityGroupId(NOWHERE)),
            Map.entry(RightsWorld.REQUEST, new SupportRequestId(NOWHERE)),
            Map.entry(RightsWorld.TRAINING, new TrainingId(NOWHERE)),
            Map.entry(RightsWorld.DATA_REQUEST, new DataRequestId(NOWHERE)),
            Map.entry(Subject.of(HOUSEHOLD), Subject.of(new HouseholdId(NOWHERE))),
            Map.entry(RightsWorld.SAMPLE, new ReportSampleId(NOWHERE)),
            Map.entry(RightsWorld.CALL_BACK_SAMPLE, new CallBackSampleId(NOWHERE)),
            Map.entry(RightsWorld.CAMPAIGN, new CampaignId(NOWHERE)),
            Map.entry(RightsWorld.ROUND, new RoundId(NOWHERE)),
            Map.entry(RightsWorld.PLAN, new PlanId(NOWHERE)),
            Map.entry(RightsWorld.VIEWER, new AccountId(NOWHERE)),
            Map.entry(RightsWorld.GRANT_OF_THE_VIEWER, new GrantId(NOWHERE)),
            Map.entry(new MemberId("m-3"), new MemberId(NOWHERE)),
            Map.entry(new AccountId("beyond"), new AccountId(NOWHERE)),
            Map.entry(new GrantId("g-beyond"), new GrantId(NOWHERE)),
            Map.entry(new PlanId("p-beyond"), new PlanId(NOWHERE)),
            Map.entry(new TrainingId("t-beyond"), new TrainingId(NOWHERE)),
            Map.entry(new HouseholdId("h-beyond"), new HouseholdId(NOWHERE)),
            Map.entry(Subject.of(new HouseholdId("h-beyond")), Subject.of(new HouseholdId(NOWHERE))),
            Map.entry(new BusinessId("b-beyond"), new BusinessId(NOWHERE)),
            Map.entry(new AssistanceId("a-beyond"), new AssistanceId(NOWHERE)),
            Map.entry(new OutreachId("o-beyond"), new OutreachId(NOWHERE)),
            Map.entry(new CommunityGroupId("c-beyond"), new CommunityGroupId(NOWHERE)),
            Map.entry(new SupportRequestId("r-beyond"), new SupportRequestId(NOWHERE)),
            Map.entry(new DataRequestId("d-beyond"), new DataRequestId(NOWHERE)));

    private static final Map<Object, Object> IN_THE_NEXT_HAMLET = Map.of(TEAM, FAR_TEAM, HAMLET, FAR_HAMLET);

    private static final Map<Object, Object> IN_THE_OTHER_DISTRICT = Map.of(
            TEAM,
            RightsWorld.OTHER_TEAM,
            HAMLET,
            RightsWorld.OTHER_HAMLET,
            RightsWorld.COMPANY,
            RightsWorld.OTHER_COMPANY);

    /** The ids of help by a member of the next team, recorded before leaving. */
    private static final Map<Object, Object> DONE_BEFORE_LEAVING =
            Map.of(TEAM, FAR_TEAM, HAMLET, FAR_HAMLET, RightsWorld.ENGINEER, LEFT, NOW, NOW.minus(Duration.ofDays(3)));

    /** Senders beside, and those without a right, with what stands in the place of the first hamlet where they work or worked. */
    private static final Map<String, Map<Object, Object>> BESIDE = Map.ofEntries(
            Map.entry("member-beside", IN_THE_NEXT_HAMLET),
            Map.entry("leader-beside", IN_THE_NEXT_HAMLET),
            Map.entry("left-beside", DONE_BEFORE_LEAVING),
            Map.entry("officer-beside", IN_THE_OTHER_DISTRICT),
            Map.entry("admin-beside", IN_THE_OTHER_DISTRICT),
            Map.entry("company-beside", IN_THE_OTHER_DISTRICT),
            Map.entry("auditor", Map.of()),
            Map.entry("viewer", Map.of()),
            Map.entry("operator", Map.of()),
            Map.entry("former-officer", Map.of()),
            Map.entry("nobody", Map.of()));

    /** Senders who work in the first hamlet or above it. */
    private static final Map<String, Role> INSIDE_OR_ABOVE = Map.of(
            "member-team", Role.MEMBER,
            "leader-team", Role.LEADER,
            "officer-hamlet", Role.OFFICER,
            "officer-commune", Role.OFFICER,
            "officer-district", Role.OFFICER,
            "company", Role.ORGANISATION_OFFICER,
            "admin-commune", Role.ADMINISTRATOR,
            "admin-district", Role.ADMINISTRATOR);

    /** The ids out of the reach of all of them: in the other district, or in no unit. */
    private static final Map<Object, Object> BEYOND = Map.ofEntries(
            Map.entry(RightsWorld.ENGINEER, new MemberId("m-3")),
            Map.entry(HOUSEHOLD, new HouseholdId("h-beyond")),
            Map.entry(Subject.of(HOUSEHOLD), Subject.of(new HouseholdId("h-beyond"))),
            Map.entry(BUSINESS, new BusinessId("b-beyond")),
            Map.entry(ASSISTANCE, new AssistanceId("a-beyond")),
            Map.entry(RightsWorld.OUTREACH, new OutreachId("o-beyond")),
            Map.entry(RightsWorld.GROUP, new CommunityGroupId("c-beyond")),
            Map.entry(RightsWorld.REQUEST, new SupportRequestId("r-beyond")),
            Map.entry(RightsWorld.DATA_REQUEST, new DataRequestId("d-beyond")),
            Map.entry(RightsWorld.VIEWER, new AccountId("beyond")),
            Map.entry(RightsWorld.GRANT_OF_THE_VIEWER, new GrantId("g-beyond")),
            Map.entry(RightsWorld.PLAN, new PlanId("p-beyond")),
            Map.entry(RightsWorld.TRAINING, new TrainingId("t-beyond")));

    /** Thrown instead of appending. */
    private static final class Accepted extends RuntimeException {}

    private final RightsWorld world = new RightsWorld();

    UndisclosedPlacesTest() {
        LocalDate yesterday = TODAY.minusDays(1);
        Scenario scenario = world.scenario()
                .planning(CommandSpecimens.of(VoidAssistance.class))
                .as("an");
        world.grant("former-officer", Role.OFFICER, Area.of(COMMUNE), FOUNDED, yesterday);
        scenario.given(
                new EnrolMember(FAR_TEAM, LEFT, MemberOrigin.YOUTH_UNION, FOUNDED),
                new EndMembership(FAR_TEAM, LEFT, EndReason.RESIGNED, yesterday));
        world.link("left-beside", LEFT);
        List<PlanStep> steps = List.of(new PlanStep(0, "void-assistance", "{}"));
        PlanId plan = new PlanId("p-beyond");
        scenario.given(
                grant(new AccountId("beyond"), "g-beyond", Role.VIEWER, null, FOUNDED),
                new ScheduleTraining(
                        new TrainingId("t-beyond"),
                        List.of(ServiceCategory.VNEID),
                        Organiser.PEOPLES_COMMITTEE,
                        null,
                        TODAY,
                        4),
                new RecordPlanPart(plan, 0, 0, PlanDigest.NONE, steps, "salt"),
                new SubmitPlan(
                        plan,
                        PlanKind.PROPOSAL,
                        1,
                        1,
                        PlanDigest.of(PlanDigest.NONE, steps),
                        List.of("void-assistance"),
                        null));
        recordsBeyond(scenario);
        world.append(ledger -> draft -> {
            throw new Accepted();
        });
    }

    private static void recordsBeyond(Scenario scenario) {
        HouseholdId household = new HouseholdId("h-beyond");
        MemberId helper = new MemberId("m-3");
        List<ServiceCategory> topics = List.of(ServiceCategory.VNEID);
        UnitId hamlet = RightsWorld.OTHER_HAMLET;
        TeamId team = RightsWorld.OTHER_TEAM;
        scenario.given(
                register(household, hamlet),
                new AssignHousehold(household, team, helper, FOUNDED),
                new RecordAssistance(new AssistanceId("a-beyond"), team, household, List.of(helper), content(NOW)),
                new RegisterBusiness(new BusinessId("b-beyond"), BusinessKind.COOPERATIVE, hamlet, "HKD-1", null),
                new ScheduleOutreach(new OutreachId("o-beyond"), team, hamlet, NOW, topics, OutreachChannel.CLASS),
                new RecordCommunityGroup(new CommunityGroupId("c-beyond"), team, 20, TODAY),
                receive(new SupportRequestId("r-beyond"), null, hamlet, TODAY),
                new ReceiveDataRequest(
                        new DataRequestId("d-beyond"), Subject.of(household), DataRequestKind.ACCESS, null, TODAY));
    }

    private String answer(String sender, Command command) {
        try {
            var _ = world.scenario().as(sender).send(command);
            throw new AssertionError("appended");
        } catch (RuleViolatedException e) {
            return e.rule() + " " + e.arguments();
        } catch (NotFoundException e) {
            return "absent " + e.kind() + " " + e.id();
        } catch (AggregateNotFoundException e) {
            NotFoundException target = NotFoundException.target(command, String.valueOf(e.getAggregateIdentifier()));
            return "absent " + target.kind() + " " + target.id();
        } catch (Accepted e) {
            return "accepted";
        } catch (AggregateStreamCreationException e) {
            return "exists";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static Object with(Map<Object, Object> others, Object value) {
        Object other = others.get(value);
        if (other != null) {
            return other;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> with(others, each)).toList();
        }
        return value instanceof Record record ? recordWith(others, record) : value;
    }

    private static Object recordWith(Map<Object, Object> others, Record record) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                components[i].getAccessor().setAccessible(true);
                Object value = components[i].getAccessor().invoke(record);
                values[i] = value == null ? null : with(others, value);
            }
            Constructor<?> constructor = record.getClass()
                    .getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(record.toString(), e);
        }
    }

    /** Whether the command may bring in the id: that it is taken elsewhere has to be told, and nothing more. */
    private static boolean bringsIn(Command command, Object id) {
        return command instanceof GrantRole
                || command instanceof LinkAccount
                || (id instanceof MemberId member
                        && UndisclosedPlaces.namedBy(command).contains(new CommandPlace.Person(member)));
    }

    private static boolean isTaken(String about, Command command, Object id) {
        return about.equals("exists") || (bringsIn(command, id) && about.matches("absent \\S+ " + text(id)));
    }

    /** One command about an id, and the same about an id that nobody has. */
    private record Asked(Object id, Command about, Command unknown) {}

    private static List<Asked> asked(Command command) {
        List<Asked> asked = new ArrayList<>();
        UNKNOWN.forEach((id, other) -> {
            Command unknown = (Command) with(Map.of(id, other), command);
            if (!unknown.equals(command)) {
                asked.add(new Asked(id, command, unknown));
            }
        });
        return asked;
    }

    private Stream<String> told(String sender, List<Asked> asked) {
        if (asked.isEmpty()) {
            return Stream.empty();
        }
        String about = answer(sender, asked.getFirst().about());
        return asked.stream().flatMap(each -> {
            String nothing = answer(sender, each.unknown()).replace(NOWHERE, text(each.id()));
            return about.equals(nothing) || isTaken(about, each.about(), each.id())
                    ? Stream.empty()
                    : Stream.of("%s: %s about %s is told “%s”, about nothing “%s”"
                            .formatted(sender, Command.nameOf(each.about().getClass()), each.id(), about, nothing));
        });
    }

    private static String text(Object id) {
        return id instanceof Subject subject ? subject.id() : id.toString();
    }

    @Test
    void aRefusalIsTheSameForWhatLiesElsewhereAndForWhatLiesNowhere() {
        assertThat(DomainModel.commands().stream().flatMap(type -> {
                    Command command = CommandSpecimens.of(type);
                    Map<Map<Object, Object>, List<Asked>> asked = new HashMap<>();
                    return BESIDE.entrySet().stream()
                            .flatMap(sender -> Stream.of(Map.of(), sender.getValue())
                                    .distinct()
                                    .flatMap(own -> told(
                                            sender.getKey(),
                                            asked.computeIfAbsent(own, in -> asked((Command) with(in, command))))));
                }))
                .isEmpty();
    }

    @Test
    void aRefusalTellsNothingToARoleThatMayNotIssueTheCommand() {
        assertThat(DomainModel.commands().stream().flatMap(type -> {
                    List<Asked> asked = asked(CommandSpecimens.of(type));
                    return INSIDE_OR_ABOVE.entrySet().stream()
                            .filter(sender -> !CommandRights.mayIssueAboutOwn(Set.of(sender.getValue()), type))
                            .flatMap(sender -> told(sender.getKey(), asked));
                }))
                .isEmpty();
    }

    @Test
    void aRefusalIsTheSameForWhatLiesBeyondAndForWhatLiesNowhere() {
        world.scenario().planning(register(new HouseholdId("h-planned"), RightsWorld.OTHER_HAMLET));
        assertThat(DomainModel.commands().stream().flatMap(type -> {
                    List<Asked> asked = asked((Command) with(BEYOND, CommandSpecimens.of(type))).stream()
                            .filter(each -> BEYOND.containsValue(each.id()))
                            .toList();
                    return INSIDE_OR_ABOVE.keySet().stream().flatMap(sender -> told(sender, asked));
                }))
                .isEmpty();
    }

    /** The plan lies in no unit: "an" submitted it. */
    @Test
    void whoMayApproveEachStepOfAPlanIsToldWhyItIsNotApproved() {
        ApprovePlan approve = new ApprovePlan(new PlanId("p-beyond"), null);

        assertThat(answer("officer-commune", approve)).isEqualTo("PROPOSER_AND_APPROVER_ARE_TWO_PERSONS []");
        assertThat(answer("officer-beside", approve)).isEqualTo("absent plan p-beyond");
    }
}
