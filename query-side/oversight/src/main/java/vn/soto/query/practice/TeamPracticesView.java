package vn.soto.query.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * The good models of a team, its own and those it took up.
 *
 * @param caution  caution against comparing figures that stand side by side, in the reader's language
 * @param own      ids of those that it described
 * @param followed those that it took up, the latest first; at most ten
 */
record TeamPracticesView(TeamId team, String caution, List<OwnPractice> own, List<FollowedPractice> followed) {

    record OwnPractice(PracticeId practice, String title) {}

    /**
     * The figures of the quarters before the team took up a good model and since.
     *
     * @param team     team whose way of working it is
     * @param until    last day; absent while the team works by it
     * @param quarters from up to four before the one in which it was taken up, to the current one, oldest first; at most twelve
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FollowedPractice(
            PracticeId practice,
            String title,
            TeamId team,
            LocalDate since,
            @Nullable LocalDate until,
            List<FollowedQuarter> quarters) {}

    /** The place of a quarter beside the days on which the team works by the model. */
    enum Phase {
        BEFORE,
        /** It has days with and days without. */
        PARTLY,
        SINCE,
        AFTER
    }

    /** @param figures with their parts, as the team's report of the quarter would have them now */
    record FollowedQuarter(
            String quarter, LocalDate firstDay, LocalDate lastDay, Phase phase, List<QuarterFigure> figures) {}

    /**
     * @param name  in the reader's language, like {@code unit}, what is counted
     * @param value 0 if nothing counts
     */
    record QuarterFigure(@IdOf(IdKind.FIGURE) String code, String name, String unit, long value) {}
}
