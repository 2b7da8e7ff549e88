package vn.soto.domain.reach;

import static vn.soto.domain.SampleCommune.ASSISTANCE;
import static vn.soto.domain.SampleCommune.BUSINESS;
import static vn.soto.domain.SampleCommune.HAMLET;
import static vn.soto.domain.SampleCommune.HOUSEHOLD;
import static vn.soto.domain.SampleCommune.NOW;
import static vn.soto.domain.SampleCommune.TEAM;
import static vn.soto.domain.SampleCommune.TODAY;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.shared.Command;

/**
 * One specimen of a command, made from its record: every id names what lies in the first hamlet of {@link RightsWorld}. Only the
 * rights to it are of interest; most of its rules refuse it.
 */
final class CommandSpecimens {

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(Long.class, 1L),
            Map.entry(UnitId.class, HAMLET),
            Map.entry(TeamId.class, TEAM),
            Map.entry(MemberId.class, RightsWorld.ENGINEER),
            Map.entry(MemberOrigin.class, MemberOrigin.DIGITAL_COMPANY),
            Map.entry(HouseholdId.class, HOUSEHOLD),
            Map.entry(BusinessId.class, BUSINESS),
            Map.entry(AssistanceId.class, ASSISTANCE),
            Map.entry(OutreachId.class, RightsWorld.OUTREACH),
            Map.entry(CommunityGroupId.class, RightsWorld.GROUP),
            Map.entry(SupportRequestId.class, RightsWorld.REQUEST),
            Map.entry(TrainingId.class, RightsWorld.TRAINING),
            Map.entry(OrganisationId.class, RightsWorld.COMPANY),
            Map.entry(Organiser.class, Organiser.SUPPORTING_ORGANISATION),
            Map.entry(DataRequestId.class, RightsWorld.DATA_REQUEST),
            Map.entry(Subject.class, Subject.of(HOUSEHOLD)),
            Map.entry(ReportSampleId.class, RightsWorld.SAMPLE),
            Map.entry(CallBackSampleId.class, RightsWorld.CALL_BACK_SAMPLE),
            Map.entry(Reporter.class, Reporter.of(TEAM)),
            Map.entry(CampaignId.class, RightsWorld.CAMPAIGN),
            Map.entry(RoundId.class, RightsWorld.ROUND),
            Map.entry(Candidate.class, Candidate.of(TEAM)),
            Map.entry(PracticeId.class, RightsWorld.PRACTICE),
            Map.entry(StipendPeriod.class, StipendPeriod.parse("2026-Q2")),
            Map.entry(PlanId.class, RightsWorld.PLAN),
            Map.entry(AccountId.class, RightsWorld.VIEWER),
            Map.entry(GrantId.class, RightsWorld.GRANT_OF_THE_VIEWER),
            Map.entry(HolderId.class, new HolderId("holder-1")),
            Map.entry(Role.class, Role.AUDITOR),
            Map.entry(Area.class, Area.of(HAMLET)),
            Map.entry(ServiceCode.class, SampleCommune.VNEID),
            Map.entry(Quarter.class, new Quarter(2026, 3)),
            Map.entry(Sealed.class, new Sealed("s".repeat(40))),
            Map.entry(String.class, "Nội dung mẫu"),
            Map.entry(LocalDate.class, TODAY),
            Map.entry(Instant.class, NOW),
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(Boolean.class, true),
            Map.entry(boolean.class, true));

    private CommandSpecimens() {}

    static Command of(Class<? extends Command> type) {
        return type.cast(value(type, type));
    }

    private static Object value(Class<?> type, Type generic) {
        Object known = VALUES.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == List.class && generic instanceof ParameterizedType list) {
            Class<?> item = (Class<?>) list.getActualTypeArguments()[0];
            return List.of(value(item, item));
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new AssertionError("a specimen of " + type.getName() + " is needed in CommandSpecimens");
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable
        Object[] values = Stream.of(components)
                .map(component -> value(component.getType(), component.getGenericType()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a specimen of " + type.getName() + " is needed in CommandSpecimens", e);
        }
    }
}
