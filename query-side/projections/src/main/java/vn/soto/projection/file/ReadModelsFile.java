package vn.soto.projection.file;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.events.stored.Output;
import vn.soto.events.stored.StoredValues;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.sqlite.RowChecksum;
import vn.soto.projection.DocumentDifferences;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.ReadModel;
import vn.soto.projection.ReadModelStore;
import vn.soto.projection.ReadModelsUnavailableException;
import vn.soto.projection.progress.ClaimSettings;
import vn.soto.projection.progress.KeptLetter;
import vn.soto.projection.progress.KeptProgress;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;

/**
 * Read models in an SQLite file of one process. A projected commit is seen at once; the file has it within a second, with
 * the progress in the same transaction. So the file is never ahead of its progress, and a start applies nothing twice.
 * The file is disposable: one that does not fit the program or the ledger is made anew.
 */
public final class ReadModelsFile implements ReadModelStore, KeptProgress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelsFile.class);
    private static final long INTERVAL = 1_000;

    /** Unwritten documents at which the file is written early, and at twice of which whoever writes more waits. */
    private static final int MANY = 16_384;

    private final Path path;
    private final DocumentTableFile file;
    private final FileDocuments documents = FileDocuments.in(this);
    private final StoredValues shapes = new StoredValues();
    private final KeptDocuments cache;

    /** Tables that the file had when it was opened and that were not left since, by collection. */
    private final Map<String, String> opened;

    private final Map<DocumentTableFile.LaneKey, CommitToken> tokens;
    private final OpenedModels opening;
    private final AtomicInteger lastTable;

    /** Held for reading by whoever writes documents with their progress, and for writing while a write of the file begins. */
    private final ReentrantReadWriteLock together = new ReentrantReadWriteLock();

    private final AtomicInteger unwritten = new AtomicInteger();
    private final Collection<String> left = new ConcurrentLinkedQueue<>();
    private final Thread thread =
            Thread.ofPlatform().name("read-models").daemon().unstarted(this::run);
    private final Object turn = new Object();
    private volatile Supplier<List<KeptLetter>> deadLetters;

    /** Left by a write that failed; the next takes it up. */
    private @Nullable PendingWrite taken;

    /** In the file since the last write, documents left out. */
    private PendingWrite before;

    private volatile @Nullable ReadModelsUnavailableException trouble;
    private volatile boolean closed;

    /**
     * @param program tells this version of the program from every other that projects in another way
     * @param heap    bytes of decoded documents that are kept in memory
     */
    public static ReadModelsFile open(Path path, String program, LedgerReader ledger, long heap) {
        ReadModelsFile file = new ReadModelsFile(path, OpenedModels.open(path, program, ledger), heap);
        LOG.info(
                "Mô hình đọc có sẵn đến lần ghi / read models are there up to commit: {}; phải đọc tiếp / left to fold: {}",
                file.upTo(),
                ledger.tail().number() - file.upTo());
        return file;
    }

    private ReadModelsFile(Path path, OpenedModels opened, long heap) {
        this.path = path;
        this.file = opened.file();
        this.opened = new ConcurrentHashMap<>(opened.collections());
        this.tokens = new ConcurrentHashMap<>(opened.tokens());
        this.opening = opened;
        this.deadLetters = opened::letters;
        this.before = PendingWrite.of(opened);
        this.lastTable = new AtomicInteger(opened.lastTable());
        this.cache = new KeptDocuments(heap, opened.made());
        thread.start();
    }

    /** The last commit that all of the progress in the file had when it was opened; 0 if there was none. */
    public long upTo() {
        return opening.upTo();
    }

    /** No document that was in the file when it was opened has anything of a later commit. */
    long latest() {
        return opening.latest();
    }

    @Override
    public Documents documents() {
        return documents;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(OpenedModels.folder(path));
    }

    @Override
    public ProjectionCluster cluster(ClaimSettings claims, CommitToken beginning) {
        return ProjectionCluster.alone(claims, beginning, this);
    }

    @Override
    public List<KeptLetter> letters(String projection) {
        return opening.letters().stream()
                .filter(letter -> letter.projection().equals(projection))
                .toList();
    }

    @Override
    public void watch(Supplier<List<KeptLetter>> of) {
        deadLetters = of;
    }

    @Override
    public Optional<CommitToken> token(String tracker, int lane) {
        return Optional.ofNullable(tokens.get(new DocumentTableFile.LaneKey(tracker, lane)));
    }

    @Override
    public void store(String tracker, int lane, CommitToken token) {
        tokens.merge(new DocumentTableFile.LaneKey(tracker, lane), token, CommitToken::later);
    }

    @Override
    public void forget(String tracker) {
        tokens.keySet().removeIf(lane -> lane.tracker().equals(tracker));
    }

    @Override
    public void together(Runnable writes) {
        awaitRoom();
        together.readLock().lock();
        try {
            writes.run();
        } finally {
            together.readLock().unlock();
        }
    }

    /** @param name of the collection, by which the file may have the table */
    <T extends ReadModel> DocumentTable<T> table(DocumentType<T> kind, String name) {
        String known = opened.get(name);
        return new DocumentTable<>(
                known == null ? DocumentTableFile.table(lastTable.incrementAndGet()) : known,
                DocumentCodec.of(kind, shapes),
                known != null);
    }

    /** The table is not asked any more; its place in the file is free after the next write but one. */
    void leave(String name, DocumentTable<?> table) {
        rename(name, table);
        left.add(table.name());
    }

    void rename(String name, DocumentTable<?> table) {
        opened.remove(name, table.name());
    }

    /** How documents differ from others, of the table beside theirs; nobody writes any of them meanwhile. */
    synchronized DocumentDifferences differences(Map<DocumentTable<?>, DocumentTable<?>> made) {
        try {
            write(); // perhaps of a write that failed
            write();
            DocumentDifferences all = DocumentDifferences.NONE;
            for (var both : made.entrySet()) {
                all = all.and(file.differences(both.getKey(), both.getValue()));
            }
            return all;
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    <T extends ReadModel> void write(Supplier<DocumentTable<T>> table, Collection<T> written) {
        together(() -> {
            DocumentTable<T> own = table.get();
            for (T document : written) {
                if (own.put(document)) {
                    unwritten.incrementAndGet();
                }
            }
        });
    }

    @Nullable
    <T extends ReadModel> ReadModel find(DocumentTable<T> table, String id) {
        ReadModel written = table.unwritten(id);
        if (written != null) {
            return written;
        }
        KeptDocument kept = cache.find(table, id, () -> {
            byte[] bytes = file.find(table.name(), id);
            return bytes == null
                    ? null
                    : new KeptDocument(table.codec().decoded(id, bytes), bytes.length, RowChecksum.of(id, bytes));
        });
        return kept == null ? null : kept.document();
    }

    /** Keeps memory flat while a whole ledger is folded. */
    private void awaitRoom() {
        if (unwritten.get() < MANY || together.getReadHoldCount() > 0) {
            return;
        }
        synchronized (turn) {
            turn.notifyAll();
            while (unwritten.get() >= 2 * MANY && !closed) {
                ReadModelsUnavailableException why = trouble;
                if (why != null) {
                    throw why;
                }
                await(INTERVAL);
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // whoever waits looks again, or only pauses
    private void await(long millis) {
        try {
            turn.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadModelsUnavailableException("interrupted", e);
        }
    }

    private void run() {
        while (!closed) {
            synchronized (turn) {
                if (unwritten.get() < MANY && !closed) {
                    await(INTERVAL);
                }
            }
            attempt();
        }
    }

    private void attempt() {
        try {
            write();
            if (trouble != null) {
                LOG.info("Tệp mô hình đọc lại ghi được / the file of the read models is written again");
                trouble = null;
            }
        } catch (SQLException e) {
            fail(file.failed(e));
        } catch (RuntimeException e) {
            fail(new ReadModelsUnavailableException("a document cannot be encoded", e));
        } finally {
            synchronized (turn) {
                turn.notifyAll();
            }
        }
    }

    private void fail(ReadModelsUnavailableException failure) {
        if (trouble == null) {
            LOG.warn(
                    "Chưa ghi được mô hình đọc; lần khởi động sau sẽ dựng lại phần thiếu / read models are not written; the next start makes up for it",
                    failure);
        }
        trouble = failure;
        synchronized (turn) {
            if (!closed) {
                await(INTERVAL);
            }
        }
    }

    /** Brings into the file what was projected since the last write, in one transaction. */
    synchronized void write() throws SQLException {
        PendingWrite now = taken == null ? take() : taken;
        if (!now.changes(before)) {
            return;
        }
        taken = now;
        Map<KeptDocuments.Key, KeptDocument> encoded = new HashMap<>();
        file.inTransaction(() -> {
            encoded.clear();
            Output scratch = new Output();
            for (var table : now.documents().entrySet()) {
                put(table.getKey(), table.getValue(), scratch, encoded);
            }
            now.writeRest(file, before);
        });
        cache.put(encoded);
        now.documents().keySet().forEach(DocumentTable::written);
        before = now.withoutDocuments();
        taken = null;
    }

    /** In the order of ids, which are the order of pages. */
    private void put(
            DocumentTable<?> table,
            Map<String, ReadModel> all,
            Output scratch,
            Map<KeptDocuments.Key, KeptDocument> encoded)
            throws SQLException {
        if (!table.isStored()) {
            file.create(table.name());
        }
        TableRows rows = file.rows(table.name());
        for (var document : new TreeMap<>(all).entrySet()) {
            KeptDocuments.Key key = new KeptDocuments.Key(table, document.getKey());
            byte[] body = table.codec().encoded(document.getValue(), scratch);
            long checksum = rows.put(key.id(), body, cache.checksum(key));
            encoded.put(key, new KeptDocument(document.getValue(), body.length, checksum));
        }
        file.changed(table.name(), rows.checksums());
    }

    /** Looks at the whole file. After a fault, the next start makes it anew. */
    public Optional<String> complaint() throws SQLException {
        return file.complaint();
    }

    /** Whether a read or a look has found the file damaged. */
    public boolean isDamaged() {
        return file.isDamaged();
    }

    private PendingWrite take() {
        together.writeLock().lock();
        try {
            Map<DocumentTable<?>, Map<String, ReadModel>> all = new HashMap<>();
            documents.each((_, table) -> {
                Map<String, ReadModel> some = table.take();
                if (!some.isEmpty()) {
                    all.put(table, some);
                }
            });
            unwritten.set(0);
            Map<String, String> collections = new HashMap<>(opened);
            collections.putAll(documents.names());
            return new PendingWrite(all, collections, Map.copyOf(tokens), deadLetters.get(), left());
        } finally {
            together.writeLock().unlock();
        }
    }

    /** A read that found a table before it was left has ended when the write after that drops it. */
    private List<String> left() {
        List<String> now = List.copyOf(left);
        left.removeAll(now);
        return now;
    }

    /** Brings into the file whatever it lacks. */
    @Override
    public void close() {
        synchronized (turn) {
            if (closed) {
                return;
            }
            closed = true;
            turn.notifyAll();
        }
        try {
            thread.join();
            attempt(); // perhaps of a write that failed
            attempt();
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.info("{}", e.toString());
        }
    }
}
