package vn.soto.query.team;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Origin;
import vn.soto.projection.Documents;
import vn.soto.query.event.EventLoader;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventNames;
import vn.soto.query.event.Place;
import vn.soto.query.person.CommitReasons;

/** Compares the cards of a team at two commits. */
@Component
record CardHistory(Documents documents, EventLoader events, CommitReasons reasons) {

    /** How often a field changed, and where it did last. */
    private record StepCount(Place last, int times) {}

    private record Differing(CardField field, List<String> old, List<String> now, StepCount steps) {}

    /** The fields that differ, in the order of the card. A field that changed and changed back does not. */
    List<CardChange> between(String team, long from, long to, Locale language) {
        List<TeamCard> versions = Team.VERSIONS.find(team, documents);
        Map<CardField, List<String>> before = at(versions, from);
        Map<CardField, List<String>> after = at(versions, to);
        Map<CardField, StepCount> steps = steps(versions, from, to, before);
        Set<CardField> fields = new LinkedHashSet<>(after.keySet());
        fields.addAll(before.keySet());
        List<Differing> differing = fields.stream()
                .filter(field -> !value(field, before).equals(value(field, after)))
                .map(field -> new Differing(
                        field, value(field, before), value(field, after), Objects.requireNonNull(steps.get(field))))
                .toList();
        Map<Long, Body> causes = new HashMap<>();
        events.of(differing.stream()
                        .map(each -> each.steps.last)
                        .distinct()
                        .sorted(Comparator.comparingLong(Place::position))
                        .toList())
                .forEach(body -> causes.put(body.position(), body));
        return differing.stream()
                .flatMap(each -> Optional.ofNullable(causes.get(each.steps.last.position()))
                        .map(cause -> change(each, cause, language))
                        .stream())
                .toList();
    }

    private static List<String> value(CardField field, Map<CardField, List<String>> card) {
        return card.getOrDefault(field, List.of());
    }

    private static Map<CardField, List<String>> at(List<TeamCard> versions, long commit) {
        return versions.stream()
                .filter(card -> card.commit() <= commit)
                .reduce((earlier, later) -> later)
                .map(CardField::of)
                .orElse(Map.of());
    }

    private static Map<CardField, StepCount> steps(
            List<TeamCard> versions, long from, long to, Map<CardField, List<String>> first) {
        Map<CardField, StepCount> steps = new LinkedHashMap<>();
        Map<CardField, List<String>> known = first;
        for (TeamCard card : versions) {
            if (card.commit() > from && card.commit() <= to) {
                Map<CardField, List<String>> before = known;
                Map<CardField, List<String>> next = CardField.of(card);
                Place here = new Place(card.position(), card.commit());
                Stream.concat(next.keySet().stream(), before.keySet().stream())
                        .distinct()
                        .filter(field -> !value(field, before).equals(value(field, next)))
                        .forEach(field -> steps.merge(
                                field, new StepCount(here, 1), (old, one) -> new StepCount(here, old.times + 1)));
                known = next;
            }
        }
        return steps;
    }

    private CardChange change(Differing each, Body cause, Locale language) {
        List<String> both =
                Stream.concat(each.old.stream(), each.now.stream()).distinct().toList();
        return new CardChange(
                each.field.name(),
                each.field.member(),
                each.old,
                each.now,
                each.field.isOfMembers() ? both.stream().map(MemberId::new).toList() : List.of(),
                each.field.isOfUnits() ? both.stream().map(UnitId::new).toList() : List.of(),
                cause(cause, language),
                each.steps.times);
    }

    private CardChange.Cause cause(Body body, Locale language) {
        CommitReasons.Shown reason = reasons.of(body.commit(), language);
        return new CardChange.Cause(
                body.position(),
                body.commit().number(),
                body.event().id(),
                EventNames.of(body.event().type()),
                body.commit().at(),
                body.commit().actor(),
                body.commit().origin() instanceof Origin.Command command ? command.name() : null,
                reason);
    }
}
