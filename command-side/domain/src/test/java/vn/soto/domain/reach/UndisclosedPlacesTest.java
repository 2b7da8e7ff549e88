package vn.soto.domain.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.Samples.ASSISTANCE;
import static vn.soto.domain.Samples.BUSINESS;
import static vn.soto.domain.Samples.FAR_HAMLET;
import static vn.soto.domain.Samples.FAR_TEAM;
import static vn.soto.domain.Samples.HAMLET;
import static vn.soto.domain.Samples.HOUSEHOLD;
import static vn.soto.domain.Samples.TEAM;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.target.CampaignId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.training.TrainingId;
import vn.soto.domain.DomainModel;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;

/**
 * Every command, sent by those whose rights lie beside the first hamlet, about what lies there: once in the name of that hamlet's
 * team, once in that of the sender's own. Whatever person or record it names, the answer is that about an id of nowhere.
 */
final class UndisclosedPlacesTest {

    private static final String NOWHERE = "nowhere";

    /** What commands name in the first hamlet, each beside an id that nobody has. */
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
            Map.entry(RightsWorld.GRANT_OF_THE_VIEWER, new GrantId(NOWHERE)));

    private static final Map<Object, Object> IN_THE_NEXT_HAMLET = Map.of(TEAM, FAR_TEAM, HAMLET, FAR_HAMLET);

    private static final Map<Object, Object> IN_THE_OTHER_DISTRICT = Map.of(
            TEAM,
            RightsWorld.OTHER_TEAM,
            HAMLET,
            RightsWorld.OTHER_HAMLET,
            RightsWorld.COMPANY,
            RightsWorld.OTHER_COMPANY);

    /** Senders with what stands in the place of the first hamlet where they work. */
    private static final Map<String, Map<Object, Object>> SENDERS = Map.of(
            "member-beside", IN_THE_NEXT_HAMLET,
            "leader-beside", IN_THE_NEXT_HAMLET,
            "officer-beside", IN_THE_OTHER_DISTRICT,
            "admin-beside", IN_THE_OTHER_DISTRICT,
            "company-beside", IN_THE_OTHER_DISTRICT,
            "auditor", Map.of(),
            "viewer", Map.of(),
            "operator", Map.of(),
            "nobody", Map.of());

    /** Thrown instead of appending. */
    private static final class Accepted extends RuntimeException {}

    private final RightsWorld world = new RightsWorld();

    UndisclosedPlacesTest() {
        world.append(ledger -> draft -> {
            throw new Accepted();
        });
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

    private List<String> told(String sender, Command command) {
        List<String> told = new ArrayList<>();
        UNKNOWN.forEach((id, other) -> {
            Command unknown = (Command) with(Map.of(id, other), command);
            if (!unknown.equals(command)) {
                String about = answer(sender, command);
                String nothing = answer(sender, unknown).replace(NOWHERE, text(id));
                if (!about.equals(nothing) && !isTaken(about, command, id)) {
                    told.add("%s: %s about %s is told “%s”, about nothing “%s”"
                            .formatted(sender, Command.nameOf(command.getClass()), id, about, nothing));
                }
            }
        });
        return told;
    }

    private static String text(Object id) {
        return id instanceof Subject subject ? subject.id() : id.toString();
    }

    /** What the steps of a plan are about is known to the plans alone. */
    private static Stream<Class<? extends Command>> commands() {
        return DomainModel.commands().stream().filter(type -> type != ApprovePlan.class);
    }

    @Test
    void aRefusalIsTheSameForWhatLiesElsewhereAndForWhatLiesNowhere() {
        List<String> told = new ArrayList<>();
        SENDERS.forEach((sender, own) -> commands().forEach(type -> {
            Command command = CommandSpecimens.of(type);
            told.addAll(told(sender, command));
            if (!own.isEmpty()) {
                told.addAll(told(sender, (Command) with(own, command)));
            }
        }));

        assertThat(told).isEmpty();
    }
}
