package vn.soto.query.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.FigureSource;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A statement of a number of people for a day.
 *
 * @param persons absent, like the source, where the number of that day was withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedPeople(
        LocalDate on,
        @Nullable Long persons,
        @Nullable FigureSource source,
        @IdOf(IdKind.COMMIT) long commit,
        Instant at,
        @Doer String by,
        @JsonUnwrapped CommitReasons.Shown reason) {}
