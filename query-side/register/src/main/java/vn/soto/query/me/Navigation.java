package vn.soto.query.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Scope;
import vn.soto.query.link.Hyperlink;
import vn.soto.query.link.QuestionCatalogue;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.ReadingDecision;
import vn.soto.query.subject.IdKind;

/** The places that a page offers an account first, as questions it may ask: those of the field before those of the office. */
@Component
record Navigation(QuestionCatalogue questions, SubjectPeriods periods) {

    /** The current quarter where a right reaches. */
    String quarter(Scope scope, LocalDate today, long asOf) {
        IdKind kind = scope instanceof Scope.OfTeam ? IdKind.TEAM : IdKind.UNIT;
        String id = scope instanceof Scope.OfTeam(var team)
                ? team.value()
                : scope instanceof Scope.InUnit(var unit) ? unit.value() : "";
        return periods.quarterOf(kind, id, today, asOf).toString();
    }

    /** @param name name of the page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Destination(String href, @Nullable String name) {}

    /** A place, if the account may go there. */
    private record Candidate(String template, Map<String, String> named) {}

    /** @param member whom the account belongs to; absent if that is no member */
    List<Destination> places(Reader reader, @Nullable String member, long asOf, Locale language) {
        Map<String, Destination> places = new LinkedHashMap<>();
        LocalDate today = reader.rights().rights().day();
        for (Right right : reader.rights().all()) {
            for (Candidate place : candidates(right, member, scope -> quarter(scope, today, asOf))) {
                if (reader.decide(questions.requirement(place.template), place.named)
                        instanceof ReadingDecision.Allowed) {
                    Hyperlink link = questions.link(place.template, place.named, language);
                    places.putIfAbsent(link.href(), new Destination(link.href(), link.name()));
                }
            }
        }
        return List.copyOf(places.values());
    }

    private static List<Candidate> candidates(Right right, @Nullable String member, Function<Scope, String> quarter) {
        Scope scope = right.scope();
        return switch (right.role()) {
            case MEMBER -> ofMember(scope, member);
            case LEADER -> ofLeader(scope, quarter);
            case OFFICER -> ofOfficer(scope);
            case ADMINISTRATOR -> ofAdministrator(scope);
            case AUDITOR ->
                List.of(at("/api/corrections", Map.of()), at("/api/personal-data-reads", Map.of()), overview(scope));
            case VIEWER -> List.of(overview(scope));
            case ORGANISATION_OFFICER ->
                scope instanceof Scope.OfOrganisation(var organisation)
                        ? List.of(at("/api/organisations/{organisation}", Map.of("organisation", organisation.value())))
                        : List.of(at("/api/organisations", Map.of()));
            case OPERATOR -> List.of();
        };
    }

    private static Candidate at(String template, Map<String, String> named) {
        return new Candidate(template, named);
    }

    private static List<Candidate> ofMember(Scope scope, @Nullable String member) {
        List<Candidate> places = new ArrayList<>();
        if (member != null) {
            places.add(at("/api/members/{member}/follow-ups", Map.of("member", member)));
            places.add(at("/api/members/{member}/households", Map.of("member", member)));
            places.add(at("/api/members/{member}/activity", Map.of("member", member)));
        }
        if (scope instanceof Scope.OfTeam(var team)) {
            places.add(at("/api/teams/{team}/requests", Map.of("team", team.value())));
        }
        return places;
    }

    private static List<Candidate> ofLeader(Scope scope, Function<Scope, String> quarter) {
        return scope instanceof Scope.OfTeam(var team)
                ? List.of(
                        at("/api/teams/{team}", Map.of("team", team.value())),
                        at(
                                "/api/teams/{team}/reports/{quarter}",
                                Map.of("team", team.value(), "quarter", quarter.apply(scope))),
                        at("/api/corrections", Map.of("team", team.value())))
                : List.of(overview(scope));
    }

    private static List<Candidate> ofOfficer(Scope scope) {
        return scope instanceof Scope.InUnit(var unit)
                ? List.of(
                        overview(scope),
                        at("/api/teams", Map.of("unit", unit.value())),
                        at("/api/units/{unit}/reports", Map.of("unit", unit.value())),
                        at("/api/units/{unit}/households", Map.of("unit", unit.value(), "unassigned", "true")),
                        at("/api/units/{unit}/requests", Map.of("unit", unit.value())))
                : List.of(overview(scope), at("/api/teams", Map.of()));
    }

    private static List<Candidate> ofAdministrator(Scope scope) {
        return List.of(
                overview(scope),
                at("/api/plans", Map.of("state", "awaiting-approval")),
                at("/api/corrections", Map.of()),
                at("/api/policy", Map.of()),
                at("/api/personal-data-reads", Map.of()));
    }

    private static Candidate overview(Scope scope) {
        return scope instanceof Scope.InUnit(var unit)
                ? at("/api/dashboards/{unit}", Map.of("unit", unit.value()))
                : at("/api/units", Map.of());
    }
}
