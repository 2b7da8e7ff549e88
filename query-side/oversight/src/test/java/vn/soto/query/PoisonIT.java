package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Projection;
import vn.soto.projection.progress.ProgressDatabase;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** An event a projection cannot apply becomes a visible dead letter, and other sequences continue. */
@Tag("slow")
final class PoisonIT {

    private final Sample sample = new Sample(5, 0);
    private final TeamId team = sample.teams.getFirst();

    private AssistanceRecorded help(String id, String unit) {
        return PlainEvents.help(
                id,
                team,
                Beneficiary.of(new HouseholdId("h-" + id), new UnitId(unit)),
                PlainEvents.content(Channel.HOME_VISIT, Mode.SELF_PERFORMED, Instant.parse("2026-08-01T01:00:00Z")));
    }

    private static long letters(QuerySideFixture side, String projection) {
        return side.projections().all().stream()
                .filter(p -> p.name().equals(projection))
                .mapToLong(Projection::deadLetters)
                .sum();
    }

    @Test
    void anUnknownEventIsSetAsideByAllWhoReadBodies() {
        sample.scribe.writeUnknown(help("x", "c0-r0"));
        long last = sample.scribe.write(help("y", "c0-r0")).number();
        try (QuerySideFixture side = QuerySideFixture.of(sample.scribe)) {
            Json json = new Json(side.upTo(last).http());
            assertThat(letters(side, "activity")).isEqualTo(1);
            assertThat(letters(side, "timeline")).isZero();
            assertThat(letters(side, "search")).isZero();
            assertThat(letters(side, "correlations")).isZero();
            // Timelines, correlations and the search read no bodies.
            int reading = side.projections().all().size() - 3;
            assertThat(json.freshness("/api/units")).containsEntry("deadLetters", reading);
            assertThat(Json.map(
                            json.answer("/api/dashboards/c0?quarter=2026-Q3").get("total")))
                    .containsEntry("assistances", 1);
            assertThat((List<?>) json.answer("/api/teams/" + team + "/timeline").getOrDefault("entries", List.of()))
                    .extracting(entry -> Json.map(entry).get("name"))
                    .containsExactly("team.formed.v2", "assistance.praised.v1", "assistance.recorded.v3");
            assertThat(side.health().getStatus().getCode()).isEqualTo("INCOMPLETE");
            assertThat(side.bean(MeterRegistry.class)
                            .get("soto.projection.dead.letters")
                            .tag("projection", "activity")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        }
    }

    /** A correction into a year without quarters fails after its record was taken back: that must not stay so. */
    @Test
    void anEventWhoseContentNobodyCanTakeHurtsNobodyElse() {
        Sample without = new Sample(5, 0);
        long last = writeAround(sample, poison -> sample.scribe.write(poison));
        writeAround(without, poison -> without.scribe.writeUnknown(poison));
        try (QuerySideFixture side = QuerySideFixture.of(sample.scribe);
                QuerySideFixture other = QuerySideFixture.of(without.scribe)) {
            Json json = new Json(side.upTo(last).http());
            assertThat(letters(side, "activity")).isEqualTo(1);
            assertThat(side.projections().deadLetters()).isEqualTo(1);
            assertThat(withoutFigures(side)).isEqualTo(withoutFigures(other.upTo(last)));
            assertThat(Json.map(json.answer("/api/dashboards/p?quarter=2026-Q3").get("total")))
                    .containsEntry("assistances", 1 + 2 * (sample.residential.size() - 1));
        }
    }

    private long writeAround(Sample into, Consumer<DomainEvent> writer) {
        AssistanceRecorded first = help("first", "c0-r0");
        into.scribe.write(first);
        List<String> others = into.residential.stream()
                .map(UnitId::value)
                .filter(unit -> !unit.equals("c0-r0"))
                .toList();
        others.forEach(unit -> into.scribe.write(help("before-" + unit, unit)));
        AssistanceContent content = first.content();
        writer.accept(new AssistanceCorrected(
                first.assistance(),
                first.team(),
                first.beneficiary(),
                null,
                new AssistanceContent(
                        content.services(), content.channel(), content.mode(), Instant.parse("3500-01-01T00:00:00Z")),
                first.categories(),
                null));
        others.forEach(unit -> into.scribe.write(help("after-" + unit, unit)));
        return into.scribe.ledger.tail().number();
    }

    /** A store that does not answer makes nobody a dead letter. */
    @Test
    void aStoreThatCannotBeReadIsWaitedFor() {
        long last = sample.scribe.write(help("y", "c0-r0")).number();
        AtomicInteger failures = new AtomicInteger();
        try (QuerySideFixture side = new QuerySideFixture(
                sample.scribe.ledger,
                sample.scribe.codec,
                sample.scribe.clock,
                Map.of(),
                real -> failing(real, failures))) {
            assertThat(side.upTo(last).projections().deadLetters()).isZero();
            assertThat(failures).hasValueGreaterThan(3);
        }
    }

    /**
     * Figures keep an event of any day, and so does what waits for the registration of its household; timelines keep one of any
     * content. No quarter asks for that one.
     */
    private static Map<String, List<BsonDocument>> withoutFigures(QuerySideFixture side) {
        Map<String, List<BsonDocument>> documents = side.documents();
        documents.keySet().removeAll(Set.of("counted-events", "counted-lists", "early-help", "team-timeline"));
        return documents;
    }

    private static MongoDatabase failing(MongoDatabase real, AtomicInteger failures) {
        return (MongoDatabase) Proxy.newProxyInstance(
                MongoDatabase.class.getClassLoader(),
                new Class<?>[] {MongoDatabase.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("getCollection")
                            && !ProgressDatabase.holds((String) arguments[0])
                            && failures.getAndIncrement() < 4) {
                        throw new MongoException("the store went away");
                    }
                    Object result = method.invoke(real, arguments);
                    return result instanceof MongoDatabase database ? failing(database, failures) : result;
                });
    }

    /** A void without its record fails; what follows in the same unit waits behind it, other units go on. */
    @Test
    void whatFollowsInTheSameSequenceWaits() {
        followsInTheSameSequence(QuerySideFixture::of);
    }

    @Test
    void whatFollowsInTheSameSequenceWaitsInMemoryToo() {
        followsInTheSameSequence(QuerySideFixture::inMemory);
    }

    private void followsInTheSameSequence(Function<EventLog, QuerySideFixture> store) {
        AssistanceRecorded missing = help("gone", "c0-r0");
        sample.scribe.write(new AssistanceVoided(missing.assistance(), missing.team(), missing.beneficiary()));
        sample.scribe.write(help("a", "c0-r0"));
        long last = sample.scribe.write(help("b", "c1-r0")).number();
        try (QuerySideFixture side = store.apply(sample.scribe)) {
            Json json = new Json(side.upTo(last).http());
            assertThat(letters(side, "activity")).isEqualTo(2);
            Map<String, Object> total =
                    Json.map(json.answer("/api/dashboards/p?quarter=2026-Q3").get("total"));
            assertThat(total).containsEntry("assistances", 1);
            Projection activity = side.projections().all().stream()
                    .filter(p -> p.name().equals("activity"))
                    .findFirst()
                    .orElseThrow();
            assertThat(activity.retry()).isEqualTo(2);
            activity.replay();
            side.replayed();
            assertThat(activity.deadLetters()).isEqualTo(2);
        }
    }
}
