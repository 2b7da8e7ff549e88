package vn.soto.projection.supposed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.Tail;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.PlainProjector;
import vn.soto.projection.ReadModel;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.supposed.Supposition.Supposed;

/** Events that nobody has recorded, in answers with them and without. */
final class SuppositionTest {

    private static final DocumentType<Listed> LISTS = new DocumentType<>("lists", Listed.class);
    private static final EventCodec CODEC = EventCodec.product();
    private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");
    private static final Tail TAIL =
            new Tail(7, 21, NOW, NOW, Tail.empty("test").chain());

    /** The households of a unit, and the commits that registered them. */
    private record Listed(@BsonId String id, List<String> households, List<Long> commits) implements ReadModel {

        Listed with(String household, long commit) {
            return new Listed(
                    id,
                    Stream.concat(households.stream(), Stream.of(household)).toList(),
                    Stream.concat(commits.stream(), Stream.of(commit)).toList());
        }
    }

    private static final class Register implements PlainProjector {

        @Override
        public void on(Object event, EventContext at, Batch batch) {
            HouseholdRegistered registered = (HouseholdRegistered) event;
            String unit = registered.unit().value();
            Listed list = batch.find(LISTS, unit).orElse(new Listed(unit, List.of(), List.of()));
            batch.put(LISTS, list.with(registered.household().value(), at.commit()));
        }

        @Override
        public List<DocumentType<?>> documentTypes() {
            return List.of(LISTS);
        }

        @Override
        public boolean handles(Class<?> event) {
            return event == HouseholdRegistered.class;
        }
    }

    private final MemoryDocuments store = new MemoryDocuments();
    private final SupposableDocuments documents = new SupposableDocuments(store);

    SuppositionTest() {
        write("h-1", 1);
    }

    /** As a projection does, of what is recorded. */
    private void write(String household, long commit) {
        Listed list = store.find(LISTS, "u").orElse(new Listed("u", List.of(), List.of()));
        store.write(LISTS, List.of(list.with(household, commit)));
    }

    private Supposition supposing(String household) {
        HouseholdRegistered event = new HouseholdRegistered(new HouseholdId(household), new UnitId("u"), "HO-9");
        RecordedEvent recorded = new RecordedEvent(
                "supposed.0",
                NOW,
                CODEC.typeOf(HouseholdRegistered.class),
                null,
                new TreeMap<>(),
                List.copyOf(event.tags()),
                CODEC.encode(event));
        return Supposition.of(
                documents, List.of(new Register()), TAIL, NOW, "an", List.of(new Supposed(event, recorded)));
    }

    private List<String> households() {
        return documents.find(LISTS, "u").map(Listed::households).orElse(List.of());
    }

    private List<String> with(Supposition supposition) {
        return supposition.with(asOf -> households());
    }

    private List<String> without(Supposition supposition) {
        return supposition.without(asOf -> households());
    }

    @Test
    void areInTheAnswerWithThemAlone() {
        Supposition supposition = supposing("h-2");
        assertThat(with(supposition)).containsExactly("h-1", "h-2");
        assertThat(without(supposition)).containsExactly("h-1");
        assertThat(households()).containsExactly("h-1");
        assertThat(supposition.changed()).containsExactly("u");
    }

    @Test
    void areAfterAllThatIsRecorded() {
        Supposition supposition = supposing("h-2");
        long without = supposition.without(asOf -> asOf);
        long with = supposition.with(asOf -> asOf);
        assertThat(without).isGreaterThan(TAIL.number() + 1_000);
        assertThat(with).isEqualTo(without + 1);
        List<Long> commits = supposition.with(
                asOf -> documents.find(LISTS, "u").map(Listed::commits).orElseThrow());
        assertThat(commits).containsExactly(1L, with);
    }

    /** The two answers differ by the events alone, whatever others record between them. */
    @Test
    void whatOthersRecordMeanwhileIsInNeitherAnswer() {
        Supposition supposition = supposing("h-2");
        assertThat(without(supposition)).containsExactly("h-1");
        write("h-3", 8);
        assertThat(with(supposition)).containsExactly("h-1", "h-2");
        assertThat(without(supposition)).containsExactly("h-1");
        assertThat(households()).containsExactly("h-1", "h-3");
        assertThat(with(supposing("h-2"))).containsExactly("h-1", "h-3", "h-2");
    }
}
