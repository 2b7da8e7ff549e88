package vn.soto.query.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.ErasureBasis;

/**
 * The data of a subject as shown to a reader.
 *
 * @param name    name in the clear, a pseudonym for readers who may not read names, or the reason why there is none
 * @param phone   phone number; absent also for readers who may not read it
 * @param erased  basis of the erasure; absent unless the data was erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(
        String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable ErasureBasis erased) {

    public static final String ERASED = "[đã xóa theo yêu cầu]";

    /** Shown instead of a text that has no pseudonym, to readers who may not read it. */
    public static final String SEALED = "[đã giữ kín]";

    /** Shown instead of a text while the processing of the person's data is restricted, and behind the pseudonym. */
    public static final String RESTRICTED = "[đang hạn chế xử lý]";

    /** Shown when the key is lost or does not fit. */
    public static final String UNREADABLE = "[không mở được]";

    static Person named(String name) {
        return new Person(name, null, null, null);
    }

    /** A person whose data was erased; it does not reveal whether a phone number existed. */
    static Person gone(ErasureBasis basis) {
        return new Person(ERASED, null, null, basis);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Person[]";
    }
}
