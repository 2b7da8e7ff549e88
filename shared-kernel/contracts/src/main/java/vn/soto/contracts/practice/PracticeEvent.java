package vn.soto.contracts.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.OfTeam;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Events of a good model. Its texts are public: they hold no personal data, and others are to repeat what they say. */
public sealed interface PracticeEvent extends ProductEvent, OfTeam {

    PracticeId practice();

    /** The team whose way of working it is. */
    @Override
    TeamId team();

    /** An event that says what the model is; the last one counts, as a whole. */
    sealed interface PracticeStated extends PracticeEvent {

        String title();

        String text();
    }

    @StoredAs("practice.described.v1")
    record PracticeDescribed(PracticeId practice, TeamId team, String title, String text) implements PracticeStated {}

    @CorrectsAny(PracticeStated.class)
    @StoredAs("practice.revised.v1")
    record PracticeRevised(PracticeId practice, TeamId team, String title, String text)
            implements PracticeStated, Correcting {}

    /** Nobody is to take it up any more; the reason is in the commit. */
    @StoredAs("practice.withdrawn.v1")
    record PracticeWithdrawn(PracticeId practice, TeamId team) implements PracticeEvent {}

    /**
     * Others are advised to take it up; the reason is in the commit.
     *
     * @param unit  all teams of which are meant; absent if only those named are
     * @param teams teams that are meant, sorted
     */
    @StoredAs("practice.recommended.v1")
    record PracticeRecommended(
            PracticeId practice, TeamId team, @Nullable UnitId unit, List<TeamId> teams) implements PracticeEvent {

        public PracticeRecommended {
            teams = Ascending.of(teams);
        }

        @Override
        public Set<String> tags() {
            Stream<String> named =
                    Stream.concat(Stream.of(team), teams.stream()).map(each -> "team:" + each);
            return (unit == null ? named : Stream.concat(named, Stream.of("unit:" + unit)))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** An event about a team that works by the model of another. */
    sealed interface PracticeFollowing extends PracticeEvent {

        TeamId follower();

        @Override
        default Set<String> tags() {
            return Set.of("team:" + team(), "team:" + follower());
        }
    }

    /** @param effectiveFrom first day on which the follower works by it */
    @StoredAs("practice.taken-up.v1")
    record PracticeTakenUp(PracticeId practice, TeamId team, TeamId follower, LocalDate effectiveFrom)
            implements PracticeFollowing, Dated.From {}

    /** The follower does not work by it any more; the reason is in the commit. */
    @StoredAs("practice.stopped.v1")
    record PracticeStopped(PracticeId practice, TeamId team, TeamId follower, LocalDate lastDay)
            implements PracticeFollowing, Dated.Until {}
}
