package vn.soto.ledger.mongo;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import vn.soto.ledger.Commit;
import vn.soto.ledger.EventHeader;

/**
 * Queries of the collection of commits, each by number or by key and therefore answered from an index. Reads are
 * majority reads; {@code Unavailable} when no server answers.
 */
final class Commits {

    /** Numbers per query and documents per batch; with {@link #MAX_BYTES} it bounds an answer's memory. */
    static final int PAGE = 500;

    private static final int MAX_EVENTS = 20_000;
    private static final long MAX_BYTES = 32L * 1024 * 1024;
    private static final Bson HEADER = Projections.exclude("events", CommitDocument.KEYS);
    private static final Bson EVENT_HEADERS =
            Projections.include("first", "events.type", "events.revision", "events.tags");
    private static final Bson KEYS = Projections.include(CommitDocument.KEYS);

    private final MongoCollection<BsonDocument> collection;

    Commits(MongoDatabase database) {
        collection = database.getCollection(MongoLayout.COMMITS, BsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** Whole commits from {@code number} on, in order and without a gap, until {@code limit} or as many as fit in memory. */
    List<Commit> page(long number, int limit) {
        List<Commit> commits = new ArrayList<>();
        Room room = new Room();
        int asked;
        int before;
        try {
            do {
                before = commits.size();
                asked = Math.min(limit - before, PAGE);
                add(number + before, asked, commits, room);
            } while (room.isLeft() && commits.size() == before + asked && commits.size() < limit);
        } catch (MongoException e) {
            throw MongoLayout.unavailable(e);
        }
        return commits;
    }

    /** The commits with these numbers, in order; those that do not exist are left out. */
    List<Commit> these(List<Long> numbers) {
        List<Commit> commits = new ArrayList<>();
        try {
            sorted(Filters.in("_id", numbers))
                    .batchSize(PAGE)
                    .forEach(document -> commits.add(CommitDocument.commit(document)));
        } catch (MongoException e) {
            throw MongoLayout.unavailable(e);
        }
        return commits;
    }

    private void add(long number, int limit, List<Commit> commits, Room room) {
        long next = number;
        try (MongoCursor<BsonDocument> cursor =
                sorted(Filters.in("_id", range(number, limit))).batchSize(PAGE).iterator()) {
            while (cursor.hasNext() && room.isLeft()) {
                Commit commit = CommitDocument.commit(cursor.next());
                if (commit.number() != next) {
                    return;
                }
                commits.add(commit);
                room.take(commit);
                next++;
            }
        }
    }

    /** The documents and bytes an answer may still take. */
    private static final class Room {
        private int events = MAX_EVENTS;
        private long bytes = MAX_BYTES;

        boolean isLeft() {
            return events > 0 && bytes > 0;
        }

        void take(Commit commit) {
            events -= commit.events().size();
            bytes -= bytes(commit);
        }
    }

    private static long bytes(Commit commit) {
        return commit.events().stream()
                .mapToLong(event -> event.payload().bytes().length)
                .sum();
    }

    private static List<Long> range(long number, int limit) {
        return LongStream.range(number, number + limit).boxed().toList();
    }

    /** Headers of the events of commits from {@code number} on, in order and without a gap, of at most {@link #PAGE} commits. */
    List<EventHeader> eventHeaders(long number, int limit) {
        List<EventHeader> headers = new ArrayList<>();
        long next = number;
        for (BsonDocument commit : all(Filters.in("_id", range(number, Math.min(limit, PAGE))), EVENT_HEADERS)) {
            if (CommitDocument.number(commit) != next++) {
                break;
            }
            headers.addAll(CommitDocument.headers(commit));
        }
        return headers;
    }

    /** Without events, in order; those that do not exist are left out. */
    List<BsonDocument> headers(long number, int limit) {
        return all(Filters.in("_id", range(number, limit)), HEADER);
    }

    List<BsonDocument> headers(Collection<Long> numbers) {
        return all(Filters.in("_id", numbers), HEADER);
    }

    /** Whole commits that hold one of the keys, in order, each once. */
    List<Commit> holding(Collection<String> keys) {
        try {
            SortedMap<Long, Commit> commits = new TreeMap<>();
            // The emulator answers a document once for each of its keys.
            collection
                    .find(Filters.in(CommitDocument.KEYS, keys))
                    .batchSize(PAGE)
                    .forEach(document -> commits.computeIfAbsent(
                            CommitDocument.number(document), n -> CommitDocument.commit(document)));
            return List.copyOf(commits.values());
        } catch (MongoException e) {
            throw MongoLayout.unavailable(e);
        }
    }

    /** All keys of the commits that hold one of {@code keys}. */
    List<String> keysBeside(Collection<String> keys) {
        return all(Filters.in(CommitDocument.KEYS, keys), KEYS).stream()
                .flatMap(document -> document.getArray(CommitDocument.KEYS).stream())
                .map(key -> key.asString().getValue())
                .toList();
    }

    private List<BsonDocument> all(Bson filter, Bson fields) {
        try {
            return sorted(filter).projection(fields).batchSize(PAGE).into(new ArrayList<>());
        } catch (MongoException e) {
            throw MongoLayout.unavailable(e);
        }
    }

    private FindIterable<BsonDocument> sorted(Bson filter) {
        return collection.find(filter).sort(Sorts.ascending("_id"));
    }
}
