package vn.soto.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.query.team.TeamCard;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/** The recipients of reports. */
@Component
record Recipients(Units units) {

    /**
     * The recipient of a report submitted on a day, as the command side finds it; empty if the area lies in no commune.
     */
    Optional<Recipient> of(TeamCard card, QuarterDays days, LocalDate today, long asOf) {
        return Recipient.designated(
                communes(card.areaOn(today), today, asOf),
                communes(card.areaOn(days.firstDay()), days.firstDay(), asOf).keySet(),
                unit -> units.find(unit.value(), today, asOf)
                        .filter(UnitOnDay::inForce)
                        .isPresent());
    }

    private Map<UnitId, Long> communes(List<String> area, LocalDate day, long asOf) {
        UnitLineage lineage = units.lineage(area, day, asOf);
        return area.stream()
                .flatMap(unit -> commune(lineage.of(new UnitId(unit)).unit(), lineage, day, asOf).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Optional<UnitId> commune(UnitId unit, UnitLineage lineage, LocalDate day, long asOf) {
        Optional<UnitOnDay> known = units.find(unit.value(), day, asOf);
        return known.filter(found -> found.kind().communal())
                .map(found -> unit)
                .or(() -> known.map(UnitOnDay::parent)
                        .map(parent -> lineage.of(new UnitId(parent)).unit()));
    }

    /** The recipient for readers; the unit into which it was merged since acts for it. */
    ReportView.RecipientView view(Recipient recipient, LocalDate today, long asOf) {
        String acting = units.current(recipient.unit().value(), today, asOf);
        return new ReportView.RecipientView(
                recipient.unit(),
                units.find(recipient.unit().value(), today, asOf)
                        .map(UnitOnDay::name)
                        .orElse(recipient.unit().value()),
                acting.equals(recipient.unit().value()) ? null : new UnitId(acting),
                recipient.note(),
                recipient.others());
    }
}
