package vn.soto.privacy.refused;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import org.bson.Document;

/**
 * The collection of the register, in the database of the registers. It has a document for each of its places, whose
 * number says which entry is there, and one with the number of the latest.
 */
public final class RefusedAccessCollection {

    public static final String NAME = "refused-access";
    static final String ID = "_id";
    static final String LATEST = "latest";
    static final String NUMBER = "number";
    private static final String ACCOUNT = "account";
    private static final String OPERATION = "operation";
    private static final String LACKING = "lacking";
    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String TIMES = "times";

    private RefusedAccessCollection() {}

    /** Creates what is missing, so that database users need no right to create. */
    public static void prepare(MongoDatabase database) {
        if (!database.listCollectionNames().into(new ArrayList<>()).contains(NAME)) {
            database.createCollection(NAME);
        }
        database.getCollection(NAME).createIndex(Indexes.descending(NUMBER));
    }

    static Document document(long number, RefusedAccess entry) {
        return new Document(ID, number % RefusedAccessStore.MOST)
                .append(NUMBER, number)
                .append(ACCOUNT, entry.account())
                .append(OPERATION, entry.operation())
                .append(LACKING, entry.lacking())
                .append(FIRST, Date.from(entry.first()))
                .append(LAST, Date.from(entry.last()))
                .append(TIMES, entry.times());
    }

    static RefusedAccessStore.Numbered entry(Document document) {
        return new RefusedAccessStore.Numbered(
                document.get(NUMBER, Number.class).longValue(),
                new RefusedAccess(
                        document.getString(ACCOUNT),
                        document.getString(OPERATION),
                        document.getString(LACKING),
                        document.getDate(FIRST).toInstant(),
                        document.getDate(LAST).toInstant(),
                        document.get(TIMES, Number.class).longValue()));
    }
}
