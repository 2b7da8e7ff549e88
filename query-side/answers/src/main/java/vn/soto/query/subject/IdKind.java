package vn.soto.query.subject;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The kinds of ids in answers: which query answers about an id, and which components of answers hold such ids. */
@SuppressWarnings("ImmutableEnumChecker") // an immutable list of names
public enum IdKind {
    UNIT(
            "/api/units/{unit}",
            "unit parent through coverage units notInForce authority actingUnit otherUnits recipient"),
    TEAM("/api/teams/{team}", "team teams absorbed successor otherTeam"),
    MEMBER("/api/members/{member}", "member members leader deputy joining leaving holders witness"),
    HOUSEHOLD("/api/households/{household}", "household survivor duplicates homes"),
    BUSINESS("/api/businesses/{business}", "business"),
    ASSISTANCE("/api/assistances/{assistance}", "assistance"),
    REQUEST("/api/requests/{request}", "request"),
    SESSION("/api/outreach/{session}", "session"),
    TRAINING("/api/trainings/{training}", "training"),
    ORGANISATION("/api/organisations/{organisation}", "organisation"),
    CAMPAIGN("/api/campaigns/{campaign}", "campaign"),
    ROUND("/api/recognition-rounds/{round}", "round"),
    /** A member or a team, written {@code member:<id>}; only of a round. */
    CANDIDATE("/api/recognition-rounds/{round}/candidates/{candidate}", "candidate"),
    /** Only of a candidate of a round. */
    CRITERION("/api/recognition-rounds/{round}/candidates/{candidate}/criteria/{criterion}", "criterion"),
    PRACTICE("/api/practices/{practice}", "practice"),
    /** Written {@code <unit>:<period>}. */
    STATEMENT("/api/stipends/{statement}", "statement otherStatement"),
    CALL_BACK_SAMPLE("/api/call-back-samples/{callBackSample}", "callBackSample"),
    FINDING("/api/findings/{finding}", "finding"),
    DATA_REQUEST("/api/data-requests/{dataRequest}", "dataRequest"),
    /** A member, a household, a business or a requester, written {@code member:<id>}. */
    PERSON("/api/persons/{subject}/file", "subject"),
    PLAN("/api/plans/{plan}", "plan undoes reversedBy"),
    ACCOUNT("/api/accounts/{account}", "account"),
    /** A name; commands are no part of the ledger. */
    COMMAND("/api/commands/{commandName}", "commandName"),
    /** Numbers, where the others are texts. */
    COMMIT("/api/commits/{commit}", "commit changed undone"),
    /** Of events, by their positions, which are numbers; only where an answer says so. */
    EVENT("/api/events/{position}", "position"),
    CORRELATION("/api/correlations/{correlation}", "correlation"),
    /** Only of a report, whose address names team and quarter. */
    FIGURE("/api/teams/{team}/reports/{quarter}/figures/{code}", "code"),
    /** Only of a dashboard, whose address names the unit. */
    UNIT_FIGURE("/api/dashboards/{unit}/figures/{code}", "code codes");

    private static final Map<String, IdKind> BY_COMPONENT = byComponent();

    private final String address;
    private final List<String> components;

    /** @param components separated by spaces, first the variable of the address */
    IdKind(String address, String components) {
        this.address = address;
        this.components = List.of(components.split(" ", -1));
    }

    private static Map<String, IdKind> byComponent() {
        Map<String, IdKind> kinds = new HashMap<>();
        Arrays.stream(values())
                .forEach(kind -> kind.components.forEach(component -> kinds.putIfAbsent(component, kind)));
        return Map.copyOf(kinds);
    }

    /** The kind of the ids in text components of this name. */
    public static Optional<IdKind> of(String component) {
        return Optional.ofNullable(BY_COMPONENT.get(component));
    }

    /** The kind that a variable or parameter of this name names; throws IllegalArgumentException if there is none. */
    public static IdKind named(String variable) {
        return Arrays.stream(values())
                .filter(kind -> kind.variable().equals(variable))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(variable));
    }

    /** The ids in a JSON object, such as a command, by the kinds that the names of its fields tell. */
    public static Map<IdKind, List<String>> in(JsonNode object) {
        Map<IdKind, List<String>> found = new EnumMap<>(IdKind.class);
        AnswerIds.in(object).forEach((kind, ids) -> found.put(kind, List.copyOf(ids)));
        return found;
    }

    /** The kind of subject that a query answers about. */
    public static Optional<IdKind> at(String template) {
        return Arrays.stream(values())
                .filter(kind -> kind.address.equals(template))
                .findFirst();
    }

    /** Address of the query about an id of this kind. */
    public String address() {
        return address;
    }

    /** Variable of the address that is the id. */
    public String variable() {
        return components.getFirst();
    }

    /** Its key in {@code Links.ids}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this key; throws IllegalArgumentException if there is none. */
    public static IdKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }
}
