package vn.soto.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where whoever reads goes first, as the frame of each page shows it: short names, and which one the page is at. */
public final class FirstPlaces {

    /** Beside the home; the home lists the rest. */
    private static final int SHOWN = 4;

    /** Ends of the addresses of places, and the texts that are their names, the more frequent first. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("/dashboards/[^/]+", "place.dashboards");
        NAMES.put("/teams/[^/]+", "place.team");
        NAMES.put("/teams", "place.teams");
        NAMES.put("/teams/[^/]+/reports/.*", "place.report");
        NAMES.put("/units/[^/]+/reports", "place.reports");
        NAMES.put("/units/[^/]+/households", "place.unassigned");
        NAMES.put("/(units|teams)/[^/]+/requests", "place.requests");
        NAMES.put("/members/[^/]+/follow-ups", "place.follow-ups");
        NAMES.put("/members/[^/]+/households", "place.households");
        NAMES.put("/members/[^/]+/activity", "place.activity");
        NAMES.put("/plans", "place.plans");
        NAMES.put("/corrections", "place.corrections");
        NAMES.put("/units", "place.units");
        NAMES.put("/policy", "place.policy");
        NAMES.put("/personal-data-reads", "place.reads");
    }

    private FirstPlaces() {}

    /** @param current whether the page is this place */
    public record Place(String href, String name, boolean current) {}

    /** The home, the form of a visit for who records visits, and the places that the answer about the reader names. */
    public static List<Place> of(PageContext page) {
        List<Place> places = new ArrayList<>(page.me().answer().get("places").items().stream()
                .map(place -> Addresses.page(place.get("href").text()))
                .filter(href -> !name(href).isEmpty())
                .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                .limit(page.records() ? SHOWN - 1 : SHOWN)
                .map(href ->
                        new Place(page.to(href), page.t(name(href)), path(href).equals(path(page.address()))))
                .toList());
        places.add(new Place(page.to("/") + "#doors", page.t("place.all"), false));
        if (page.records()) {
            places.addFirst(new Place(
                    "/visit", page.t("place.visit"), path(page.address()).equals("/visit")));
        }
        places.addFirst(new Place(
                page.to("/"), page.t("place.home"), path(page.address()).equals("/")));
        return places;
    }

    private static String name(String href) {
        return NAMES.entrySet().stream()
                .filter(name -> path(href).matches(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static int rank(String href) {
        return List.copyOf(NAMES.values()).indexOf(name(href));
    }

    private static String path(String address) {
        return address.split("\\?", 2)[0];
    }
}
