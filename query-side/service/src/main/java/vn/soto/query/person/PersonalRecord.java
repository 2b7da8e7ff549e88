package vn.soto.query.person;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/**
 * Everything recorded about a subject, oldest first, as it was sealed: nothing here can be read without the subject's key.
 *
 * @param id      the subject, such as {@code member:<id>}
 * @param erasure absent unless the subject is erased; then nothing is opened, whatever moment is asked about
 */
public record PersonalRecord(
        @BsonId String id, List<Version> versions, @Nullable Erasure erasure)
        implements VersionedModel<PersonalRecord.Version, PersonalRecord> {

    static final DocumentType<PersonalRecord> KIND = new DocumentType<>("profiles", PersonalRecord.class);

    /** @param position and {@code commit} of the event that said so */
    public record Version(
            long position,
            long commit,
            String name,
            @Nullable String phone,
            @Nullable String address) implements Stamped {}

    /** @param commit of the event that said so */
    public record Erasure(long commit, ErasureBasis basis) {}

    static PersonalRecord empty(String subject) {
        return new PersonalRecord(subject, List.of(), null);
    }

    @Override
    public PersonalRecord with(Version version) {
        return new PersonalRecord(id, VersionedRows.with(versions, version), erasure);
    }

    PersonalRecord erased(Erasure byWhat) {
        return new PersonalRecord(id, versions, byWhat);
    }
}
