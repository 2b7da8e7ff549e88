package vn.soto.query.team;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.ReadModel;

/**
 * The teams that cover a residential unit.
 *
 * @param id the unit
 */
public record Coverage(@BsonId String id, List<Covering> teams) implements ReadModel {

    static final Kind<Coverage> KIND = new Kind<>("coverage", Coverage.class);

    /** @param from number of the commit from which on it does */
    public record Covering(String team, long from) {}

    Coverage with(Covering covering) {
        return teams.contains(covering)
                ? this
                : new Coverage(
                        id, Stream.concat(teams.stream(), Stream.of(covering)).toList());
    }

    Stream<String> asOf(long commit) {
        return teams.stream().filter(covering -> covering.from <= commit).map(Covering::team);
    }
}
