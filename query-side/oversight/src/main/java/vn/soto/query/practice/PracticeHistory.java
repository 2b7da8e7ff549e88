package vn.soto.query.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.practice.PracticeEvent;
import vn.soto.contracts.practice.PracticeEvent.PracticeRecommended;
import vn.soto.contracts.practice.PracticeEvent.PracticeStated;
import vn.soto.contracts.practice.PracticeEvent.PracticeStopped;
import vn.soto.contracts.practice.PracticeEvent.PracticeTakenUp;
import vn.soto.contracts.practice.PracticeEvent.PracticeWithdrawn;
import vn.soto.contracts.practice.PracticeStage;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;

/** The records of a good model, oldest first. */
final class PracticeHistory {

    private final List<Statement> statements = new ArrayList<>();
    private final List<Recommendation> recommendations = new ArrayList<>();
    private final List<Following> followings = new ArrayList<>();
    private @Nullable Commit withdrawn;

    record Statement(PracticeStated stated, Commit commit) {}

    record Recommendation(PracticeRecommended recommended, Commit commit) {}

    /**
     * @param until last day; absent, like the commit of the end, while the team works by it
     */
    record Following(
            TeamId team,
            LocalDate since,
            Commit begin,
            @Nullable LocalDate until,
            @Nullable Commit end) {

        private boolean isOf(TeamId other) {
            return until == null && team.equals(other);
        }
    }

    void add(PracticeEvent event, Commit commit) {
        switch (event) {
            case PracticeStated stated -> statements.add(new Statement(stated, commit));
            case PracticeRecommended recommended -> recommendations.add(new Recommendation(recommended, commit));
            case PracticeTakenUp taken ->
                followings.add(new Following(taken.follower(), taken.effectiveFrom(), commit, null, null));
            case PracticeStopped stopped ->
                followings.replaceAll(known -> known.isOf(stopped.follower())
                        ? new Following(known.team, known.since, known.begin, stopped.lastDay(), commit)
                        : known);
            case PracticeWithdrawn _ -> withdrawn = commit;
        }
    }

    PracticeStage stage() {
        return new PracticeStage(withdrawn != null, followings.stream().anyMatch(following -> following.until == null));
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    List<Statement> statements() {
        return List.copyOf(statements);
    }

    Statement latest() {
        return statements.getLast();
    }

    TeamId team() {
        return latest().stated().team();
    }

    List<Recommendation> recommendations() {
        return List.copyOf(recommendations);
    }

    List<Following> followings() {
        return List.copyOf(followings);
    }

    /** The last time the team took it up. */
    Optional<Following> following(String team) {
        return followings.reversed().stream()
                .filter(each -> each.team.value().equals(team))
                .findFirst();
    }

    Optional<Commit> withdrawn() {
        return Optional.ofNullable(withdrawn);
    }
}
