package vn.soto.query.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.ReasonCode;

/**
 * What a step asks for and what it would change, with sealed values as such.
 *
 * @param content the command
 * @param why     the reason it states: the label of its code, or words
 * @param whyCode code of the reason; absent for words
 * @param about   what it is about
 * @param before  what the ledger says of that before the plan; absent if nothing
 * @param changes components of the command that differ from it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepContent(
        @JsonRawValue String content,
        @Nullable String why,
        @Nullable ReasonCode whyCode,
        @Nullable StepSubject about,
        @JsonRawValue @Nullable String before,
        List<Change> changes) {

    /**
     * A value that the command changes.
     *
     * @param field name of the component; those of a part follow after a dot
     * @param from  absent if there is no such value yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            String field,
            @JsonRawValue @Nullable String from,
            @JsonRawValue String to) {}
}
