package vn.soto.query.activity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Documents;

/** Records of help in one line each, as known at a commit. */
@Component
public final class HelpLines {

    private final Documents documents;

    HelpLines(Documents documents) {
        this.documents = documents;
    }

    public Map<String, HelpLine> find(Collection<String> ids, long asOf) {
        Map<String, HelpLine> lines = new HashMap<>();
        documents
                .find(Assistance.KIND, ids)
                .forEach((id, record) ->
                        record.asOf(asOf).ifPresent(version -> lines.put(id, HelpLine.of(id, version.state()))));
        return lines;
    }

    /** The help that a household got in some quarters, the latest first, with what was taken back. */
    List<HelpLine> ofHousehold(String household, Collection<Quarter> quarters, long asOf) {
        Set<String> ids = documents
                .find(
                        HelpedInQuarter.KIND,
                        quarters.stream()
                                .map(quarter -> HelpedInQuarter.id(household, quarter))
                                .toList())
                .values()
                .stream()
                .flatMap(helped -> helped.assistances(asOf))
                .collect(Collectors.toSet());
        return find(ids, asOf).values().stream()
                .sorted(Comparator.comparing(HelpLine::day).reversed().thenComparing(HelpLine::assistance))
                .toList();
    }

    /** Those of some households that were helped in a quarter. */
    public Set<String> helped(Collection<String> households, Quarter quarter, long asOf) {
        Map<String, String> ids = households.stream()
                .distinct()
                .collect(Collectors.toMap(household -> HelpedInQuarter.id(household, quarter), household -> household));
        return documents.find(HelpedInQuarter.KIND, ids.keySet()).entrySet().stream()
                .filter(helped -> !helped.getValue().units(asOf).isEmpty())
                .flatMap(helped -> Stream.ofNullable(ids.get(helped.getKey())))
                .collect(Collectors.toSet());
    }
}
