package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.query.link.RefusedQueries;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.subject.IdKind;

/**
 * Refuses to answer for an ended unit whose list is now that of others, and names the units to ask, instead of an empty
 * list.
 */
@Component
public record EndedUnitLists(Units units, List<EndedUnitList> lists) implements RefusedQueries {

    /** Throws the problem of an ended unit whose list is empty. */
    public void check(String question, String unit, LocalDate day, long asOf) {
        if (asked(unit, day, asOf).isPresent()
                && lists.stream().anyMatch(list -> list.question().equals(question) && list.isEmpty(unit, day, asOf))) {
            lead(unit, day, asOf);
        }
    }

    /** Throws the problem of an ended unit; asked where the answer would be empty. */
    public void lead(String unit, LocalDate day, long asOf) {
        units.find(unit, day, asOf).ifPresent(found -> units.lead(found, day, asOf));
    }

    @Override
    public IdKind kind() {
        return IdKind.UNIT;
    }

    @Override
    public Set<String> about(String id, LocalDate day, long asOf) {
        return asked(id, day, asOf).stream()
                .flatMap(problem -> lists.stream().filter(list -> list.isEmpty(id, day, asOf)))
                .map(EndedUnitList::question)
                .collect(Collectors.toSet());
    }

    private Optional<QueryProblemException> asked(String unit, LocalDate day, long asOf) {
        return units.find(unit, day, asOf).flatMap(found -> units.askSuccessors(found, day, asOf));
    }
}
