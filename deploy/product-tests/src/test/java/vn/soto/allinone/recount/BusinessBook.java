package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import vn.soto.allinone.recount.HouseholdBook.Home;

/** The businesses, as their events leave them. */
final class BusinessBook {

    /** The moves of a business, and its closings and reopenings by their days. */
    private record Known(List<Home> homes, NavigableMap<LocalDate, Boolean> turns) {

        /** It takes the place of those that were to follow it. */
        void turn(RawEvent event) {
            LocalDate day = event.day("/effectiveFrom");
            turns.tailMap(day, true).clear();
            turns.put(day, event.is("business.reopened"));
        }
    }

    private final Map<String, Known> businesses = new LinkedHashMap<>();

    static BusinessBook of(RawLedger ledger) {
        BusinessBook book = new BusinessBook();
        ledger.of("business.")
                .forEach(event -> on(
                        event,
                        book.businesses.computeIfAbsent(
                                event.text("/business"), id -> new Known(new ArrayList<>(), new TreeMap<>()))));
        return book;
    }

    private static void on(RawEvent event, Known business) {
        switch (event.name()) {
            case "business.registered" -> business.homes.add(new Home(event.text("/unit"), null));
            case "business.relocated" ->
                HouseholdBook.put(business.homes, new Home(event.text("/unit"), event.day("/effectiveFrom")));
            case "business.relocation-corrected" -> {
                HouseholdBook.redate(business.homes, event, new Home(event.text("/to"), event.day("/effectiveFrom")));
                business.homes.removeIf(home -> event.day("/enteredFrom").equals(home.from()));
            }
            case "business.closed", "business.reopened" -> business.turn(event);
            case "business.corrected" -> {
                // says nothing of this
            }
            default -> throw new IllegalStateException("not recounted: " + event);
        }
    }

    Set<String> ids() {
        return businesses.keySet();
    }

    String homeOn(String business, LocalDate day) {
        return HouseholdBook.homeOn(known(business).homes, day);
    }

    boolean isOpenOn(String business, LocalDate day) {
        Map.Entry<LocalDate, Boolean> turn = known(business).turns.floorEntry(day);
        return turn == null || turn.getValue();
    }

    private Known known(String business) {
        return Objects.requireNonNull(businesses.get(business), business);
    }
}
