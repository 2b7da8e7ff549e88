package vn.soto.query.personfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * An event that names the person, in words.
 *
 * @param name     stored name, such as {@code household.registered.v1}
 * @param what     the same in words
 * @param occurred day or instant of the occurrence; absent if the event states none
 * @param who      account that sent the command
 * @param why      reason of the commit: the label of its code, or the words of an older one
 * @param whyText  text beside it, or why it is not shown
 * @param details  content of the event, value by value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileEvent(
        long position,
        @IdOf(IdKind.COMMIT) long commit,
        String name,
        String what,
        @Nullable String occurred,
        Instant recorded,
        @Doer String who,
        @Nullable String why,
        @Nullable String whyText,
        List<Detail> details) {

    /**
     * @param field name of the component; those of a part follow after a dot
     * @param label the same in words
     * @param text  the value in words: in the clear if it is the person's own, a pseudonym for another person
     */
    record Detail(String field, String label, String text) {}
}
