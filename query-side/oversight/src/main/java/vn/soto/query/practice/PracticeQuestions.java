package vn.soto.query.practice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.practice.PracticeView.PracticePage;
import vn.soto.query.practice.TeamPracticesView.FollowedPractice;
import vn.soto.query.practice.TeamPracticesView.OwnPractice;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.query.team.Teams;
import vn.soto.web.EndpointRight;

/** Answers which good models there are, who takes them up, and what the figures of those are. */
@RestController
record PracticeQuestions(Practices practices, Teams teams, PracticeViews views, FollowedQuarters followed) {

    /** A good model is open to everybody who works with teams: it holds no personal data, and others are to repeat it. */
    @Bean
    static Subjects practiceSubjects(Practices practices) {
        SubjectLookup<PracticeHistory> known = SubjectLookup.each((id, day, asOf) -> practices.find(id, asOf));
        return Subjects.at(IdKind.PRACTICE, known.map(practice -> Locations.OPEN))
                .named(known.map(practice ->
                        Designated.called(null, practice.latest().stated().title())));
    }

    private static final Range FROM = new Range("from", 0, Integer.MAX_VALUE);

    private static final int MOST_FOLLOWED = 10;

    /** All good models, the latest first, from {@code from} on. */
    @Query(at = "/api/practices", right = EndpointRight.FIGURES)
    PracticePage all(Asked asked, @RequestParam Optional<Long> from, @RequestParam Optional<Long> limit) {
        int first = FROM.check(from).orElse(0L).intValue();
        int most = asked.limit(limit);
        List<Map.Entry<String, PracticeHistory>> found = practices.ids().stream()
                .flatMap(id -> practices.find(id, asked.asOf()).map(known -> Map.entry(id, known)).stream())
                .skip(first)
                .limit(most + 1L)
                .toList();
        return new PracticePage(
                found.stream()
                        .limit(most)
                        .map(each -> PracticeViews.summary(each.getKey(), each.getValue()))
                        .toList(),
                found.size() > most ? (Integer) (first + most) : null);
    }

    /** A good model with who recommended it and who took it up. */
    @Query(at = "/api/practices/{practice}", right = EndpointRight.FIGURES, of = "practice")
    PracticeView practice(Asked asked, @PathVariable String practice) {
        Locale language = asked.language();
        PracticeHistory known = find(practice, asked.asOf());
        asked.refusedNow(known.stage().refusals());
        return views.view(practice, known, language);
    }

    /** The good models of a team, and its figures before it took others up and since, by quarter. */
    @Query(at = "/api/teams/{team}/practices", right = EndpointRight.FIGURES, of = "team")
    TeamPracticesView ofTeam(Asked asked, @PathVariable String team) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        teams.requireKnown(team, asOf);
        LocalDate day = asked.today();
        Map<String, PracticeHistory> known = new LinkedHashMap<>();
        practices.of(team).forEach(id -> practices.find(id, asOf).ifPresent(found -> known.put(id, found)));
        return new TeamPracticesView(
                new TeamId(team),
                PracticeTexts.caution(language),
                known.entrySet().stream()
                        .filter(each -> each.getValue().team().value().equals(team))
                        .map(each -> new OwnPractice(new PracticeId(each.getKey()), title(each.getValue())))
                        .toList(),
                known.entrySet().stream()
                        .flatMap(each -> each.getValue().following(team).stream()
                                .map(following -> new FollowedPractice(
                                        new PracticeId(each.getKey()),
                                        title(each.getValue()),
                                        each.getValue().team(),
                                        following.since(),
                                        following.until(),
                                        followed.of(following, day, asOf, language))))
                        .limit(MOST_FOLLOWED)
                        .toList());
    }

    private static String title(PracticeHistory known) {
        return known.latest().stated().title();
    }

    private PracticeHistory find(String practice, long asOf) {
        return practices.find(practice, asOf).orElseThrow(() -> QueryProblemException.absent("practice", practice));
    }
}
