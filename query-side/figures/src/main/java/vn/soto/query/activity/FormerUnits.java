package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.query.activity.Dashboard.Former;
import vn.soto.query.activity.Dashboard.NotYet;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;
import vn.soto.query.unit.Units.TakenOver;
import vn.soto.web.EndpointRight;

/** The places of a quarter's figures if the unit did not exist yet: the units of which it was made. */
@Component
record FormerUnits(Units units, Dashboards dashboards) {

    /** Absent if the unit was there on the day of the boundaries. */
    @Nullable
    NotYet of(Dashboard asked, UnitQuarter quarter, LocalDate today, long asOf) {
        LocalDate day = asked.boundariesOn();
        Optional<UnitOnDay> planned = units.find(asked.unit().unit().value(), day, asOf)
                .filter(unit -> unit.status() == UnitOnDay.Status.PLANNED);
        if (planned.isEmpty()) {
            return null;
        }
        Map<String, TakenOver> taken = units.takenOver(asked.unit().unit().value(), today, asOf).stream()
                .collect(Collectors.toMap(TakenOver::unit, each -> each));
        Map<String, UnitOnDay> then = units.find(taken.keySet(), day, asOf);
        Set<String> seen = Reader.current().reached(EndpointRight.SUMS, IdKind.UNIT, taken.keySet());
        List<Former> former = taken.values().stream()
                .filter(each -> Optional.ofNullable(then.get(each.unit()))
                        .filter(UnitOnDay::inForce)
                        .isPresent())
                .sorted((one, other) -> one.unit().compareTo(other.unit()))
                .map(each -> former(
                        each,
                        UnitLine.of(Objects.requireNonNull(then.get(each.unit()))),
                        seen.contains(each.unit())
                                ? dashboards.find(each.unit(), quarter, Boundaries.AS_WAS, asOf, today)
                                : Optional.empty()))
                .toList();
        return new NotYet(planned.get().step().from(), former);
    }

    private static Former former(TakenOver taken, UnitLine unit, Optional<Dashboard> found) {
        return new Former(unit, taken.whole(), found.isPresent() ? found.get().total() : null);
    }
}
