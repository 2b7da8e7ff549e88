package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The groups of digital skills of a day: of the versions that stand, the one that began last; of one day, the last adopted. */
record SkillBook(List<String> groups, Map<String, String> groupOf) {

    /** Stands for the group of a service that has none. */
    static final String NONE = "";

    private static final String BY_SERVICE = "byCode.";

    static Optional<SkillBook> of(RawLedger ledger, LocalDate day) {
        Map<Long, RawEvent> standing = new TreeMap<>();
        ledger.of("catalogue.skill-groups-").forEach(event -> {
            if (event.is("catalogue.skill-groups-withdrawn")) {
                standing.remove(event.body().get("version").asLong());
            } else {
                standing.put(event.body().at("/groups/version").asLong(), event);
            }
        });
        return standing.values().stream()
                .filter(event -> !event.day("/groups/effectiveFrom").isAfter(day))
                .max(Comparator.comparing((RawEvent event) -> event.day("/groups/effectiveFrom"))
                        .thenComparingLong(RawEvent::position))
                .map(event -> of(event.body().get("groups")));
    }

    private static SkillBook of(JsonNode adopted) {
        List<String> groups = new ArrayList<>();
        adopted.get("groups").forEach(group -> groups.add(group.get("code").asString()));
        Map<String, String> groupOf = new HashMap<>();
        adopted.get("services")
                .forEach(each -> groupOf.put(
                        each.get("service").asString(), each.get("group").asString()));
        return new SkillBook(groups, groupOf);
    }

    /** Times that people were helped with a service of each group, none included, and of no group if there were any. */
    Map<String, Long> sums(Map<String, Long> figures) {
        Map<String, Long> sums = new TreeMap<>();
        groups.forEach(group -> sums.put(group, 0L));
        figures.forEach((figure, count) -> {
            if (figure.startsWith(BY_SERVICE)) {
                String service = figure.substring(BY_SERVICE.length());
                sums.merge(groupOf.getOrDefault(service, NONE), count, Long::sum);
            }
        });
        return sums;
    }
}
