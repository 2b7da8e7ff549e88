package vn.soto.edge.database;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;

/** The epochs of accounts: a document for each account that ended its sessions at least once, {@code _id} its name. */
public final class EpochsCollection {

    public static final String NAME = "session-epochs";
    static final String ID = "_id";
    static final String EPOCH = "epoch";

    private EpochsCollection() {}

    /** Creates what is missing, so that database users need no right to create. */
    public static void prepare(MongoDatabase database) {
        if (!database.listCollectionNames().into(new ArrayList<>()).contains(NAME)) {
            database.createCollection(NAME);
        }
    }
}
