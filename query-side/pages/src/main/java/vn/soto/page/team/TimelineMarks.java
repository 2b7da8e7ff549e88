package vn.soto.page.team;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The weeks in which something of a kind happened that people look for in a history, as a lane of ticks below its bars.
 *
 * @param kind  as the question names it
 * @param of    the history narrowed to the kind
 * @param lane  number of the lane, the first below the bars being 0
 */
public record TimelineMarks(String kind, ApiAnswer of, int lane, List<Tick> ticks) {

    public static final int HEIGHT = 12;

    /** Kinds with a lane of their own, in its order: where they stand in the answer that counts them. */
    private static final Map<String, String> COUNTS =
            Map.of("corrections", "corrections", "reports", "kinds/REPORTS", "team", "kinds/TEAM");

    private static final List<String> KINDS = List.of("corrections", "reports", "team");

    /** @param last the week's last day, to which the tick leads */
    public record Tick(String first, String last, Part count, double x) {}

    /** The questions that tell of the kinds that the team has events of. */
    static List<String> questions(ApiAnswer timeline, PageContext page) {
        return KINDS.stream()
                .filter(kind ->
                        timeline.answer().at(COUNTS.getOrDefault(kind, "")).number() > 0)
                .map(kind -> page.known(HistoryStep.team(timeline) + "/timeline?kind=" + kind + "&limit=1"))
                .toList();
    }

    /** @param answers to the questions, of those that could be answered */
    static List<TimelineMarks> of(List<ApiAnswer> answers, Weeks weeks) {
        return answers.stream()
                .filter(answer -> !answer.isProblem() && !weeks.bars().isEmpty())
                .flatMap(answer -> kind(answer).stream()
                        .map(kind -> new TimelineMarks(kind, answer, KINDS.indexOf(kind), ticks(answer, weeks))))
                .toList();
    }

    private static Optional<String> kind(ApiAnswer answer) {
        return KINDS.stream()
                .filter(kind -> answer.address().contains("kind=" + kind))
                .findFirst();
    }

    private static List<Tick> ticks(ApiAnswer answer, Weeks weeks) {
        LocalDate first = LocalDate.parse(weeks.first());
        double step = Weeks.WIDTH / ((ChronoUnit.DAYS.between(first, LocalDate.parse(weeks.last())) + 1) / 7.0);
        return answer.answer().get("perWeek").items().stream()
                .map(week -> {
                    LocalDate day = LocalDate.parse(week.get("week").text());
                    return new Tick(
                            day.toString(),
                            day.plusDays(6).toString(),
                            week.get("count"),
                            Math.round(ChronoUnit.WEEKS.between(first, day) * step * 100) / 100.0);
                })
                .filter(tick -> tick.x >= 0 && tick.x < Weeks.WIDTH)
                .toList();
    }

    /** The upper edge of the lane, below the bars. */
    public int top() {
        return Weeks.HEIGHT + 6 + lane * HEIGHT;
    }
}
