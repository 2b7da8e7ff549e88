package vn.soto.query.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.ErasureBasis;

/**
 * What somebody gets to see of a subject.
 *
 * @param name    in the clear; a pseudonym for those who may not read names; or why there is none
 * @param phone   absent as well for those who may not read it
 * @param erased  on what basis the data was erased; absent unless it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(
        String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable ErasureBasis erased) {

    public static final String ERASED = "[đã xóa theo yêu cầu]";

    /** For those who may not read it, where no pseudonym stands for it. */
    public static final String SEALED = "[đã niêm phong]";

    /** The key is lost, or another one. */
    public static final String UNREADABLE = "[không mở được]";

    static Person named(String name) {
        return new Person(name, null, null, null);
    }

    /** The name does not say that a phone number was ever there. */
    static Person gone(@Nullable ErasureBasis basis) {
        return new Person(ERASED, null, null, basis);
    }

    /** Never shown in a log. */
    @Override
    public String toString() {
        return "Person[]";
    }
}
