package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Scope;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.web.Language;
import vn.soto.web.Localized;

/** The names of the areas of rights. */
@Component
public record ScopeNames(KnownSubjects subjects) {

    /** The names on a day, as known at a commit, each with its id. */
    public List<Localized> of(List<Scope> scopes, LocalDate day, long asOf) {
        return scopes.stream().map(scope -> name(scope, day, asOf)).toList();
    }

    private Localized name(Scope scope, LocalDate day, long asOf) {
        return switch (scope) {
            case Scope.Everywhere _ -> locale -> Language.isEnglish(locale) ? "the whole ledger" : "toàn bộ sổ";
            case Scope.InUnit(var unit) -> named(IdKind.UNIT, unit.value(), day, asOf);
            case Scope.OfTeam(var team) -> named(IdKind.TEAM, team.value(), day, asOf);
            case Scope.OfOrganisation(var organisation) -> named(IdKind.ORGANISATION, organisation.value(), day, asOf);
        };
    }

    private Localized named(IdKind kind, String id, LocalDate day, long asOf) {
        String text = Optional.ofNullable(
                        subjects.names(kind, List.of(id), day, asOf).get(id))
                .flatMap(found -> found.name(day))
                .map(name -> name + " (" + id + ")")
                .orElse(id);
        return locale -> text;
    }
}
