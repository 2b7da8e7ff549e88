package vn.soto.projection;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Distinct ids in the order of their first addition, such as the organisations that ever supported a team. Ids are
 * never removed: the documents with these ids state whether the relation still holds.
 */
public record IdList(@BsonId String id, List<String> ids) implements ReadModel {

    public static DocumentType<IdList> in(String collection) {
        return new DocumentType<>(collection, IdList.class);
    }

    /** Adds an id unless the list has it. */
    public static void add(DocumentType<IdList> lists, String list, String id, Batch batch) {
        List<String> ids = batch.find(lists, list).map(IdList::ids).orElse(List.of());
        if (!ids.contains(id)) {
            batch.put(lists, new IdList(list, VersionedRows.plus(ids, id)));
        }
    }

    /** The ids of a list; empty if the list does not exist. */
    public static List<String> find(DocumentType<IdList> lists, String list, Documents documents) {
        return documents.find(lists, list).map(IdList::ids).orElse(List.of());
    }
}
