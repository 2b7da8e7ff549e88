package vn.soto.query.practice;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Commit;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.practice.PracticeHistory.Following;
import vn.soto.query.practice.PracticeHistory.Recommendation;
import vn.soto.query.practice.PracticeView.Advice;
import vn.soto.query.practice.PracticeView.Follower;
import vn.soto.query.practice.PracticeView.PracticeSummary;

/** Makes views of good models. */
@Component
record PracticeViews(CommitReasons reasons) {

    static PracticeSummary summary(String id, PracticeHistory known) {
        return new PracticeSummary(
                new PracticeId(id),
                known.team(),
                known.latest().stated().title(),
                known.latest().commit().at(),
                known.withdrawn().isPresent(),
                Math.toIntExact(known.followings().stream()
                        .filter(each -> each.until() == null)
                        .count()));
    }

    PracticeView view(String id, PracticeHistory known, Locale language) {
        Commit commit = known.latest().commit();
        return new PracticeView(
                new PracticeId(id),
                known.team(),
                known.latest().stated().title(),
                known.latest().stated().text(),
                commit.number(),
                commit.at(),
                commit.actor(),
                known.statements().size() - 1,
                known.withdrawn().map(Commit::at).orElse(null),
                known.recommendations().stream()
                        .map(each -> advice(each, language))
                        .toList(),
                known.followings().stream().map(PracticeViews::follower).toList());
    }

    private Advice advice(Recommendation recommendation, Locale language) {
        Commit commit = recommendation.commit();
        CommitReasons.Shown reason = reasons.of(commit, language);
        UnitId unit = recommendation.recommended().unit();
        return new Advice(
                unit, recommendation.recommended().teams(), commit.number(), commit.at(), commit.actor(), reason);
    }

    private static Follower follower(Following following) {
        return new Follower(
                following.team(),
                following.since(),
                following.until(),
                following.begin().number(),
                following.begin().at(),
                following.begin().actor());
    }
}
