package vn.soto.query.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Origin;
import vn.soto.projection.Documents;
import vn.soto.query.event.EventLoader;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventNames;
import vn.soto.query.event.EventSentences;
import vn.soto.query.event.Place;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.reading.EventSubjects;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.timeline.MadeCorrectionProjector.CorrectionRow;
import vn.soto.query.unit.UnitAreas;
import vn.soto.query.unit.Units;

/** Finds corrections, the last first, as far as their reader may see them. */
@Component
record CorrectionRegister(
        Documents documents,
        EventLoader events,
        EventLocations locations,
        CorrectionLinks links,
        CommitReasons reasons,
        EventSentences sentences,
        Units units) {

    private static final int AT_ONCE = 200;

    /** Rows looked at for one page; then the page ends, and the next one goes on. */
    private static final int MOST_LOOKED_AT = 4_000;

    /**
     * The conditions on corrections.
     *
     * @param unit  only those about what lies in a unit on {@code today}
     * @param first and {@code last}: days of recording
     * @param who   only those of an account
     */
    record Wanted(
            Optional<String> unit,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            Optional<String> who,
            LocalDate today) {

        boolean has(CorrectionRow row) {
            return first.filter(day -> row.day() < day.toEpochDay()).isEmpty()
                    && last.filter(day -> row.day() > day.toEpochDay()).isEmpty()
                    && who.filter(account -> !row.who().equals(account)).isEmpty();
        }
    }

    /** @param next position before which the next page begins; absent on the last */
    record Page(List<MadeCorrection> corrections, @Nullable Long next) {}

    Page page(Wanted wanted, long before, int limit, long asOf, Locale language) {
        UnitAreas areas = new UnitAreas(units, wanted.today, asOf);
        List<Body> found = new ArrayList<>();
        long next = before;
        int looked = 0;
        List<CorrectionRow> rows;
        do {
            rows = MadeCorrectionProjector.CORRECTIONS.newest(
                    MadeCorrectionProjector.ALL, next, AT_ONCE, asOf, wanted::has, documents);
            for (Body body : bodies(rows)) {
                if (found.size() <= limit
                        && EventLocations.isSeen(body.event(), body.commit())
                        && isIn(body, wanted, areas, asOf)) {
                    found.add(body);
                }
            }
            next = rows.isEmpty() ? next : rows.getLast().position();
            looked += rows.size();
        } while (found.size() <= limit && rows.size() == AT_ONCE && looked < MOST_LOOKED_AT);
        boolean more = found.size() > limit;
        List<Body> shown = found.subList(0, Math.min(limit, found.size()));
        Long goesOn = more ? (Long) shown.getLast().position() : rows.size() == AT_ONCE ? (Long) next : null;
        return new Page(views(shown, asOf, language), goesOn);
    }

    /** The last first. */
    private List<Body> bodies(List<CorrectionRow> rows) {
        return events.of(rows.stream()
                        .map(row -> new Place(row.position(), row.commit()))
                        .sorted(Comparator.comparingLong(Place::position))
                        .toList())
                .reversed();
    }

    private boolean isIn(Body body, Wanted wanted, UnitAreas areas, long asOf) {
        return wanted.unit
                .map(unit -> !EventSubjects.of(body.event()).isEmpty()
                        && locations.unitsOf(body.event(), wanted.today, asOf).stream()
                                .anyMatch(each -> areas.contains(unit, each)))
                .orElse(true);
    }

    private List<MadeCorrection> views(List<Body> bodies, long asOf, Locale language) {
        Map<Long, String> said = sentences.of(bodies, language, asOf);
        CorrectionLinks.Links found = links.of(bodies, asOf);
        return bodies.stream()
                .map(body -> view(
                        body,
                        said.get(body.position()),
                        found.corrects().get(body.event().id()),
                        language))
                .toList();
    }

    private MadeCorrection view(Body body, @Nullable String sentence, @Nullable Body corrected, Locale language) {
        CommitReasons.Shown reason = reasons.of(body.commit(), language);
        return new MadeCorrection(
                body.position(),
                body.commit().number(),
                body.event().id(),
                EventNames.of(body.event().type()),
                sentence,
                SeenEvent.of(body.event()).about(),
                body.commit().at(),
                body.commit().actor(),
                body.commit().origin() instanceof Origin.Command command ? command.name() : null,
                reason.why(),
                reason.code(),
                reason.text(),
                corrected == null ? null : CorrectedBy.of(corrected));
    }
}
