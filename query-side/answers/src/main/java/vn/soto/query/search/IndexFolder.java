package vn.soto.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.progress.KeptLetter;
import vn.soto.projection.progress.KeptProgress;
import vn.soto.projection.source.CommitToken;

/**
 * An index in a folder, with its progress in each of its commits. It follows the index in memory at an interval, and at
 * once when that has what a start found, or many commits more. So a process that is killed soon after its start leaves
 * the next one less to fold. A folder that is damaged, lacks events or is of another ledger is made anew.
 */
final class IndexFolder implements KeptProgress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final long SECONDS = 5;

    /** Commits of the ledger after which the index is not left to the interval. */
    private static final long MANY = 16_384;

    private static final String NUMBER = "commit";
    private static final String CHAIN = "chain";
    private static final String LAST = "last";
    private static final String INCOMPLETE = "incomplete";

    private final Directory directory;
    private final IndexWriter writer;
    private final long lastEvent;
    private volatile @Nullable CommitToken reached;
    private volatile Supplier<List<KeptLetter>> deadLetters = List::of;
    private @Nullable CommitToken committed;

    /** Number from which on the index is brought into its folder at once. */
    private volatile long due;

    private volatile boolean changed;

    /** Held for reading by whoever writes terms with their progress, and for writing while a commit begins. */
    private final ReentrantReadWriteLock together = new ReentrantReadWriteLock();

    private final ScheduledExecutorService commits = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("search-index").daemon().factory());
    private LongSupplier last = () -> -1;

    private IndexFolder(
            Directory directory, IndexWriter writer, @Nullable CommitToken reached, long lastEvent, long tail) {
        this.directory = directory;
        this.writer = writer;
        this.reached = reached;
        this.committed = reached;
        this.lastEvent = lastEvent;
        this.due = Math.min(tail, number(reached) + MANY);
    }

    private static long number(@Nullable CommitToken token) {
        return token == null ? 0 : token.number();
    }

    static IndexFolder open(Path path, LedgerReader ledger) {
        return open(path, ledger, directory -> directory);
    }

    /** @param in every write of the folder is made in it */
    static IndexFolder open(Path path, LedgerReader ledger, UnaryOperator<Directory> in) {
        try {
            return opened(path, ledger, in);
        } catch (IOException | IllegalArgumentException unfit) {
            LOG.warn("Chỉ mục tìm kiếm {} được dựng lại / the search index is made anew: {}", path, unfit.toString());
            return anew(path, ledger, in);
        }
    }

    private static IndexFolder anew(Path path, LedgerReader ledger, UnaryOperator<Directory> in) {
        try {
            var _ = FileSystemUtils.deleteRecursively(path);
            return opened(path, ledger, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndexFolder opened(Path path, LedgerReader ledger, UnaryOperator<Directory> in) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Directory directory = in.apply(FSDirectory.open(path));
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig());
            Map<String, String> said = new HashMap<>();
            Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
            if (data != null) {
                data.forEach(each -> said.put(each.getKey(), each.getValue()));
            }
            CommitToken reached = token(said, ledger);
            requireSound(writer);
            return new IndexFolder(
                    directory,
                    writer,
                    reached,
                    Long.parseLong(said.getOrDefault(LAST, "-1")),
                    ledger.tail().number());
        } catch (IOException | IllegalArgumentException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    private static @Nullable CommitToken token(Map<String, String> said, LedgerReader ledger) {
        String number = said.get(NUMBER);
        if (number == null) {
            return null;
        }
        CommitToken token = new CommitToken(Long.parseLong(number), said.getOrDefault(CHAIN, ""));
        if (Boolean.parseBoolean(said.get(INCOMPLETE)) || !token.isOf(ledger)) {
            throw new IllegalArgumentException("it lacks events, or is of another ledger");
        }
        return token;
    }

    private static void requireSound(IndexWriter writer) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
        }
    }

    Directory directory() {
        return directory;
    }

    IndexWriter writer() {
        return writer;
    }

    /** No event in the index has a later position, as of its last commit. */
    long lastEvent() {
        return lastEvent;
    }

    /** @param position that no event in the index exceeds */
    void start(LongSupplier position) {
        last = position;
        var _ = commits.scheduleWithFixedDelay(this::keep, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** The index is another one with the same progress. */
    void changed() {
        changed = true;
    }

    @Override
    public Optional<CommitToken> token(String tracker, int lane) {
        return Optional.ofNullable(reached);
    }

    @Override
    public void store(String tracker, int lane, CommitToken token) {
        reached = token;
        if (token.number() >= due && !commits.isShutdown()) {
            due = token.number() + MANY;
            commits.execute(this::keep);
        }
    }

    @Override
    public void watch(Supplier<List<KeptLetter>> letters) {
        deadLetters = letters;
    }

    @Override
    public void together(Runnable writes) {
        together.readLock().lock();
        try {
            writes.run();
        } finally {
            together.readLock().unlock();
        }
    }

    /** Brings into the folder what it lacks. After a failure the next time makes up for it. */
    void keep() {
        try {
            commit();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Chưa ghi được chỉ mục tìm kiếm / the search index is not written: {}", e.toString());
        }
    }

    private synchronized void commit() throws IOException {
        CommitToken now;
        together.writeLock().lock();
        try {
            now = reached;
            if (now == null || (!changed && now.equals(committed))) {
                return;
            }
            changed = false;
            writer.setLiveCommitData(Map.of(
                            NUMBER,
                            Long.toString(now.number()),
                            CHAIN,
                            now.chain(),
                            LAST,
                            Long.toString(last.getAsLong()),
                            INCOMPLETE,
                            Boolean.toString(!deadLetters.get().isEmpty()))
                    .entrySet());
            writer.prepareCommit();
        } finally {
            together.writeLock().unlock();
        }
        writer.commit();
        committed = now;
        due = now.number() + MANY;
    }

    /** Brings into the folder what it lacks; the index is open still. */
    @Override
    public void close() {
        // An interrupt in the middle of a write would close the channel under the index.
        commits.shutdown();
        keep();
    }
}
