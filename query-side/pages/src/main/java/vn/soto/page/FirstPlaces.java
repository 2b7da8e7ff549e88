package vn.soto.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The reader's first places, shown in the frame of each page: short names, and the place of this page. */
public final class FirstPlaces {

    /** Beside the home; the home lists the rest. */
    private static final int SHOWN = 4;

    /** Addresses of places and the texts that are their names, the more frequent first. */
    private static final List<Known> KNOWN = List.of(
            Known.of("/dashboards/[^/]+", "place.dashboards"),
            Known.of("/teams/[^/]+", "place.team"),
            Known.of("/teams", "place.teams"),
            Known.of("/teams/[^/]+/reports/.*", "place.report"),
            Known.of("/units/[^/]+/reports", "place.reports"),
            Known.of("/units/[^/]+/households", "place.unassigned"),
            Known.of("/(units|teams)/[^/]+/requests", "place.requests"),
            Known.of("/members/[^/]+/follow-ups", "place.follow-ups"),
            Known.of("/members/[^/]+/households", "place.households"),
            Known.of("/members/[^/]+/activity", "place.activity"),
            Known.of("/plans", "place.plans"),
            Known.of("/corrections", "place.corrections"),
            Known.of("/units", "place.units"),
            Known.of("/policy", "place.policy"),
            Known.of("/personal-data-reads", "place.reads"));

    private record Known(Pattern address, String text) {

        static Known of(String address, String text) {
            return new Known(Pattern.compile(address), text);
        }
    }

    /** @param rank among the places that are known */
    private record Ranked(String href, int rank) {}

    private FirstPlaces() {}

    /** @param current whether the page is this place */
    public record Place(String href, String name, boolean current) {}

    /** The home, the form of a visit for who records visits, and the places that the answer about the reader names. */
    public static List<Place> of(PageContext page) {
        List<Place> places = new ArrayList<>(page.me().answer().get("places").items().stream()
                .flatMap(place -> ranked(Addresses.page(place.get("href").text())))
                .sorted(Comparator.comparingInt(Ranked::rank))
                .limit(page.records() ? SHOWN - 1 : SHOWN)
                .map(place -> new Place(
                        page.to(place.href),
                        page.t(KNOWN.get(place.rank).text),
                        path(place.href).equals(path(page.address()))))
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

    /** Empty for a place without a short name. */
    private static Stream<Ranked> ranked(String href) {
        String path = path(href);
        return IntStream.range(0, KNOWN.size())
                .filter(rank -> KNOWN.get(rank).address.matcher(path).matches())
                .mapToObj(rank -> new Ranked(href, rank))
                .limit(1);
    }

    private static String path(String address) {
        return address.split("\\?", 2)[0];
    }
}
