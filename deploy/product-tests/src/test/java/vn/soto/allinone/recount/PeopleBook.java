package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The numbers of people of units that hold on a day, by unit and by whom they count. */
final class PeopleBook {

    private final Map<String, Map<String, Long>> numbers = new HashMap<>();

    static PeopleBook of(RawLedger ledger, LocalDate day) {
        Map<List<String>, TreeMap<LocalDate, Long>> stated = new HashMap<>();
        ledger.of("people-count.").forEach(event -> {
            TreeMap<LocalDate, Long> days =
                    stated.computeIfAbsent(List.of(event.text("/unit"), event.text("/people")), key -> new TreeMap<>());
            if (event.is("people-count.withdrawn")) {
                days.remove(event.day("/on"));
            } else {
                days.put(event.day("/on"), event.body().get("persons").asLong());
            }
        });
        PeopleBook book = new PeopleBook();
        stated.forEach((key, days) -> Optional.ofNullable(days.floorEntry(day))
                .ifPresent(last -> book.numbers
                        .computeIfAbsent(key.getFirst(), unit -> new TreeMap<>())
                        .put(key.getLast(), last.getValue())));
        return book;
    }

    /** The unit's own numbers, and of the others the sum of those of its parts if each has one. */
    Map<String, Long> of(String unit, Collection<String> parts) {
        Map<String, Long> known = new TreeMap<>();
        numbers.values().stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .filter(people -> !parts.isEmpty())
                .filter(people -> parts.stream()
                        .allMatch(part -> numbers.getOrDefault(part, Map.of()).containsKey(people)))
                .forEach(people -> known.put(
                        people,
                        parts.stream()
                                .mapToLong(part ->
                                        numbers.getOrDefault(part, Map.of()).getOrDefault(people, 0L))
                                .sum()));
        known.putAll(numbers.getOrDefault(unit, Map.of()));
        return known;
    }
}
