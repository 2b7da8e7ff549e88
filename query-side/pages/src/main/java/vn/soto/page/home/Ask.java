package vn.soto.page.home;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.page.Addresses;

/**
 * A number that a home shows, as a question with the place of the number in its answer.
 *
 * @param key      text that says what the number counts
 * @param question address of the question
 * @param place    path of the number in the answer; of a list its length is the number
 * @param page     address at which the reader sees the counted things
 * @param urgent   whether somebody waits, or a day has passed
 */
record Ask(String key, String question, String place, String page, boolean urgent) {

    /** Something that waits for the reader. */
    static Ask waiting(String key, String question, String place) {
        return new Ask(key, counted(question), place, Addresses.page(question), false);
    }

    /** Something that is late already. */
    static Ask late(String key, String question, String place) {
        return new Ask(key, counted(question), place, Addresses.page(question), true);
    }

    /** A question that counts its own entries, asked for one entry at most. */
    private static String counted(String question) {
        String path = question.split("\\?", 2)[0];
        return Stream.of("/activity", "/requests", "/reports").anyMatch(path::endsWith)
                ? Addresses.with(question, "limit", "1")
                : question;
    }

    /** The same number, looked at on another page. */
    Ask at(String path) {
        return new Ask(key, question, place, path, urgent);
    }

    /** The same number of a quarter, where the question is about one. */
    Ask in(String quarter) {
        return question.endsWith("/households")
                ? this
                : new Ask(key, Addresses.with(question, "quarter", quarter), place, page, urgent);
    }

    /** The figures of an area that a home begins with. */
    static List<Ask> figures(String dashboard, String staff) {
        return List.of(
                waiting("home.assistances", dashboard, "total/assistances"),
                waiting("home.households", dashboard, "total/households"),
                waiting("home.self-performed", dashboard, "total/byMode/SELF_PERFORMED"),
                waiting("home." + staff, dashboard, "total/" + staff));
    }

    /** The figures of a member. */
    static List<Ask> ownFigures(String member) {
        String activity = "/api/members/" + member + "/activity";
        return List.of(
                waiting("home.assistances", activity, "assistances"),
                waiting("home.self-performed", activity, "byMode/SELF_PERFORMED"),
                waiting("home.own-households", "/api/members/" + member + "/households", "items"));
    }
}
