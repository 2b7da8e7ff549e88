package vn.soto.edge.database;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;

/**
 * The epochs of accounts, with a document for each account of which a session was ended or a device was heard. {@code _id} is
 * the account's name. The document says who ended all sessions when, the latest last, and which single sessions signed
 * out.
 */
public final class EpochsCollection {

    public static final String NAME = "session-epochs";
    static final String ID = "_id";
    static final String EPOCH = "epoch";
    static final String ENDED = "ended";
    static final String BY = "by";
    static final String AT = "at";
    static final String SIGNED_OUT = "signedOut";
    static final String SESSION = "session";
    static final String UNTIL = "until";

    /** Of each device its last contact, the latest last; absent in documents of the version before. */
    static final String CONTACTS = "contacts";

    static final String DEVICE = "device";
    static final String WAITING = "waiting";

    /** Entries of an account that are kept. */
    static final int MOST_ENDED = 200;

    private EpochsCollection() {}

    /** Creates what is missing, so that database users need no right to create. */
    public static void prepare(MongoDatabase database) {
        if (!database.listCollectionNames().into(new ArrayList<>()).contains(NAME)) {
            database.createCollection(NAME);
        }
    }
}
