package vn.soto.privacy.reads;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import vn.soto.ledger.LedgerException;

/** The register in a MongoDB database of its own; majority writes in the journal, as its connection says. */
public final class MongoPersonalDataReads implements PersonalDataReads {

    private final MongoCollection<Document> reads;

    /** @param database stays its owner's to close; see {@link vn.soto.ledger.mongo.MongoConnection} */
    public MongoPersonalDataReads(MongoDatabase database) {
        this.reads = database.getCollection(ReadsCollection.NAME);
    }

    @Override
    public void append(List<PersonalDataRead> entries) {
        try {
            reads.insertMany(entries.stream().map(ReadsCollection::document).toList());
        } catch (MongoException e) {
            throw new ReadsNotRecordedException(
                    "Không ghi được sổ xem dữ liệu cá nhân. / The register of reads cannot be written: "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public Found find(Search search) {
        Bson conditions = conditions(search);
        try {
            return Found.of(
                    reads.find(conditions)
                            .sort(Sorts.descending(ReadsCollection.ID))
                            .limit(search.limit() + 1)
                            .map(ReadsCollection::entry)
                            .into(new ArrayList<>()),
                    search.limit());
        } catch (MongoException e) {
            throw new LedgerException.Unavailable(
                    "Không đọc được sổ xem dữ liệu cá nhân. / The register of reads cannot be read: " + e.getMessage(),
                    Duration.ofSeconds(2),
                    e);
        }
    }

    private static Bson conditions(Search search) {
        List<Bson> conditions = new ArrayList<>();
        if (search.subject() != null) {
            conditions.add(Filters.eq(ReadsCollection.SUBJECT, search.subject()));
        }
        if (search.account() != null) {
            conditions.add(Filters.eq(ReadsCollection.ACCOUNT, search.account()));
        }
        if (search.from() != null) {
            conditions.add(Filters.gte(ReadsCollection.AT, Date.from(search.from())));
        }
        if (search.until() != null) {
            conditions.add(Filters.lt(ReadsCollection.AT, Date.from(search.until())));
        }
        if (search.before() != null) {
            conditions.add(Filters.lt(ReadsCollection.ID, new ObjectId(search.before())));
        }
        return conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
    }

    @Override
    public void close() {}
}
