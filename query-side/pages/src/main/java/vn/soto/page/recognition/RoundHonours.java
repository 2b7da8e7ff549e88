package vn.soto.page.recognition;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;

/** The honours of a round that were published: those in force, and those taken back. */
public final class RoundHonours {

    private RoundHonours() {}

    public static List<Part> inForce(ApiAnswer round) {
        return places(round)
                .filter(place -> !place.get("revoked").exists())
                .filter(place -> place.get("published").isTrue())
                .toList();
    }

    public static List<Part> revoked(ApiAnswer round) {
        return places(round).filter(place -> place.get("revoked").exists()).toList();
    }

    public static boolean isDecided(ApiAnswer round) {
        return round.answer().at("about/stage").text().equals("DECIDED");
    }

    private static Stream<Part> places(ApiAnswer round) {
        return round.answer().get("places").items().stream();
    }
}
