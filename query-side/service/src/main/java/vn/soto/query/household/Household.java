package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.ReadModel;

/**
 * A household and everybody who was ever responsible for it, oldest first.
 *
 * @param from number of the commit from which on it is known
 */
public record Household(@BsonId String id, long from, String unit, String reference, List<Charge> charges)
        implements ReadModel {

    static final Kind<Household> KIND = new Kind<>("households", Household.class);

    /** @param position and {@code commit} of the event that said so */
    public record Charge(long position, long commit, String team, String member, LocalDate effectiveFrom) {}

    Household with(Charge charge) {
        return new Household(
                id,
                from,
                unit,
                reference,
                Stream.concat(charges.stream().filter(c -> c.position != charge.position), Stream.of(charge))
                        .sorted(Comparator.comparingLong(Charge::position))
                        .toList());
    }

    Optional<Charge> asOf(long commit) {
        return charges.stream().filter(charge -> charge.commit <= commit).reduce((a, b) -> b);
    }
}
