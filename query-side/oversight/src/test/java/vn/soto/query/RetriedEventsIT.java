package vn.soto.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.report.ListedParts;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DelegatingDocuments;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.Projector;
import vn.soto.projection.ReadModel;
import vn.soto.projection.RowPage;
import vn.soto.projection.log.Log;
import vn.soto.projection.log.LogPage;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.ProjectedEvent;
import vn.soto.projection.source.TrackedCommit;
import vn.soto.query.household.EarlyHelp;
import vn.soto.query.report.FigurePart;
import vn.soto.query.report.FigureTeam;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Reform;
import vn.soto.query.testing.Sample;

/**
 * An event that fails waits with the later ones of its sequence, until they are retried after everything else. Whichever event that is,
 * each projector's documents then say what they would say if it had not failed.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RetriedEventsIT {

    private static final long SEED = Long.getLong("soto.seed", 20261201);
    private static final int STEPS = 300;
    private static final int FAILURES = Boolean.getBoolean("soto.long") ? 100 : 12;

    /**
     * Whether a record fits is said at an event of another sequence, by what was known of the record then. A retried event states the
     * record, and does not judge again what came between.
     */
    private static final Set<String> JUDGED = Set.of("left-behind", "left-behind-teams");

    private final Sample sample = Reform.after(new Sample(SEED, STEPS, true));
    private final QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe);
    private final List<ProjectedEvent> events = events();

    private List<ProjectedEvent> events() {
        List<ProjectedEvent> all = new ArrayList<>();
        long end = sample.scribe.ledger.tail().number();
        try (LedgerEventSource source =
                new LedgerEventSource(sample.scribe.ledger, sample.scribe.codec, 500, Duration.ofSeconds(1))) {
            for (long read = 0; read < end; ) {
                List<TrackedCommit> page = source.after(read);
                page.forEach(commit -> all.addAll(commit.events()));
                read = page.getLast().token().number();
            }
        }
        return all;
    }

    @AfterAll
    void close() {
        side.close();
    }

    @TestFactory
    Stream<DynamicTest> eachProjectorMakesUpForAnEventThatFailed() {
        return side.beans(Projector.class).stream()
                .filter(projector -> projector.own().isEmpty())
                .map(projector -> DynamicTest.dynamicTest(projector.name(), () -> retry(projector)));
    }

    private void retry(Projector projector) {
        List<ProjectedEvent> own = events.stream()
                .filter(event -> projector.handles(event.event().getClass()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        Map<String, Object> undisturbed = folded(projector, own, List.of());
        Random random = new Random(SEED);
        for (int failure = 0; failure < FAILURES; failure++) {
            ProjectedEvent failed = own.get(random.nextInt(own.size()));
            Map<Boolean, List<ProjectedEvent>> waiting = own.stream()
                    .collect(Collectors.partitioningBy(
                            event -> event.at().position() >= failed.at().position()
                                    && sequence(projector, event).equals(sequence(projector, failed))));
            Map<String, Object> retried = folded(
                    projector, Objects.requireNonNull(waiting.get(false)), Objects.requireNonNull(waiting.get(true)));
            assertThat(Stream.of(undisturbed, retried)
                            .flatMap(all -> all.keySet().stream())
                            .filter(place -> !Objects.equals(undisturbed.get(place), retried.get(place)))
                            .distinct()
                            .map(place -> place + ": " + undisturbed.get(place) + " and not " + retried.get(place)))
                    .as(
                            "%s, seed %s, commit %s",
                            projector.name(), SEED, failed.at().commit())
                    .isEmpty();
        }
    }

    private static String sequence(Projector projector, ProjectedEvent event) {
        return event.event() instanceof DomainEvent known ? projector.sequence(known) : "unknown";
    }

    private static Map<String, Object> folded(
            Projector projector, List<ProjectedEvent> first, List<ProjectedEvent> then) {
        Written documents = new Written(new MemoryDocuments(), new HashMap<>());
        Batch.fold(projector, documents, first);
        then.forEach(event -> Batch.fold(projector, documents, List.of(event)));
        return documents.said();
    }

    private record Written(Documents documents, Map<DocumentType<?>, TreeSet<String>> ids)
            implements DelegatingDocuments {

        @Override
        public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
            written.forEach(document ->
                    ids.computeIfAbsent(kind, first -> new TreeSet<>()).add(document.id()));
            documents.write(kind, written);
        }

        /** Pages are part of their log or list, under whichever names; rows of a list have an order of their own. */
        private Map<String, Object> said() {
            Map<String, Object> said = new TreeMap<>();
            Map<String, LogPage<?, ?>> pages = new HashMap<>();
            Map<String, FigurePart> parts = new HashMap<>();
            ids.forEach((kind, some) -> some.forEach(id -> {
                switch (documents.find(kind, id).orElseThrow()) {
                    case LogPage<?, ?> page -> pages.put(kind.collection() + "/" + id, page);
                    case FigurePart part -> parts.put(id, part);
                    default -> {
                        // said by itself
                    }
                }
            }));
            ids.forEach((kind, some) -> some.stream()
                    .filter(id -> !JUDGED.contains(kind.collection()))
                    .forEach(id -> {
                        ReadModel document = documents.find(kind, id).orElseThrow();
                        String place = kind.collection() + "/" + id;
                        switch (document) {
                            case LogPage<?, ?> _ -> {
                                // said with its log
                            }
                            case FigureTeam team ->
                                team.parts()
                                        .lists()
                                        .forEach(list -> said.put(place + "/" + list.list(), kept(team, list, parts)));
                            case FigurePart _ -> {
                                // said with its list
                            }
                            case EarlyHelp early when early.helped().isEmpty() -> {
                                // the household has it
                            }
                            case Log<?, ?> log -> said.put(place, entries(kind, log, pages));
                            case RowPage<?> rows ->
                                add(
                                        place.replaceFirst("#\\d+$", ""),
                                        rows.rows().stream()
                                                .map(Object::toString)
                                                .toList(),
                                        said);
                            default -> said.put(place, document);
                        }
                    }));
            return said;
        }

        /** The positions of a list, however it is divided. */
        private static List<Long> kept(FigureTeam team, ListedParts list, Map<String, FigurePart> parts) {
            return list.names().stream()
                    .flatMap(name -> Stream.ofNullable(parts.get(team.id() + "/" + name)))
                    .flatMap(part -> part.events().positions().stream())
                    .sorted()
                    .toList();
        }

        private static void add(String place, List<String> rows, Map<String, Object> said) {
            said.merge(
                    place,
                    rows.stream().sorted().toList(),
                    (one, other) -> Stream.of(one, other)
                            .flatMap(each -> ((List<?>) each).stream())
                            .map(Object::toString)
                            .sorted()
                            .toList());
        }

        private static List<Object> entries(DocumentType<?> kind, Log<?, ?> log, Map<String, LogPage<?, ?>> pages) {
            List<Object> said = new ArrayList<>();
            for (int number = 0; number < log.starts().size(); number++) {
                Integer cut = log.starts().get(number).cut();
                LogPage<?, ?> page = requireNonNull(pages.get(
                        kind.collection() + "-history/" + log.id() + "/" + number + (cut == null ? "" : "/" + cut)));
                said.add(page.before());
                said.addAll(page.entries());
            }
            said.add(log.before());
            said.addAll(log.entries());
            said.add(log.after() == null ? "" : log.after());
            return said;
        }
    }
}
