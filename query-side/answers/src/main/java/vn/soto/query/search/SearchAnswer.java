package vn.soto.query.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.query.subject.Designation;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Linked;

/**
 * The subjects found, best first; the links of the answer have the address, the present name and the units of each.
 *
 * @param q       text searched for
 * @param on      day on which names are valid or former
 * @param hits    first of all a code or id that is the text as a whole
 * @param more    whether there is more than was asked for
 * @param indexed number of the last commit in the index; below that of the answer while the index is made
 */
record SearchAnswer(String q, LocalDate on, List<Hit> hits, boolean more, long indexed) {

    /**
     * A subject that was found.
     *
     * @param kind    its key among the ids of the answer's links
     * @param name    name on the day; absent for a record without name or reference
     * @param matches matching names, present or former; none if it was found by its id
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hit(String kind, String id, @Nullable String name, List<Match> matches) implements Linked {

        @Override
        public IdKind linkedKind() {
            return IdKind.parse(kind);
        }

        @Override
        public String linkedId() {
            return id;
        }
    }

    /**
     * @param from  first day on which it is called that; absent if it always was
     * @param until last day on which it is called that; absent while it is
     * @param valid whether it is called that on the day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Match(
            Designation.Use use,
            String text,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean valid) {

        static Match of(Designation designation, LocalDate on) {
            return new Match(
                    designation.use(),
                    designation.text(),
                    designation.from(),
                    designation.until(),
                    designation.validOn(on));
        }
    }
}
