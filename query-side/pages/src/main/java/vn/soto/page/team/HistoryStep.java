package vn.soto.page.team;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;

/**
 * A team's history around one step of it. A step is a commit, because a card has no state between the events of one.
 *
 * @param here    events of the step that belong to the team, in their order; none if there is none by then
 * @param earlier events before it, the last first
 * @param later   events after it, the first first
 */
public record HistoryStep(List<Part> here, List<Part> earlier, List<Part> later) {

    /** Behind every position. */
    static final String END = Long.toString(Long.MAX_VALUE);

    private static final int TEN = 10;

    /** @param before answers the events up to the step, the last first; {@code after} those behind it, absent if none was asked for */
    static HistoryStep of(ApiAnswer before, @Nullable ApiAnswer after) {
        List<Part> entries = before.answer().get("entries").items();
        List<Part> later =
                after == null ? List.of() : after.answer().get("entries").items();
        if (entries.isEmpty()) {
            return new HistoryStep(List.of(), List.of(), later);
        }
        long commit = commit(entries.getFirst());
        List<Part> here =
                entries.stream().filter(entry -> commit(entry) == commit).toList();
        return new HistoryStep(here.reversed(), entries.subList(here.size(), entries.size()), later);
    }

    static long commit(Part entry) {
        return entry.get("commit").number();
    }

    /** The API's address of the team that an answer is about. */
    static String team(ApiAnswer answer) {
        return "/api/teams/" + answer.variables().get("team");
    }

    public boolean isEmpty() {
        return here.isEmpty();
    }

    public long commit() {
        return commit(here.getFirst());
    }

    /** The last position of the step. */
    long position() {
        return here.getLast().get("position").number();
    }

    /** The commit one step back; 0 if there is none. */
    public long back() {
        return nth(earlier, 1);
    }

    /** Ten steps back, or as many as there are. */
    public long backTen() {
        return nth(earlier, TEN);
    }

    public long on() {
        return nth(later, 1);
    }

    public long onTen() {
        return nth(later, TEN);
    }

    private static long nth(List<Part> entries, int steps) {
        List<Long> commits = entries.stream()
                .map(HistoryStep::commit)
                .distinct()
                .limit(steps)
                .toList();
        return commits.isEmpty() ? 0 : commits.getLast();
    }

    /** Whether something happens in it that people stop at: a correction, a late record, or a step of a report. */
    public boolean isMark() {
        return here.stream()
                .anyMatch(entry -> entry.get("corrects").exists()
                        || !entry.get("late").isEmpty()
                        || entry.get("name").text().startsWith("quarterly-report."));
    }

    /** The first lines of either side, one for each step. */
    public static List<Part> lines(List<Part> entries, int most) {
        List<Part> lines = new ArrayList<>();
        for (Part entry : entries) {
            boolean isNew = lines.isEmpty() || commit(lines.getLast()) != commit(entry);
            if (lines.size() < most && isNew) {
                lines.add(entry);
            }
        }
        return lines;
    }
}
