package vn.soto.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.ReadModelStore;
import vn.soto.projection.progress.KeptProgress;
import vn.soto.query.event.Place;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;
import vn.soto.web.FoldedText;

/**
 * The search terms and events in an Apache Lucene index, in memory or in a folder of this process. Every field is an exact term that this package
 * makes. Lucene analyses and parses nothing, so a text has no syntax, neither in the index nor in a search.
 */
@Component
final class SearchIndex implements AutoCloseable {

    static final String KEY = "key";
    static final String KIND = "kind";

    /** A code or reference without the signs between its letters and digits. */
    static final String CODE = "code";

    /** The folded text of a name, code or reference. */
    static final String WHOLE = "whole";

    /** The same of an id. */
    static final String ID = "id";

    /** A folded word of a name. */
    static final String WORD = "word";

    /** The text of a name with its accents, and each of its words. */
    static final String ACCENTED = "accented";

    static final String COMMIT = "commit";
    private static final String SUBJECT = "subject";
    private static final String USE = "use";
    private static final String TEXT = "text";
    private static final String POSITION = "position";
    private static final String ORDER = "order";
    private static final String LENGTH = "length";

    /** In the order in which they are found. */
    private static final List<IdKind> KINDS =
            List.of(IdKind.UNIT, IdKind.TEAM, IdKind.ORGANISATION, IdKind.HOUSEHOLD, IdKind.BUSINESS);

    /** The best first; of equals units before teams before records, shorter texts first, then by age. */
    private static final Sort RANKING = new Sort(
            SortField.FIELD_SCORE,
            new SortField(ORDER, SortField.Type.LONG),
            new SortField(LENGTH, SortField.Type.LONG),
            new SortField(POSITION, SortField.Type.LONG));

    /** Held for writing while another index takes the place of this one; reads and writes of the index share it. */
    private final ReadWriteLock place = new ReentrantReadWriteLock();

    private final @Nullable IndexFolder folder;
    private Lucene lucene;

    /** Position of the last event that was added. */
    private volatile long lastEvent = -1;

    /** Position of the last event of which terms were added, or begun to be. */
    private volatile long lastTerm = -1;

    /** In memory. */
    SearchIndex() {
        this((IndexFolder) null);
    }

    /** In the folder of the read models; in memory if they are there, too. */
    @Autowired
    SearchIndex(ReadModelStore store, LedgerReader ledger) {
        this(store.folder().map(path -> IndexFolder.open(path, ledger)).orElse(null));
    }

    SearchIndex(@Nullable IndexFolder folder) {
        this.folder = folder;
        this.lucene =
                folder == null ? Lucene.in(new ByteBuffersDirectory()) : Lucene.of(folder.directory(), folder.writer());
        if (folder != null) {
            lastEvent = folder.lastEvent();
            lastTerm = lastEvent;
            // A batch that failed may have left terms of an event without the event.
            folder.start(() -> Math.max(lastEvent, lastTerm));
        }
    }

    private record Lucene(Directory directory, IndexWriter writer, SearcherManager searchers) {

        static Lucene in(Directory directory) {
            try {
                return of(directory, new IndexWriter(directory, new IndexWriterConfig()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Lucene of(Directory directory, IndexWriter writer) {
            try {
                return new Lucene(directory, writer, new SearcherManager(writer, new SearcherFactory()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close() throws IOException {
            try (directory;
                    writer;
                    searchers) {
                writer.rollback();
            }
        }
    }

    /** Of the index in its folder; none of one in memory. */
    KeptProgress progress() {
        return folder == null ? KeptProgress.NONE : folder;
    }

    /**
     * The terms that match, best first.
     *
     * @param most number of terms at most; no more are read
     */
    List<SearchTerm> search(Query query, int most) {
        return read(searcher -> {
            StoredFields stored = searcher.storedFields();
            List<SearchTerm> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, most, RANKING).scoreDocs) {
                found.add(term(stored.document(hit.doc)));
            }
            return found;
        });
    }

    private interface Reading<T> {

        T of(IndexSearcher searcher) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        return use(present -> {
            present.searchers.maybeRefreshBlocking();
            IndexSearcher searcher = present.searchers.acquire();
            try {
                return reading.of(searcher);
            } finally {
                present.searchers.release(searcher);
            }
        });
    }

    private interface Work<T> {

        T of(Lucene present) throws IOException;
    }

    private <T> T use(Work<T> work) {
        return locked(place.readLock(), work);
    }

    private <T> T locked(Lock lock, Work<T> work) {
        lock.lock();
        try {
            return work.of(lucene);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The places of events that match, the last first.
     *
     * @param most number of places at most; no more are read
     */
    List<Place> events(Query query, int most) {
        return read(searcher -> places(searcher, searcher.search(query, most, EventDocuments.NEWEST)));
    }

    /** The places of all events that match, the first first. */
    List<Place> events(Query query) {
        return read(searcher -> {
            int all = searcher.count(query);
            return all == 0 ? List.of() : places(searcher, searcher.search(query, all, EventDocuments.OLDEST));
        });
    }

    private static List<Place> places(IndexSearcher searcher, TopDocs hits) throws IOException {
        List<Place> found = new ArrayList<>(hits.scoreDocs.length);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (ScoreDoc hit : hits.scoreDocs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            NumericDocValues commits = DocValues.getNumeric(leaf.reader(), COMMIT);
            commits.advanceExact(hit.doc - leaf.docBase);
            long position = (Long) ((FieldDoc) hit).fields[0];
            found.add(new Place(position, commits.longValue()));
        }
        return found;
    }

    /** Adds the terms of a batch or replaces those with their ids, which are looked for as those of events are. */
    void write(Collection<SearchTerm> terms) {
        long before = lastTerm;
        for (SearchTerm term : terms) {
            Document document = document(term);
            lastTerm = Math.max(lastTerm, term.position());
            use(present -> term.position() > before
                    ? present.writer.addDocument(document)
                    : present.writer.updateDocument(new Term(KEY, term.id()), document));
        }
    }

    /**
     * Adds an event or replaces the one at its position. Only after a failure do events come that are not the latest, so
     * that only these are looked for.
     */
    void write(IndexedEvent event) {
        Document document = EventDocuments.of(event);
        if (event.position() > lastEvent) {
            use(present -> present.writer.addDocument(document));
            lastEvent = event.position();
        } else {
            use(present -> present.writer.updateDocuments(EventDocuments.at(event.position()), List.of(document)));
        }
    }

    void clear() {
        lastEvent = -1;
        lastTerm = -1;
        use(present -> present.writer.deleteAll());
    }

    /** Puts what another index holds in the place of what this one holds; the other is not used any more. */
    void replace(SearchIndex made) {
        locked(place.writeLock(), old -> {
            lastEvent = made.lastEvent;
            lastTerm = made.lastTerm;
            if (folder == null) {
                lucene = made.lucene;
                old.close();
            } else {
                made.lucene.writer.close();
                old.writer.deleteAll();
                old.writer.addIndexes(made.lucene.directory);
                made.close();
                folder.changed();
            }
            return lucene;
        });
    }

    private static Document document(SearchTerm term) {
        Document document = new Document();
        FoldedText folded = FoldedText.of(term.text());
        document.add(new StringField(KEY, term.id(), Field.Store.YES));
        document.add(new StringField(KIND, term.kind().name(), Field.Store.YES));
        document.add(new StoredField(SUBJECT, term.subject()));
        document.add(new StoredField(USE, term.use().name()));
        document.add(new StoredField(TEXT, term.text()));
        document.add(NumericDocValuesField.indexedField(COMMIT, term.commit()));
        document.add(new StoredField(COMMIT, term.commit()));
        document.add(new NumericDocValuesField(POSITION, term.position()));
        document.add(new StoredField(POSITION, term.position()));
        document.add(new NumericDocValuesField(ORDER, KINDS.indexOf(term.kind())));
        document.add(new NumericDocValuesField(LENGTH, folded.whole().length()));
        document.add(new StringField(term.use() == Use.ID ? ID : WHOLE, folded.whole(), Field.Store.NO));
        if (term.use() != Use.ID && term.use() != Use.NAME) {
            document.add(new StringField(CODE, folded.code(), Field.Store.NO));
        }
        if (term.use() == Use.NAME) {
            folded.words().forEach(word -> document.add(new StringField(WORD, word, Field.Store.NO)));
            FoldedText.accents(term.text())
                    .forEach(each -> document.add(new StringField(ACCENTED, each, Field.Store.NO)));
        }
        return document;
    }

    private static SearchTerm term(Document stored) {
        return new SearchTerm(
                stored.get(KEY),
                IdKind.valueOf(stored.get(KIND)),
                stored.get(SUBJECT),
                Use.valueOf(stored.get(USE)),
                stored.get(TEXT),
                stored.getField(POSITION).numericValue().longValue(),
                stored.getField(COMMIT).numericValue().longValue());
    }

    @Override
    public void close() {
        if (folder != null) {
            folder.close();
        }
        locked(place.writeLock(), last -> {
            last.close();
            return last;
        });
    }
}
