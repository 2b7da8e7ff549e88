package vn.soto.query.personfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/**
 * The files of a random year, counted again by looking for the text of each person's id in every stored event. Nothing
 * is missing, and nothing in them is about others alone.
 */
final class WholeFileIT {

    private static final int SOME = 24;
    private static final Sample SAMPLE = QuerySideFixture.Year.SAMPLE;

    private final EventLog scribe = SAMPLE.scribe;
    private final QuerySideFixture side =
            QuerySideFixture.Year.SIDE.upTo(scribe.ledger.tail().number());
    private final Json json = new Json(side.http("ADMINISTRATOR"));
    private final List<Stored> stored = stored();

    private record Stored(long position, String body) {

        boolean names(String id) {
            return body.contains("\"" + id + "\"") || body.contains(":" + id + "\"") || body.contains(id + "\\\"");
        }
    }

    private List<Stored> stored() {
        List<Stored> all = new ArrayList<>();
        for (Commit commit : scribe.ledger.commits(1, Integer.MAX_VALUE)) {
            IntStream.range(0, commit.events().size())
                    .forEach(index -> all.add(new Stored(
                            commit.first() + index, body(commit.events().get(index)))));
        }
        return all;
    }

    private static String body(RecordedEvent event) {
        return new String(event.payload().bytes(), StandardCharsets.UTF_8);
    }

    /** Ids of the sample tell their kind. */
    private Set<Subject> subjects() {
        Set<Subject> found = new TreeSet<>();
        Map<String, String> kinds = Map.of("m-", "member:", "h-", "household:", "b-", "business:", "r-", "request:");
        for (Stored event : stored) {
            for (String text : event.body().split("[\"\\\\:,{}\\[\\]]", -1)) {
                kinds.forEach((prefix, kind) -> {
                    if (text.matches(prefix + "[0-9a-z-]+")) {
                        found.add(Subject.parse(kind + text));
                    }
                });
            }
        }
        return found;
    }

    @Test
    void aFileHoldsEveryEventThatNamesThePersonAndNoneOfAnother() {
        List<Subject> all = new ArrayList<>(subjects());
        Collections.shuffle(all, new Random(QuerySideFixture.Year.SEED));
        assertThat(all.stream().map(Subject::kind)).contains(SubjectKind.MEMBER, SubjectKind.HOUSEHOLD);
        for (Subject subject : all.subList(0, Math.min(SOME, all.size()))) {
            assertThat(positions(subject)).as("%s", subject).isEqualTo(expected(subject));
        }
    }

    /** The expected events, with the course of the requests that a household brought. */
    private List<Long> expected(Subject subject) {
        Set<String> ids = new HashSet<>(Set.of(subject.id()));
        if (subject.kind() == SubjectKind.HOUSEHOLD) {
            stored.stream()
                    .filter(event -> event.body().contains("\"household\":\"" + subject.id() + "\"")
                            && event.body().contains("\"requesterName\""))
                    .map(event -> event.body().replaceAll(".*\"request\":\"([^\"]+)\".*", "$1"))
                    .forEach(ids::add);
        }
        return stored.stream()
                .filter(event -> ids.stream().anyMatch(event::names))
                .map(Stored::position)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private List<Long> positions(Subject subject) {
        List<Long> found = new ArrayList<>();
        Object next = 0;
        while (next != null) {
            Map<String, Object> file = json.answer("/api/persons/" + subject + "/file?limit=50&from=" + next);
            for (Object event : (List<?>) Objects.requireNonNull(file.get("events"))) {
                found.add(((Number) Objects.requireNonNull(Json.map(event).get("position"))).longValue());
            }
            next = file.get("next");
            if (next == null) {
                assertThat(((Number) Objects.requireNonNull(file.get("total"))).intValue())
                        .isEqualTo(found.size());
            }
        }
        return found;
    }
}
