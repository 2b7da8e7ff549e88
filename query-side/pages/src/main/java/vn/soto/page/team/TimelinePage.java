package vn.soto.page.team;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * A team's history step by step. The step is in the address ({@code at}, a commit, or {@code day}); without one it is
 * the last. The team's card as of that commit stands beside the event. {@code play} goes on by itself where scripts
 * run.
 */
@PageOf("/api/teams/{team}/timeline")
final class TimelinePage implements QuestionPage {

    private static final String AT = "at";
    private static final String DAY = "day";
    private static final String PLAY = "play";
    private static final String SCALE = "scale";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int BEFORE = 36;
    private static final int AFTER = 36;

    /** Answers about the step, before those about the marks. */
    private static final int BESIDE = 4;

    @Override
    public Set<String> options() {
        return Set.of(AT, DAY, PLAY, SCALE);
    }

    /** The events up to the step, as they were known then. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        String known = Addresses.with(
                events(answer) + "?before=" + HistoryStep.END + "&limit=" + BEFORE, "asOf", by(answer, page));
        return List.of(narrowed(known, page));
    }

    /**
     * Asks for the later events, the card as of the step, its changes in the card, and the team's corrections, reports
     * and changes over time.
     */
    @Override
    public List<String> thereafter(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        HistoryStep steps = HistoryStep.of(further.getFirst(), null);
        if (steps.isEmpty()) {
            return List.of();
        }
        String team = HistoryStep.team(answer);
        String later = events(answer) + "?from=" + (steps.position() + 1) + "&limit=" + AFTER;
        List<String> asked = new ArrayList<>(List.of(
                narrowed(page.known(later), page),
                team + "?asOf=" + steps.commit(),
                team + "/changes?asOf=" + steps.commit()));
        asked.addAll(TimelineMarks.questions(answer, page));
        return asked;
    }

    private static String events(ApiAnswer answer) {
        return HistoryStep.team(answer) + "/timeline";
    }

    private static String narrowed(String address, PageContext page) {
        return Addresses.with(address, "kind", page.parameter("kind"));
    }

    /** The commit or time of the step, and never later than the moment as of which the page is. */
    static String by(ApiAnswer answer, PageContext page) {
        Part moment = answer.freshness().get("moment");
        String at = page.option(AT);
        if (at.matches("[0-9]{1,15}")) {
            return Long.toString(
                    Math.min(Long.parseLong(at), moment.get("commit").number()));
        }
        Instant end = end(page.option(DAY));
        if (end != null && end.toString().compareTo(moment.get("at").text()) < 0) {
            return end.toString();
        }
        return moment.get("commit").text();
    }

    private static @Nullable Instant end(String day) {
        try {
            return LocalDate.parse(day)
                    .atTime(LocalTime.of(23, 59, 59))
                    .atZone(VIETNAM)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        ApiAnswer before = further.getFirst();
        HistoryStep steps = HistoryStep.of(before, further.size() > 1 ? further.get(1) : null);
        Map<String, Object> values = new HashMap<>();
        values.put("answer", answer);
        values.put("before", before);
        values.put("steps", steps);
        values.put("moves", HistoryLinks.of(steps, answer, page));
        values.put("kinds", KindChoice.of(answer, page));
        values.put("all", KindChoice.all(page));
        String day = steps.isEmpty()
                ? ""
                : page.format().isoDay(steps.here().getFirst().get("recorded").text());
        Weeks weeks = Weeks.of(
                answer.answer().get("perWeek"), day, !page.option(SCALE).equals("log"));
        values.put("weeks", weeks);
        values.put("marks", TimelineMarks.of(further.stream().skip(BESIDE).toList(), weeks));
        values.put("day", day);
        if (further.size() > 1) {
            values.put("after", further.get(1));
            values.put("card", further.get(2));
            values.put("changes", further.get(3));
        }
        return new View(page.t("team.history-of", answer.subject().orElse("")), "team/timeline.jte", values);
    }
}
