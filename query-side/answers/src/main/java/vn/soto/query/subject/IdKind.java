package vn.soto.query.subject;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;

/**
 * The kinds of ids in answers: which query answers about an id, and the type of such ids. Ids of the other kinds are
 * texts or numbers that {@link IdOf} marks.
 */
public enum IdKind {
    UNIT("/api/units/{unit}", UnitId.class),
    TEAM("/api/teams/{team}", TeamId.class),
    MEMBER("/api/members/{member}", MemberId.class),
    HOUSEHOLD("/api/households/{household}", HouseholdId.class),
    BUSINESS("/api/businesses/{business}", BusinessId.class),
    ASSISTANCE("/api/assistances/{assistance}", AssistanceId.class),
    REQUEST("/api/requests/{request}", SupportRequestId.class),
    SESSION("/api/outreach/{session}", OutreachId.class),
    TRAINING("/api/trainings/{training}", TrainingId.class),
    ORGANISATION("/api/organisations/{organisation}", OrganisationId.class),
    CAMPAIGN("/api/campaigns/{campaign}", CampaignId.class),
    ROUND("/api/recognition-rounds/{round}", RoundId.class),
    /** A member or a team, written {@code member:<id>}; only of a round. */
    CANDIDATE("/api/recognition-rounds/{round}/candidates/{candidate}"),
    /** Only of a candidate of a round. */
    CRITERION("/api/recognition-rounds/{round}/candidates/{candidate}/criteria/{criterion}"),
    PRACTICE("/api/practices/{practice}", PracticeId.class),
    /** Written {@code <unit>:<period>}. */
    STATEMENT("/api/stipends/{statement}"),
    CALL_BACK_SAMPLE("/api/call-back-samples/{callBackSample}", CallBackSampleId.class),
    FINDING("/api/findings/{finding}"),
    DATA_REQUEST("/api/data-requests/{dataRequest}", DataRequestId.class),
    /** A member, a household, a business or a requester, written {@code member:<id>}. */
    PERSON("/api/persons/{subject}/file", Subject.class),
    PLAN("/api/plans/{plan}", PlanId.class),
    ACCOUNT("/api/accounts/{account}", AccountId.class),
    /** A name; commands are no part of the ledger. */
    COMMAND("/api/commands/{commandName}"),
    /** Numbers, where the others are texts. */
    COMMIT("/api/commits/{commit}"),
    /** Of events, by their positions, which are numbers; only where an answer says so. */
    EVENT("/api/events/{position}"),
    CORRELATION("/api/correlations/{correlation}"),
    /** Only of a report, whose address names team and quarter. */
    FIGURE("/api/teams/{team}/reports/{quarter}/figures/{code}"),
    /** Only of a dashboard, whose address names the unit. */
    UNIT_FIGURE("/api/dashboards/{unit}/figures/{code}");

    private static final Map<Class<?>, IdKind> BY_TYPE = by(kind -> kind.type);
    private static final Map<String, IdKind> BY_VARIABLE = by(IdKind::variable);
    private static final Map<String, IdKind> BY_ADDRESS = by(IdKind::address);

    private final String address;
    private final String variable;
    private final String text = name().toLowerCase(Locale.ROOT);
    private final @Nullable Class<?> type;

    IdKind(String address) {
        this(address, null);
    }

    IdKind(String address, @Nullable Class<?> type) {
        this.address = address;
        this.variable = address.substring(address.lastIndexOf('{') + 1, address.lastIndexOf('}'));
        this.type = type;
    }

    /** Of several with the same key the first. */
    private static <K> Map<K, IdKind> by(Function<IdKind, @Nullable K> key) {
        Map<K, IdKind> kinds = new HashMap<>();
        for (IdKind kind : values()) {
            K found = key.apply(kind);
            if (found != null) {
                kinds.putIfAbsent(found, kind);
            }
        }
        return Map.copyOf(kinds);
    }

    /** The kind of the ids of a type. */
    public static Optional<IdKind> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The kind whose ids forms of commands call so, such as {@code support-request}. */
    static Optional<IdKind> ofForm(String name) {
        return BY_TYPE.entrySet().stream()
                .filter(each -> form(each.getKey()).equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String form(Class<?> type) {
        return type.getSimpleName()
                .replaceFirst("Id$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** The kind whose ids a variable or parameter of this name holds. */
    public static Optional<IdKind> ofVariable(String variable) {
        return Optional.ofNullable(BY_VARIABLE.get(variable));
    }

    /** The kind that a variable or parameter of this name names; throws IllegalArgumentException if there is none. */
    public static IdKind named(String variable) {
        return ofVariable(variable).orElseThrow(() -> new IllegalArgumentException(variable));
    }

    /** The kind of subject that a query answers about. */
    public static Optional<IdKind> at(String template) {
        return Optional.ofNullable(BY_ADDRESS.get(template));
    }

    /** Address of the query about an id of this kind. */
    public String address() {
        return address;
    }

    /** Variable of the address that is the id: the last. */
    public String variable() {
        return variable;
    }

    /** Its key in {@code Links.ids}. */
    public String text() {
        return text;
    }

    /** The kind with this key; throws IllegalArgumentException if there is none. */
    public static IdKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }
}
