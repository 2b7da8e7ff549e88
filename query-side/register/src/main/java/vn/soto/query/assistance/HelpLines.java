package vn.soto.query.assistance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.projection.Documents;
import vn.soto.query.period.StoredQuarters;

/** Records of help in one line each, as known at a commit. */
@Component
public record HelpLines(Documents documents, StoredQuarters stored) {

    public Map<String, HelpLine> find(Collection<String> ids, long asOf) {
        Map<String, HelpLine> lines = new HashMap<>();
        documents
                .find(Assistance.KIND, ids)
                .forEach((id, record) ->
                        record.asOf(asOf).ifPresent(version -> lines.put(id, HelpLine.of(id, version.state()))));
        return lines;
    }

    /** The help that a household got between two days, the latest first, with what was taken back. */
    public List<HelpLine> ofHousehold(String household, LocalDate first, LocalDate last, long asOf) {
        Set<String> ids = documents
                .find(
                        HelpedInQuarter.KIND,
                        stored.of(first, last).stream()
                                .map(quarter -> HelpedInQuarter.id(household, quarter))
                                .toList())
                .values()
                .stream()
                .flatMap(helped -> helped.assistances(asOf))
                .collect(Collectors.toSet());
        return find(ids, asOf).values().stream()
                .filter(line -> !line.day().isBefore(first) && !line.day().isAfter(last))
                .sorted(Comparator.comparing(HelpLine::day).reversed().thenComparing(HelpLine::assistance))
                .toList();
    }

    /** Whether a household was helped on the days of a quarter. */
    public boolean helped(String household, QuarterDays days, long asOf) {
        return stored.isOne(days)
                ? documents
                        .find(HelpedInQuarter.KIND, HelpedInQuarter.id(household, days.quarter()))
                        .filter(helped -> !helped.units(asOf).isEmpty())
                        .isPresent()
                : ofHousehold(household, days.firstDay(), days.lastDay(), asOf).stream()
                        .anyMatch(line -> !line.voided());
    }
}
