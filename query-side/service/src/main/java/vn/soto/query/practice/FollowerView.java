package vn.soto.query.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a team that took up a good model, by quarter. They stand side by side and say nothing of why they differ.
 *
 * @param until    last day; absent while the team works by it
 * @param caution  that, in the reader's language
 * @param quarters from up to four before the one in which it was taken up, to the current one, oldest first; at most twelve
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FollowerView(
        String practice,
        String team,
        LocalDate since,
        @Nullable LocalDate until,
        String caution,
        List<FollowedQuarter> quarters) {

    /** Where a quarter lies beside the days on which the team works by the model. */
    enum Position {
        BEFORE,
        /** It has days with and days without. */
        PARTLY,
        SINCE,
        AFTER
    }

    /** @param figures with their parts, as the team's report of the quarter would have them now */
    record FollowedQuarter(
            String quarter, LocalDate firstDay, LocalDate lastDay, Position position, List<QuarterFigure> figures) {}

    /**
     * @param name  in the reader's language, like {@code unit}, what is counted
     * @param value 0 if nothing counts
     */
    record QuarterFigure(String code, String name, String unit, long value) {}
}
