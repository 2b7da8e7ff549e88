package vn.soto.privacy.reads;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import org.bson.Document;
import vn.soto.contracts.shared.Sealed;

/** The one collection of a database of reads: a document per entry, with an id that grows with the time. */
public final class ReadsCollection {

    public static final String NAME = "personal-data-reads";
    static final String ID = "_id";
    static final String AT = "at";
    static final String ACCOUNT = "account";
    static final String ROLE = "role";
    static final String SUBJECT = "subject";
    static final String QUESTION = "question";

    /** Absent where no reason was stated, and in documents of the version before. */
    static final String REASON = "reason";

    /** Absent where nothing was added to the reason. */
    static final String WORDS = "words";

    private ReadsCollection() {}

    /** Creates what is missing, so that database users need no right to create. */
    public static void prepare(MongoDatabase database) {
        if (!database.listCollectionNames().into(new ArrayList<>()).contains(NAME)) {
            database.createCollection(NAME);
        }
        database.getCollection(NAME)
                .createIndex(Indexes.compoundIndex(Indexes.ascending(SUBJECT), Indexes.descending(ID)));
        database.getCollection(NAME)
                .createIndex(Indexes.compoundIndex(Indexes.ascending(ACCOUNT), Indexes.descending(ID)));
    }

    static Document document(PersonalDataRead read) {
        Document document = new Document(AT, Date.from(read.at()))
                .append(ACCOUNT, read.account())
                .append(ROLE, read.role())
                .append(SUBJECT, read.subject())
                .append(QUESTION, read.question());
        if (read.reason() != null) {
            document.append(REASON, read.reason());
        }
        return read.words() == null
                ? document
                : document.append(WORDS, read.words().text());
    }

    static PersonalDataReads.Entry entry(Document document) {
        String words = document.getString(WORDS);
        return new PersonalDataReads.Entry(
                document.getObjectId(ID).toHexString(),
                new PersonalDataRead(
                        document.getDate(AT).toInstant(),
                        document.getString(ACCOUNT),
                        document.getString(ROLE),
                        document.getString(SUBJECT),
                        document.getString(QUESTION),
                        document.getString(REASON),
                        words == null ? null : new Sealed(words)));
    }
}
