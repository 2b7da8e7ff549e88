package vn.soto.query.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A good model.
 *
 * @param team        team whose way of working it is
 * @param revisions   how often title and text were replaced
 * @param withdrawnAt absent while others may take it up
 * @param followers   teams that took it up, in the order of recording; a team that stopped and began again is there
 *     twice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PracticeView(
        PracticeId practice,
        TeamId team,
        String title,
        String text,
        @IdOf(IdKind.COMMIT) long commit,
        Instant at,
        @Doer String by,
        int revisions,
        @Nullable Instant withdrawnAt,
        List<Advice> recommendations,
        List<Follower> followers) {

    /**
     * @param unit  all teams of which are meant; absent if only those named are
     * @param teams teams that are meant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Advice(
            @Nullable UnitId unit,
            List<TeamId> teams,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            @JsonUnwrapped CommitReasons.Shown reason) {}

    /** @param until last day; absent while the team works by it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Follower(
            TeamId team,
            LocalDate since,
            @Nullable LocalDate until,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by) {}

    /**
     * A good model in a list.
     *
     * @param followers number of teams that work by it now
     */
    record PracticeSummary(
            PracticeId practice, TeamId team, String title, Instant at, boolean withdrawn, int followers) {}

    /** @param next {@code from} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PracticePage(
            List<PracticeSummary> practices, @Nullable Integer next) {}
}
