package vn.soto.query.person;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.PersonStage;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/**
 * The sealed data of a subject, oldest first: unreadable without the subject's key.
 *
 * @param id      subject, such as {@code member:<id>}
 * @param erasure erasure of the subject; absent if it is not erased. After an erasure nothing is opened, for queries
 *                about any time
 * @param restrictedSince first day of the restriction of processing; absent unless it is restricted. While it is, the data is shown in
 *                the person's file alone, for queries about any time
 */
public record PersonalRecord(
        @BsonId String id,
        List<Version> versions,
        @Nullable Erasure erasure,
        @Nullable LocalDate restrictedSince) implements VersionedModel<PersonalRecord.Version, PersonalRecord> {

    static final DocumentType<PersonalRecord> KIND = new DocumentType<>("profiles", PersonalRecord.class);

    /** @param position position of the event; {@code commit} is that event's commit */
    public record Version(
            long position,
            long commit,
            String name,
            @Nullable String phone,
            @Nullable String address) implements Stamped {}

    /** @param commit commit of the event */
    public record Erasure(long commit, ErasureBasis basis) {}

    static PersonalRecord empty(String subject) {
        return new PersonalRecord(subject, List.of(), null, null);
    }

    @Override
    public PersonalRecord with(Version version) {
        return new PersonalRecord(id, VersionedRows.with(versions, version), erasure, restrictedSince);
    }

    PersonalRecord erased(Erasure byWhat) {
        return new PersonalRecord(id, versions, byWhat, restrictedSince);
    }

    /** @param since absent when a restriction is lifted */
    PersonalRecord restricted(@Nullable LocalDate since) {
        return new PersonalRecord(id, versions, erasure, since);
    }

    PersonStage stage() {
        return new PersonStage(erasure != null, restrictedSince);
    }
}
