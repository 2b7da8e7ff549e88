package vn.soto.page.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;
import vn.soto.page.activity.DashboardPage;

/**
 * Four steps with which a role begins; their texts are {@code help.<role>.<step>}.
 *
 * @param role   as the address of its page says it
 * @param places addresses of the steps; {@code {team}} and the like are replaced by the reader's own
 */
public record Tour(String role, List<String> places) {

    public static final List<Tour> ALL = List.of(
            new Tour("member", List.of("/", "/members/{member}/households", "/visit", "/members/{member}/activity")),
            new Tour("leader", List.of("/", "/teams/{team}/timeline", "/teams/{team}/reports/{quarter}", "/practices")),
            new Tour(
                    "officer",
                    List.of(
                            "/",
                            "/units/{unit}/reports?quarter={quarter}",
                            "/units/{unit}/reports/{quarter}",
                            "/units/{unit}/findings?quarter={quarter}")),
            new Tour("administrator", List.of("/plans?state=awaiting-approval", "/corrections", "/units", "/policy")),
            new Tour(
                    "auditor",
                    List.of("/", "/dashboards/{unit}?quarter={quarter}", "/units/{unit}/call-back-samples", "/verify")),
            new Tour(
                    "viewer",
                    List.of(
                            "/dashboards/{unit}?quarter={quarter}",
                            "/dashboards/{unit}/trend",
                            "/dashboards/{unit}?compare=yes&quarter={quarter}",
                            "/honours")),
            new Tour("operator", List.of("/status", "/help/words", "/help/words", "/verify")),
            new Tour(
                    "organisation-officer",
                    List.of(
                            "/organisations/{organisation}",
                            "/organisations/{organisation}",
                            "/organisations/{organisation}",
                            "/help/words")));

    public static Optional<Tour> of(String role) {
        return ALL.stream().filter(tour -> tour.role.equals(role)).findFirst();
    }

    public int steps() {
        return places.size();
    }

    /**
     * The address of a step, counted from 1: the reader's own team, area or report; their first page if they have none.
     *
     * @param me    answer about who reads, or a refusal
     * @param units the first of which is meant by a right over everything
     */
    public String place(int step, ApiAnswer me, ApiAnswer units) {
        String place = places.get(step - 1);
        Map<String, String> own = own(me, units);
        for (Map.Entry<String, String> each : own.entrySet()) {
            place = place.replace("{" + each.getKey() + "}", each.getValue());
        }
        return place.contains("{") ? "/" : place;
    }

    /** The reader's own things, by the names that places use. */
    private static Map<String, String> own(ApiAnswer me, ApiAnswer units) {
        Map<String, String> own = new TreeMap<>();
        put("member", me.ownMember().orElse(""), own);
        for (Part right : me.answer().get("rights").items()) {
            put("team", right.get("team").text(), own);
            put("unit", right.get("unit").text(), own);
            put("organisation", right.get("organisation").text(), own);
            if (right.get("everywhere").isTrue()) {
                put("unit", units.answer().at("0/unit").text(), own);
            }
        }
        String quarter = me.answer().get("quarter").text();
        if (!quarter.isEmpty()) {
            own.put("quarter", DashboardPage.before(quarter));
        }
        return own;
    }

    private static void put(String name, String value, Map<String, String> own) {
        if (!value.isEmpty()) {
            own.putIfAbsent(name, Addresses.encoded(value));
        }
    }
}
