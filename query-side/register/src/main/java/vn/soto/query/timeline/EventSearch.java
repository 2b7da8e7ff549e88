package vn.soto.query.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.StatedReason;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.query.event.EventLoader;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventNames;
import vn.soto.query.event.EventSentences;
import vn.soto.query.event.Place;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.reading.EventSubjects;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.search.EventCondition;
import vn.soto.query.search.EventIndex;
import vn.soto.query.unit.UnitAreas;
import vn.soto.query.unit.Units;
import vn.soto.web.FoldedText;

/** Finds events by who, what, where, when and why, the last first, as far as their reader may see them. */
@Component
record EventSearch(
        EventIndex index,
        EventLoader events,
        EventLocations locations,
        CorrectionLinks links,
        CommitReasons reasons,
        EventSentences sentences,
        Units units) {

    private static final int AT_ONCE = 200;

    /** Events looked at for one page; then the page ends, and the next one goes on. */
    private static final int MOST_LOOKED_AT = 4_000;

    /**
     * The conditions on events.
     *
     * @param indexed those that the index decides
     * @param unit    only those about what lies in a unit on {@code today}
     * @param why     only those whose reason has words that begin so; the text beside a reason is not looked at
     */
    record Wanted(EventCondition indexed, Optional<String> unit, Optional<FoldedText> why, LocalDate today) {

        boolean hasReason(Commit commit) {
            return why.filter(words -> words(commit).noneMatch(reason -> reason.has(words)))
                    .isEmpty();
        }

        private static Stream<FoldedText> words(Commit commit) {
            String header = commit.reason();
            if (header == null) {
                return Stream.empty();
            }
            return switch (StatedReason.parse(header)) {
                case StatedReason.Uncoded words -> Stream.of(FoldedText.of(words.header()));
                case StatedReason.Coded coded ->
                    Stream.of(coded.code().vietnamese(), coded.code().english()).map(FoldedText::of);
            };
        }
    }

    /** @param next position before which the next page begins; absent on the last */
    record Found(List<FoundEvent> events, @Nullable Long next) {}

    Found find(Wanted wanted, long before, int limit, long asOf, Locale language) {
        if (wanted.indexed.about().filter(EventLocations::isOutside).isPresent()) {
            return new Found(List.of(), null);
        }
        UnitAreas areas = new UnitAreas(units, wanted.today, asOf);
        List<Body> found = new ArrayList<>();
        Map<String, Body> corrected = new HashMap<>();
        long next = before;
        int looked = 0;
        List<Place> places;
        do {
            places = index.newest(wanted.indexed, next, AT_ONCE, asOf);
            List<Body> seen = bodies(places).stream()
                    .filter(body -> wanted.hasReason(body.commit())
                            && EventLocations.isSeen(body.event(), body.commit())
                            && isIn(body, wanted, areas, asOf))
                    .toList();
            for (int from = 0; from < seen.size() && found.size() <= limit; ) {
                List<Body> some = seen.subList(from, Math.min(seen.size(), from + limit + 1 - found.size()));
                corrected.putAll(links.of(some, asOf).corrects());
                some.stream()
                        .filter(body -> !wanted.indexed.correcting() || isCorrection(body, corrected))
                        .forEach(found::add);
                from += some.size();
            }
            next = places.isEmpty() ? next : places.getLast().position();
            looked += places.size();
        } while (found.size() <= limit && places.size() == AT_ONCE && looked < MOST_LOOKED_AT);
        boolean more = found.size() > limit;
        List<Body> shown = found.subList(0, Math.min(limit, found.size()));
        Long goesOn = more ? (Long) shown.getLast().position() : places.size() == AT_ONCE ? (Long) next : null;
        return new Found(views(shown, corrected, asOf, language), goesOn);
    }

    private boolean isCorrection(Body body, Map<String, Body> corrected) {
        return corrected.containsKey(body.event().id()) || links.isCertainlyCorrection(body);
    }

    /** The last first. */
    private List<Body> bodies(List<Place> places) {
        return events.of(places.reversed()).reversed();
    }

    private boolean isIn(Body body, Wanted wanted, UnitAreas areas, long asOf) {
        return wanted.unit
                .map(unit -> !EventSubjects.of(body.event()).isEmpty()
                        && locations.unitsOf(body.event(), wanted.today, asOf).stream()
                                .anyMatch(each -> areas.contains(unit, each)))
                .orElse(true);
    }

    private List<FoundEvent> views(List<Body> bodies, Map<String, Body> corrected, long asOf, Locale language) {
        Map<Long, String> said = sentences.of(bodies, language, asOf);
        return bodies.stream()
                .map(body -> view(
                        body,
                        said.get(body.position()),
                        corrected.get(body.event().id()),
                        language))
                .toList();
    }

    private FoundEvent view(Body body, @Nullable String sentence, @Nullable Body corrected, Locale language) {
        CommitReasons.Shown reason = reasons.of(body.commit(), language);
        return new FoundEvent(
                body.position(),
                body.commit().number(),
                body.event().id(),
                EventNames.of(body.event().type()),
                sentence,
                SeenEvent.of(body.event()).about(),
                body.commit().at(),
                body.commit().actor(),
                body.commit().origin() instanceof Origin.Command command ? command.name() : null,
                reason,
                corrected == null ? null : CorrectedBy.of(corrected));
    }
}
