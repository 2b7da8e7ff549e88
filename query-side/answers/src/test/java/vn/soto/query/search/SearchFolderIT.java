package vn.soto.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.Commit;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.projection.source.CommitToken;
import vn.soto.query.event.Place;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;
import vn.soto.testkit.Await;
import vn.soto.testkit.Drafts;

/** A start goes on from the last commit of the index in its folder, whenever the process before was killed. */
final class SearchFolderIT {

    private static final long COMMITS = 9;
    private static final long AT_ONCE = 3;

    @TempDir
    private Path folder;

    @AutoClose
    private final MemoryLedger ledger =
            new MemoryLedger("test/search", Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC));

    private final List<Left> left = new ArrayList<>();
    private volatile long kept;
    private volatile long folded;

    /**
     * @param kept   the last commit that the folder surely has
     * @param folded the last commit that it may have
     */
    private record Left(Path path, long kept, long folded) {}

    @BeforeEach
    void record() {
        for (int number = 0; number < COMMITS; number++) {
            ledger.append(Drafts.one("c" + number, "a", number));
        }
    }

    private static long begin(IndexFolder opened) {
        return opened.token("own", 0).map(CommitToken::number).orElse(0L);
    }

    /** As the lane does: the terms and the event of each commit with the progress. */
    private void fold(SearchIndex index, IndexFolder opened, long first, long last) {
        for (long number = first; number <= last; number++) {
            Commit commit = (Commit) ledger.read(number, 1).getFirst();
            folded = number;
            opened.together(() -> {
                index.write(List.of(new SearchTerm(
                        commit.first() + "-REFERENCE",
                        IdKind.HOUSEHOLD,
                        "h" + commit.number(),
                        Use.REFERENCE,
                        "HO-" + commit.number(),
                        commit.first(),
                        commit.number())));
                index.write(new IndexedEvent(
                        Long.toString(commit.first()),
                        commit.first(),
                        commit.number(),
                        commit.chain(),
                        20_000,
                        "an",
                        "unit.renamed",
                        List.of(),
                        List.of(),
                        false));
                opened.store(
                        "own",
                        0,
                        new CommitToken(commit.number(), commit.chain().toString()));
            });
        }
    }

    private void hasEachOnce(SearchIndex index, String as) {
        EventCondition all = new EventCondition(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        assertThat(index.events(all.lucene(Long.MAX_VALUE, Long.MAX_VALUE), 100).stream()
                        .map(Place::position))
                .as(as)
                .containsExactlyElementsOf(LongStream.range(0, COMMITS)
                        .map(position -> COMMITS - 1 - position)
                        .boxed()
                        .toList());
        assertThat(index.search(new SearchQuery("ho", Set.of(IdKind.HOUSEHOLD), COMMITS).lucene(), 100))
                .as(as)
                .extracting(SearchTerm::subject)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, COMMITS)
                        .mapToObj(number -> "h" + number)
                        .toList());
    }

    @Test
    void aKillBetweenAnyTwoStepsKeepsTheLastCommitOfTheIndex() throws IOException {
        Path path = folder.resolve("search");
        IndexFolder opened = IndexFolder.open(path, ledger, directory -> new Steps(directory, () -> leave(path)));
        try (SearchIndex index = new SearchIndex(opened)) {
            for (long last = AT_ONCE; last <= COMMITS; last += AT_ONCE) {
                fold(index, opened, last - AT_ONCE + 1, last);
                opened.keep();
                kept = last;
            }
            hasEachOnce(index, "in peace");
        }
        assertThat(left).hasSizeGreaterThan(20);
        for (int at = 0; at < left.size(); at += Boolean.getBoolean("soto.long") ? 1 : 3) {
            Left each = left.get(at);
            IndexFolder next = IndexFolder.open(each.path, ledger);
            long begin = begin(next);
            assertThat(begin).as("%s", each).isBetween(each.kept, each.folded);
            try (SearchIndex index = new SearchIndex(next)) {
                fold(index, next, begin + 1, COMMITS);
                hasEachOnce(index, each.toString());
            }
        }
    }

    private static long committed(IndexFolder opened) {
        try {
            return DirectoryReader.indexExists(opened.directory())
                    ? Long.parseLong(SegmentInfos.readLatestCommit(opened.directory())
                            .getUserData()
                            .getOrDefault("commit", "0"))
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No change is under way. */
    private void leave(Path path) {
        Path copy = folder.resolve("left-" + left.size());
        try (Stream<Path> files = Files.list(path)) {
            Files.createDirectory(copy);
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        left.add(new Left(copy, kept, folded));
    }

    /** Without an interval between: a process that is killed sooner would leave all of it to the next, again and again. */
    @Test
    void whatAStartHadToFoldIsInTheFolderAtOnce() {
        Path path = folder.resolve("search");
        IndexFolder opened = IndexFolder.open(path, ledger);
        try (SearchIndex index = new SearchIndex(opened)) {
            fold(index, opened, 1, COMMITS);
            Await.until("a commit of the index", () -> committed(opened) == COMMITS);
        }
    }

    @Test
    void aCommitThatFailsIsMadeUpForByTheNext() {
        Path path = folder.resolve("search");
        boolean[] full = {false};
        IndexFolder opened = IndexFolder.open(
                path,
                ledger,
                directory -> new Steps(directory, () -> {
                    if (full[0]) {
                        throw new IOException("no room");
                    }
                }));
        try (SearchIndex index = new SearchIndex(opened)) {
            fold(index, opened, 1, AT_ONCE);
            opened.keep();
            fold(index, opened, AT_ONCE + 1, COMMITS - 1);
            index.search(new SearchQuery("ho", Set.of(IdKind.HOUSEHOLD), COMMITS).lucene(), 1);
            full[0] = true;
            opened.keep();
            full[0] = false;
            fold(index, opened, COMMITS, COMMITS);
            hasEachOnce(index, "after a failure");
        }
        IndexFolder next = IndexFolder.open(path, ledger);
        assertThat(begin(next)).isEqualTo(COMMITS);
        try (SearchIndex index = new SearchIndex(next)) {
            hasEachOnce(index, "after a start");
        }
    }

    private interface Step {

        void run() throws IOException;
    }

    /** Does something before each change of a folder. */
    private static final class Steps extends FilterDirectory {

        private final Step before;

        Steps(Directory in, Step before) {
            super(in);
            this.before = before;
        }

        @Override
        public synchronized IndexOutput createOutput(String name, IOContext context) throws IOException {
            before.run();
            return super.createOutput(name, context);
        }

        @Override
        public synchronized void sync(Collection<String> names) throws IOException {
            before.run();
            super.sync(names);
        }

        @Override
        public synchronized void syncMetaData() throws IOException {
            before.run();
            super.syncMetaData();
        }

        @Override
        public synchronized void rename(String source, String dest) throws IOException {
            before.run();
            super.rename(source, dest);
        }

        @Override
        public synchronized void deleteFile(String name) throws IOException {
            before.run();
            super.deleteFile(name);
        }
    }
}
