package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackAnswered;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.audit.CallBackStratum;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.ledger.Commit;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.Projector;
import vn.soto.projection.ReadModelStore;
import vn.soto.projection.file.ReadModelsFile;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Reform;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.Drafts;
import vn.soto.testkit.GoldenList;

/** However the ledger reaches them, the read models are the same to the last document. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class ReplayIT {

    private static final long SEED = 20260930;
    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final int STEPS = LONG ? 2_500 : 150;
    private static final int SMALL_BATCH = LONG ? 3 : 20;
    private static final int AWAITED = LONG ? 10 : 25;
    private static final int SMALL_CACHE = 1 << 16;

    private final Sample sample = withAccounts(Reform.after(new Sample(SEED, STEPS, true)));

    @AutoClose
    private final QuerySideFixture atOnceSide = side(Map.of("soto.query.batch-size", 1000));

    private Map<String, List<BsonDocument>> atOnce = Map.of();

    private static Sample withAccounts(Sample sample) {
        AccountId an = new AccountId("an");
        GrantId first = new GrantId("g-1");
        sample.scribe.write(
                new RoleGranted(
                        an, first, Role.ADMINISTRATOR, Area.WHOLE, Sample.DAY, null, null, GrantApproval.BY_ONE_PERSON),
                new RoleHolderListed(Role.ADMINISTRATOR, an));
        LinkedPerson person = LinkedPerson.of(new MemberId("lan-1"));
        sample.scribe.write(new AccountLinked(an, person, Sample.DAY));
        sample.scribe.write(new GrantCorrected(an, first, Sample.DAY.plusDays(1), null, GrantApproval.BY_ONE_PERSON));
        sample.scribe.write(new GrantEnded(an, first, Sample.DAY.plusDays(9)));
        sample.scribe.write(new AccountUnlinked(an, person, Sample.DAY.plusDays(9), null));
        sample.scribe.write(new CallBackSampleDrawn(
                new CallBackSampleId("goi-lai"),
                sample.residential.getFirst(),
                new Quarter(2026, 3),
                new CallBackSelection(sample.teams.getFirst(), null, null, null),
                List.of(new AssistanceId("a-1")),
                1,
                30,
                List.of(new CallBackStratum(
                        sample.teams.getFirst(),
                        new MemberId("lan-1"),
                        1,
                        "ab".repeat(32),
                        List.of(new AssistanceId("a-1")))),
                "ef".repeat(32),
                1));
        sample.scribe.write(new CallBackAnswered(
                new CallBackSampleId("goi-lai"),
                sample.residential.getFirst(),
                new AssistanceId("a-1"),
                new MemberId("lan-2"),
                Verification.NOT_REACHED,
                Sample.DAY.atStartOfDay(VietnamTime.ZONE).toInstant()));
        return sample;
    }

    @BeforeAll
    void foldInBigBatches() {
        atOnce = atOnceSide.upTo(sample.scribe.ledger.tail().number()).documents();
        List<String> collections = kinds(atOnceSide)
                .map(DocumentType::collection)
                .distinct()
                .sorted()
                .toList();
        GoldenList.check("query-side/oversight", ReplayIT.class, "collections.txt", collections);
        assertThat(collections).containsAll(atOnce.keySet());
    }

    private static Stream<? extends DocumentType<?>> kinds(QuerySideFixture side) {
        return side.beans(Projector.class).stream().flatMap(projector -> projector.documentTypes().stream());
    }

    private QuerySideFixture side(Map<String, Object> settings) {
        return new QuerySideFixture(sample.scribe.ledger, sample.scribe.codec, sample.scribe.clock, settings);
    }

    @Test
    void documentsInMemoryAreTheSame() {
        long tail = sample.scribe.ledger.tail().number();
        try (QuerySideFixture inMemory = new QuerySideFixture(
                sample.scribe.ledger,
                sample.scribe.codec,
                sample.scribe.clock,
                Map.of("soto.query.batch-size", 50),
                ReadModelStore.inMemory())) {
            requireSame(inMemory.upTo(tail));
        }
    }

    private void requireSame(QuerySideFixture side) {
        Documents documents = side.bean(Documents.class);
        Documents stored = atOnceSide.bean(Documents.class);
        kinds(atOnceSide).forEach(kind -> {
            List<String> ids = ids(atOnce.getOrDefault(kind.collection(), List.of()));
            assertThat(documents.find(kind, ids))
                    .isEqualTo(stored.find(kind, ids))
                    .hasSameSizeAs(ids);
        });
    }

    @Test
    void documentsOfEachTypeHaveAPlaceOfTheirOwnAndAFormInTheFile(@TempDir Path folder) {
        List<? extends DocumentType<?>> kinds = atOnceSide.beans(Projector.class).stream()
                .filter(projector -> projector.own().isEmpty())
                .flatMap(projector -> projector.documentTypes().stream())
                .distinct()
                .toList();
        assertThat(kinds).extracting(DocumentType::collection).doesNotHaveDuplicates();
        try (ReadModelsFile file = open(folder, new EventLog())) {
            kinds.forEach(
                    kind -> assertThat(file.documents().find(kind, "none")).isEmpty());
        }
    }

    /** The cache holds a few documents only, so that most are read from the file and decoded. */
    @Test
    @Tag("long")
    void documentsInAFileAreTheSameAndEachStartGoesOn(@TempDir Path folder) {
        EventLog copy = new EventLog();
        long tail = sample.scribe.ledger.tail().number();
        long before = 0;
        for (long end : List.of(tail / 3, tail / 2, tail)) {
            sample.scribe.ledger.commits(before + 1, (int) (end - before)).forEach(commit -> append(commit, copy));
            try (ReadModelsFile file = open(folder, copy);
                    QuerySideFixture side = inFile(file, copy)) {
                assertThat(file.upTo()).as("so much was not folded again").isEqualTo(before);
                side.upTo(end);
            }
            before = end;
        }
        try (ReadModelsFile file = open(folder, copy);
                QuerySideFixture side = inFile(file, copy)) {
            assertThat(file.upTo()).isEqualTo(tail);
            requireSame(side);
        }
    }

    private static ReadModelsFile open(Path folder, EventLog log) {
        return ReadModelsFile.open(folder.resolve("read-models.sqlite"), "1", log.ledger, SMALL_CACHE);
    }

    private static QuerySideFixture inFile(ReadModelsFile file, EventLog log) {
        return new QuerySideFixture(log.lasting(), log.codec, log.clock, Map.of("soto.query.batch-size", 50), file);
    }

    private static List<String> ids(List<BsonDocument> documents) {
        return documents.stream()
                .map(document -> document.getString("_id").getValue())
                .toList();
    }

    @Test
    @Tag("long")
    void smallBatchesGiveTheSame() {
        try (QuerySideFixture side = side(Map.of("soto.query.batch-size", SMALL_BATCH, "soto.query.page-size", 7))) {
            assertThat(side.upTo(sample.scribe.ledger.tail().number()).documents())
                    .as("seed %s", SEED)
                    .isEqualTo(atOnce);
        }
    }

    @Test
    void aLedgerThatGrowsWhileItIsReadGivesTheSame() {
        EventLog copy = new EventLog();
        try (QuerySideFixture side = QuerySideFixture.of(copy)) {
            sample.scribe.ledger.commits(1, Integer.MAX_VALUE).forEach(commit -> {
                append(commit, copy);
                side.signal();
                if (commit.number() % AWAITED == 0) {
                    side.upTo(commit.number());
                }
            });
            assertThat(copy.ledger.tail()).isEqualTo(sample.scribe.ledger.tail());
            assertThat(side.upTo(copy.ledger.tail().number()).documents()).isEqualTo(atOnce);
        }
    }

    private static void append(Commit commit, EventLog copy) {
        copy.clock.set(commit.at());
        copy.ledger.append(Drafts.of(commit));
    }

    @Test
    void crashesBetweenWritesGiveTheSame() {
        Crashes crashes = new Crashes(SEED);
        try (QuerySideFixture side = new QuerySideFixture(
                sample.scribe.ledger,
                sample.scribe.codec,
                sample.scribe.clock,
                // A lane that failed is taken up again after a sixth of it.
                Map.of("soto.query.batch-size", 100, "soto.query.claim-timeout", "1200ms"),
                crashes::disturb)) {
            assertThat(side.upTo(sample.scribe.ledger.tail().number()).documents())
                    .as("seed %s", SEED)
                    .isEqualTo(atOnce);
        }
        assertThat(crashes.happened.values())
                .allSatisfy(count -> assertThat(count).hasValueGreaterThan(5));
    }

    @Test
    void aReplayGivesTheSame() {
        atOnceSide.replayAll();
        assertThat(atOnceSide.upTo(sample.scribe.ledger.tail().number()).documents())
                .isEqualTo(atOnce);
    }

    /** Fails some writes of documents and of tokens before, and some after, they reach the store; seven of each. */
    private static final class Crashes {

        private static final int AT_MOST = 7;

        private final Random random;
        final Map<String, AtomicInteger> happened =
                Map.of("bulkWrite", new AtomicInteger(), "updateOne", new AtomicInteger());

        Crashes(long seed) {
            random = new Random(seed);
        }

        MongoDatabase disturb(MongoDatabase real) {
            return proxy(MongoDatabase.class, real);
        }

        private <T> T proxy(Class<T> type, T real) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                        AtomicInteger crashed = happened.get(method.getName());
                        int dice = crashed == null ? 9 : dice();
                        crash(dice == 0, crashed);
                        Object result;
                        try {
                            result = method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                        crash(dice == 1, crashed);
                        return switch (result) {
                            case MongoDatabase database -> proxy(MongoDatabase.class, database);
                            case MongoCollection<?> collection -> proxy(MongoCollection.class, collection);
                            case null, default -> result;
                        };
                    }));
        }

        private synchronized int dice() {
            return random.nextInt(6);
        }

        private static void crash(boolean really, @Nullable AtomicInteger crashed) {
            if (really && crashed != null && crashed.getAndIncrement() < AT_MOST) {
                throw new com.mongodb.MongoException("the store went away");
            }
        }
    }
}
