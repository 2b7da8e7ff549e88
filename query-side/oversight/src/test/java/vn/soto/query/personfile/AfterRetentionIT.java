package vn.soto.query.personfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.NamedSubjects;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.Subject;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** When names go because their time is over, no figure goes with them. */
final class AfterRetentionIT {

    private static final List<String> UNITS = List.of("p", "c0", "c1-r1");
    private static final List<String> QUARTERS = List.of("2026-Q2", "2026-Q3");

    private final Sample sample = new Sample(17, 150, true);
    private final EventLog scribe = sample.scribe;

    /** Of everybody whom the ledger names and has not erased yet. */
    private long eraseEverybody() {
        TreeSet<Subject> known = new TreeSet<>();
        TreeSet<Subject> erased = new TreeSet<>();
        scribe.ledger.events(0, Integer.MAX_VALUE).stream().map(scribe::decode).forEach(event -> {
            known.addAll(NamedSubjects.of(event));
            if (event instanceof PersonalDataErased gone) {
                erased.add(gone.subject());
            }
        });
        known.removeAll(erased);
        assertThat(known).hasSizeGreaterThan(30);
        int number = erased.size();
        long last = 0;
        for (Subject subject : known) {
            last = scribe.write(
                            new PersonalDataErased(subject, ErasureBasis.RETENTION_OVER, LocalDate.of(2026, 7, 1)),
                            new ErasureListed(subject, ++number))
                    .number();
        }
        return last;
    }

    private Map<String, Object> answers(QuerySideFixture side) {
        Json json = new Json(side.http("ADMINISTRATOR"));
        Map<String, Object> answers = new LinkedHashMap<>();
        addresses().forEach(address -> {
            var answer = json.ask(address, "vi");
            Map<String, Object> body = Json.map(answer.getResponseBody());
            answers.put(
                    address,
                    answer.getStatus().value() == 200
                            ? withoutMoment(Json.map(body.get("answer")))
                            : answer.getStatus());
        });
        return answers;
    }

    private Stream<String> addresses() {
        return Stream.of(
                        UNITS.stream()
                                .flatMap(unit -> QUARTERS.stream()
                                        .flatMap(quarter -> Stream.of("as-was", "as-now")
                                                .map(lens -> "/api/dashboards/" + unit + "?quarter=" + quarter
                                                        + "&boundaries=" + lens))),
                        sample.teams.stream()
                                .flatMap(team ->
                                        QUARTERS.stream().map(quarter -> "/api/teams/" + team + "/reports/" + quarter)),
                        UNITS.stream().map(unit -> "/api/units/" + unit + "/households"),
                        UNITS.stream().map(unit -> "/api/units/" + unit + "/requests?state=closed"))
                .flatMap(all -> all);
    }

    /** Leaves out the commit up to which a draft was derived, which is no figure. */
    private static Map<String, Object> withoutMoment(Map<String, Object> answer) {
        Map<String, Object> figures = new TreeMap<>(answer);
        figures.remove("pin");
        return figures;
    }

    @Test
    void everyDashboardAndReportIsTheSameBeforeAndAfter() {
        try (QuerySideFixture side =
                QuerySideFixture.inMemory(scribe).upTo(scribe.ledger.tail().number())) {
            Map<String, Object> before = answers(side);
            assertThat(before.values().stream().filter(Map.class::isInstance)).hasSizeGreaterThan(20);
            long last = eraseEverybody();
            assertThat(answers(side.upTo(last))).isEqualTo(before);
        }
    }
}
