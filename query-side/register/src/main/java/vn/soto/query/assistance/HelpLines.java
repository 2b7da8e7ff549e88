package vn.soto.query.assistance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
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
        Map<String, HelpLine> lines = new HashMap<>();
        in(stored.of(first, last), household)
                .flatMap(helped -> helped.known(asOf))
                .forEach(record -> record.asOf(asOf)
                        .ifPresent(version -> lines.put(record.id(), HelpLine.of(record.id(), version.state()))));
        return lines.values().stream()
                .filter(line -> !line.day().isBefore(first) && !line.day().isAfter(last))
                .sorted(Comparator.comparing(HelpLine::day).reversed().thenComparing(HelpLine::assistance))
                .toList();
    }

    private Stream<HelpedInQuarter> in(Collection<Quarter> quarters, String household) {
        return HelpedInQuarter.find(List.of(household), quarters, stored, documents).stream();
    }

    /** Whether a household was helped on the days of a quarter. */
    public boolean helped(String household, QuarterDays days, long asOf) {
        return stored.isOne(days)
                ? in(List.of(days.quarter()), household)
                        .anyMatch(helped -> !helped.units(asOf).isEmpty())
                : ofHousehold(household, days.firstDay(), days.lastDay(), asOf).stream()
                        .anyMatch(line -> !line.voided());
    }
}
