package vn.soto.query.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.people.People;
import vn.soto.contracts.report.FigureSource;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/** Everything said about the numbers of people of one unit. */
public record UnitPeople(@BsonId String id, List<CountRow> rows) implements ReadModel {

    static final DocumentType<UnitPeople> KIND = new DocumentType<>("people-counts", UnitPeople.class);

    /**
     * @param recordedAt microseconds since 1970
     * @param day        days since 1970
     * @param persons    absent, like the source, if the number of the day was withdrawn
     */
    public record CountRow(
            long position,
            long commit,
            long recordedAt,
            String by,
            People people,
            long day,
            @Nullable Long persons,
            @Nullable FigureSource source)
            implements Stamped {}

    UnitPeople with(CountRow row) {
        return new UnitPeople(id, VersionedRows.with(rows, row));
    }

    /** The rows by those counted, oldest first. */
    Map<People, List<CountRow>> by(long asOf) {
        Map<People, List<CountRow>> by = new EnumMap<>(People.class);
        VersionedRows.asOf(rows, asOf)
                .forEach(row -> by.computeIfAbsent(row.people, people -> new ArrayList<>())
                        .add(row));
        return by;
    }
}
